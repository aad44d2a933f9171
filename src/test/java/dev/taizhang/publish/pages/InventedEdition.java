package dev.taizhang.publish.pages;

import dev.taizhang.publish.edition.CodeName;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionKind;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.KeyFinding;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.reference.HardshipTag;
import dev.taizhang.release.KnownLists;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An edition of an invented province, with every table that the pages draw, made without a
 * warehouse.
 *
 * @param years cohorts, newest first
 * @param universities how many
 * @param name makes of each name of the data another, such as one that tries to be a program
 * @param withheldBelow cuts of fewer graduates are withheld; 0 for none
 */
record InventedEdition(
    List<Integer> years, int universities, UnaryOperator<String> name, long withheldBelow) {

  static final LocalDate NEWEST = LocalDate.of(2026, 6, 28);

  static InventedEdition ordinary() {
    return new InventedEdition(List.of(2026, 2025), 12, name -> name, 0);
  }

  InventedEdition withUniversities(int number) {
    return new InventedEdition(years, number, name, withheldBelow);
  }

  InventedEdition withNames(UnaryOperator<String> other) {
    return new InventedEdition(years, universities, other, withheldBelow);
  }

  InventedEdition withWithheldBelow(long graduates) {
    return new InventedEdition(years, universities, name, graduates);
  }

  Edition edition() {
    TreeMap<Integer, List<KeyFinding>> findings = new TreeMap<>();
    for (int year : years) {
      findings.put(year, findings(year));
    }
    return new Edition(
        withheldBelow == 0 ? EditionKind.INTERNAL : EditionKind.PUBLISHED,
        NEWEST,
        "invented " + universities + " " + withheldBelow,
        "0.1.0-test",
        7,
        30,
        lists(),
        tables(),
        findings);
  }

  /** The second names its group otherwise than the list of groups does. */
  private List<KeyFinding> findings(int year) {
    return List.of(
        KeyFinding.ofEverybody(
            new Label(year + " 届落实率一周上升。", "The rate of " + year + " rose in a week.")),
        new KeyFinding(
            new Label(
                name.apply("身有残疾") + "的毕业生差距最大。",
                name.apply("Graduates with a disability") + " are furthest behind."),
            HardshipTag.DISABLED),
        KeyFinding.ofEverybody(new Label("一所院校迟报。", "One university is late.")));
  }

  static LocalDate date(int week) {
    return NEWEST.minusWeeks(InventedCounts.WEEKS - 1 - week);
  }

  private List<EditionTable> tables() {
    InventedCounts counts = InventedCounts.of(years, universities);
    List<String> codes = InventedCounts.universities(universities);
    return Stream.of(
            new InventedFigures(this, counts).tables(codes),
            new InventedReports(this, counts).tables(codes),
            // Nothing withholds them yet: a published edition has none.
            withheldBelow == 0 ? InventedGaps.tables(counts, name) : List.<EditionTable>of(),
            withheldBelow == 0 ? InventedCourses.tables(counts) : List.<EditionTable>of(),
            withheldBelow == 0 ? InventedHelp.tables(counts) : List.<EditionTable>of())
        .flatMap(List::stream)
        .toList();
  }

  private Map<String, List<CodeName>> lists() {
    Map<String, List<CodeName>> lists = new TreeMap<>();
    for (String list : KnownLists.FIXED) {
      lists.put(list, fixed(list, code -> ""));
    }
    lists.put("hardship_group", fixed("hardship_group", InventedEdition::kindOfGroup));
    lists.put(
        "region_code",
        List.of(
            named("510000", "四川省", "", "province"),
            named("510100", "成都市", "510000", "prefecture"),
            named("510300", "自贡市", "510000", "prefecture"),
            named("520000", "贵州省", "", "province"),
            named("520100", "贵阳市", "520000", "prefecture")));
    lists.put(
        "university_code",
        InventedCounts.universities(universities).stream()
            .map(code -> named(code, "虚构大学" + code, "510000", InventedCounts.prefecture(code)))
            .toList());
    lists.put(
        "discipline",
        List.of(
            named("academic/05", "文学", "academic", ""),
            named("academic/08", "工学", "academic", ""),
            named("academic/12", "管理学", "academic", "")));
    lists.put(
        "rule_id",
        List.of(
            named("outcome_unlisted", "去向代码不在表中", "", ""),
            named("degree_unknown", "学历无法识别", "", "")));
    return lists;
  }

  private static List<CodeName> fixed(String list, UnaryOperator<String> kind) {
    return EditionResource.list(list).entrySet().stream()
        .map(name -> new CodeName(name.getKey(), name.getValue(), "", kind.apply(name.getKey())))
        .toList();
  }

  private static String kindOfGroup(String group) {
    return switch (group) {
      case "all" -> "whole";
      case "none", "any", "employment_difficulty_only", "unknown" -> "part";
      default -> "overlapping";
    };
  }

  /** A name of the data, which is nobody's to trust. */
  private CodeName named(String code, String text, String parent, String kind) {
    return new CodeName(code, Label.same(name.apply(text)), parent, kind);
  }

  /** Whether a cut is shown. */
  boolean shows(Tally tally) {
    return tally.graduates() >= withheldBelow;
  }
}
