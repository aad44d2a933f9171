package dev.taizhang.publish.pages;

import dev.taizhang.publish.edition.CodeName;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionKind;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
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
    TreeMap<Integer, List<Label>> findings = new TreeMap<>();
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

  private List<Label> findings(int year) {
    return List.of(
        new Label(year + " 届落实率一周上升。", "The rate of " + year + " rose in a week."),
        new Label(name.apply("残疾") + "毕业生差距最大。", name.apply("Disabled") + " are furthest behind."),
        new Label("一所院校迟报。", "One university is late."));
  }

  static LocalDate date(int week) {
    return NEWEST.minusWeeks(InventedCounts.WEEKS - 1 - week);
  }

  private List<EditionTable> tables() {
    InventedCounts counts = InventedCounts.of(years, universities);
    List<String> codes = InventedCounts.universities(universities);
    return Stream.of(
            new InventedFigures(this, counts).tables(codes),
            new InventedReports(this, counts).tables(codes))
        .flatMap(List::stream)
        .toList();
  }

  private Map<String, List<CodeName>> lists() {
    return Map.ofEntries(
        Map.entry(
            "hardship_group",
            List.of(
                code("all", "全部", "All", "", "whole"),
                code("none", "无困难", "No hardship", "", "part"),
                code("any", "任一困难", "Any hardship", "", "part"),
                code("key_group", "重点群体", "Key group", "", "overlapping"),
                code("economic_difficulty", "家庭经济困难", "Poor family", "", "overlapping"),
                code("disabled", "残疾", "Disabled", "", "overlapping"))),
        Map.entry(
            "degree_level",
            List.of(
                code("all", "全部学历", "All levels", "", ""),
                code("master", "硕士", "Master", "", ""),
                code("bachelor", "本科", "Bachelor", "", ""))),
        Map.entry(
            "region_code",
            List.of(
                named("510000", "四川省", "", "province"),
                named("510100", "成都市", "510000", "prefecture"),
                named("510300", "自贡市", "510000", "prefecture"),
                named("520000", "贵州省", "", "province"),
                named("520100", "贵阳市", "520000", "prefecture"))),
        Map.entry(
            "university_code",
            InventedCounts.universities(universities).stream()
                .map(code -> named(code, "虚构大学" + code, "510000", prefecture(code)))
                .toList()),
        Map.entry("discipline", List.of(named("05", "文学", "", ""), named("08", "工学", "", ""))),
        Map.entry(
            "outcome_code",
            InventedReports.OUTCOMES.keySet().stream()
                .map(code -> code(code, "去向" + code, "Outcome " + code, "", ""))
                .toList()),
        Map.entry("state", states()),
        Map.entry("from_state", states()),
        Map.entry("to_state", states()),
        Map.entry(
            "rule_id",
            List.of(
                named("outcome_unlisted", "去向代码不在表中", "", "flag"),
                named("degree_unknown", "学历无法识别", "", "quarantine"))),
        Map.entry(
            "scheme_group",
            List.of(
                code("employment", "单位就业", "Employed", "2024", ""),
                code("study", "升学", "Further study", "2024", ""),
                code("self_employment", "自主创业", "Own business", "2024", ""),
                code("freelance", "自由职业", "Freelance", "2024", ""))),
        Map.entry(
            "severity",
            List.of(
                code("flag", "标记", "Flag", "", ""),
                code("quarantine", "隔离", "Quarantine", "", ""))));
  }

  private static List<CodeName> states() {
    return List.of(
        code("placed", "已落实", "Placed", "", ""),
        code("awaiting", "待就业", "Awaiting", "", ""),
        code("not_seeking", "暂不就业", "Not seeking", "", ""),
        code("outcome_unknown", "去向未知", "Unknown", "", ""));
  }

  private static String prefecture(String university) {
    return InventedCounts.PREFECTURES.get(Integer.parseInt(university) % 2);
  }

  private static CodeName code(String code, String zh, String en, String parent, String kind) {
    return new CodeName(code, new Label(zh, en), parent, kind);
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
