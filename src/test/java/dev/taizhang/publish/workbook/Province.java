package dev.taizhang.publish.workbook;

import dev.taizhang.publish.edition.CodeName;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.EditionKind;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.KeyFinding;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.publish.edition.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Makes editions of an invented province, with the tables that a workbook knows. */
final class Province {

  static final LocalDate DATE = LocalDate.of(2026, 6, 21);
  private static final LocalDate FIRST_WEEK = LocalDate.of(2025, 9, 7);
  private static final List<String> DEGREES = List.of("all", "master", "bachelor", "associate");
  private static final List<String> PARTS =
      List.of("employer", "self_employed", "freelance", "further_study", "awaiting", "unknown");

  private final List<EditionTable> extra = new ArrayList<>();
  private List<String> groups = List.of("all", "none", "any", "key_group", "disabled", "orphan");
  private List<Integer> years = List.of(2026, 2025);
  private int universities = 3;
  private int regions = 4;
  private int majors = 8;
  private int weeks = 12;
  private String universityName = "示例大学";
  private String madeFrom = "0123456789abcdef";
  private EditionKind kind = EditionKind.INTERNAL;
  private BiFunction<String, Map<String, Shown>, Map<String, Shown>> change = (table, row) -> row;

  Province universities(int count) {
    universities = count;
    return this;
  }

  Province groups(List<String> codes) {
    groups = codes;
    return this;
  }

  Province regions(int count) {
    regions = count;
    return this;
  }

  Province majors(int count) {
    majors = count;
    return this;
  }

  Province weeks(int count) {
    weeks = count;
    return this;
  }

  Province years(Integer... newestFirst) {
    years = List.of(newestFirst);
    return this;
  }

  Province universityName(String name) {
    universityName = name;
    return this;
  }

  Province madeFrom(String state) {
    madeFrom = state;
    return this;
  }

  Province kind(EditionKind other) {
    kind = other;
    return this;
  }

  Province with(EditionTable table) {
    extra.add(table);
    return this;
  }

  /**
   * Changes rows, which are cells by column, of a table and part such as {@code reporting/latest}.
   */
  Province changing(BiFunction<String, Map<String, Shown>, Map<String, Shown>> rows) {
    change = rows;
    return this;
  }

  Edition edition() {
    TreeMap<Integer, List<KeyFinding>> findings = new TreeMap<>();
    years.forEach(
        year ->
            findings.put(
                year,
                IntStream.rangeClosed(1, 3)
                    .mapToObj(
                        number ->
                            KeyFinding.ofEverybody(
                                new Label(
                                    "%d届第%d句：截至6月21日，毕业去向落实率为71.23%%，比上周上升0.52个百分点。"
                                        .formatted(year, number),
                                    "Cohort of %d, sentence %d: by 21 June the placement rate is 71.23 %%."
                                        .formatted(year, number))))
                    .toList()));
    return new Edition(kind, DATE, madeFrom, "0.1.0", 7, 30, lists(), tables(), findings);
  }

  private Map<String, List<CodeName>> lists() {
    Map<String, List<CodeName>> lists = new LinkedHashMap<>();
    lists.put("hardship_group", names(groups, "困难群体", "Group"));
    lists.put("degree_level", names(DEGREES, "层次", "Level"));
    lists.put("scheme_group", names(PARTS, "去向", "Part"));
    lists.put("as_of_kind", names(List.of("plain", "official"), "日期", "Date"));
    lists.put("state", names(List.of("placed", "awaiting"), "状态", "State"));
    lists.put(
        "university_code",
        IntStream.range(0, universities)
            .mapToObj(
                number ->
                    new CodeName(
                        code(number), Label.same(universityName + number), "320000", "320100"))
            .toList());
    return lists;
  }

  private static List<CodeName> names(List<String> codes, String zh, String en) {
    return codes.stream()
        .map(code -> new CodeName(code, new Label(zh + code, en + " " + code), "", ""))
        .toList();
  }

  static String code(int number) {
    return String.valueOf(10_001 + number);
  }

  private List<EditionTable> tables() {
    List<EditionTable> tables = new ArrayList<>();
    tables.add(table("placement_rates/groups", groupRows()));
    tables.add(table("placement_trend/all", trendRows()));
    tables.add(table("scheme_rates/all", schemeRows()));
    tables.add(table("placement_rates/regions", regionRows()));
    tables.add(table("placement_rates/majors", majorRows()));
    tables.add(table("placement_rates/universities", universityRows()));
    tables.add(table("reporting/latest", reportingRows()));
    tables.add(table("as_of/latest", asOfRows()));
    tables.add(table("transitions/all", transitionRows()));
    tables.add(table("revisions/latest", revisionRows()));
    tables.addAll(extra);
    return tables;
  }

  EditionTable table(String path, List<Map<String, Shown>> rows) {
    String id = path.substring(0, path.indexOf('/'));
    String part = path.substring(path.indexOf('/') + 1);
    List<EditionColumn> columns = rows.get(0).keySet().stream().map(Province::column).toList();
    return new EditionTable(
        id,
        part,
        new Label("标题" + path, "Title of " + path),
        columns,
        rows.stream()
            .map(row -> change.apply(path, new LinkedHashMap<>(row)))
            .map(row -> List.copyOf(row.values()))
            .toList());
  }

  static EditionColumn column(String id) {
    boolean isRate = id.equals("placement_rate");
    boolean isGap = id.equals("rate_gap");
    String whole =
        isRate || id.equals("group_rate") || id.equals("coverage_share") ? "graduates" : "";
    String counted =
        isRate
            ? "placed"
            : id.equals("group_rate") || id.equals("coverage_share") ? "in_group" : "";
    return new EditionColumn(
        id,
        unit(id),
        new Label("列名" + id.length(), id.replace('_', ' ')),
        new Label("定义：" + id, "What " + id + " means"),
        counted,
        whole,
        isRate || isGap ? id + "_low" : "",
        isRate || isGap ? id + "_high" : "");
  }

  private static Unit unit(String id) {
    if (id.contains("gap")) {
      return Unit.POINTS;
    }
    if (id.contains("rate") || id.endsWith("_share")) {
      return Unit.RATE;
    }
    return switch (id) {
      case "graduates", "placed", "in_group" -> Unit.COUNT;
      case "age_days" -> Unit.DAYS;
      case "as_of_date", "snapshot_date" -> Unit.DATE;
      case "revised_at" -> Unit.TIME;
      case "on_time", "covered" -> Unit.FLAG;
      case "major_name", "why" -> Unit.TEXT;
      default -> Unit.CODE;
    };
  }

  private static Map<String, Shown> row(Object... cells) {
    Map<String, Shown> row = new LinkedHashMap<>();
    for (int cell = 0; cell < cells.length; cell += 2) {
      Object value = cells[cell + 1];
      row.put(
          (String) cells[cell],
          value instanceof Shown shown
              ? shown
              : Shown.of(value instanceof Integer number ? (Object) number.longValue() : value));
    }
    return row;
  }

  /** Figures that differ from row to row, and always come out the same. */
  private static void addRate(Map<String, Shown> row, String about) {
    int seed = Math.floorMod(about.hashCode(), 1_000_003);
    long graduates = seed % 3 == 0 ? 5 + seed % 40_000 : 5 + seed % 300;
    long placed = graduates * (4_000 + seed % 5_500) / 10_000;
    double rate = (double) placed / graduates;
    double width = 0.9 / Math.sqrt((double) graduates);
    boolean hasGap = !about.contains("|all|") && !about.contains("|none|");
    row.put("graduates", Shown.of(graduates));
    row.put("placed", Shown.of(placed));
    row.put("placement_rate", mark(Shown.share(rate), graduates));
    row.put("placement_rate_low", mark(Shown.share(Math.max(0, rate - width)), graduates));
    row.put("placement_rate_high", mark(Shown.share(Math.min(1, rate + width)), graduates));
    row.put("rate_gap", mark(Shown.share(hasGap ? rate - 0.75 : null), graduates));
    row.put("rate_gap_low", mark(Shown.share(hasGap ? rate - 0.75 - width : null), graduates));
    row.put("rate_gap_high", mark(Shown.share(hasGap ? rate - 0.75 + width : null), graduates));
  }

  private static Shown mark(Shown shown, long graduates) {
    return graduates < Symbol.RELIABLE_GRADUATES ? shown.marked(Symbol.UNRELIABLE) : shown;
  }

  private List<Map<String, Shown>> groupRows() {
    List<Map<String, Shown>> rows = new ArrayList<>();
    for (int year : years) {
      for (String group : groups) {
        for (String degree : DEGREES) {
          Map<String, Shown> row =
              row(
                  "as_of_date", DATE,
                  "as_of_kind", "plain",
                  "graduation_year", year,
                  "hardship_group", group,
                  "degree_level", degree);
          addRate(row, year + "|" + group + "|" + degree);
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private List<Map<String, Shown>> trendRows() {
    List<Map<String, Shown>> rows = new ArrayList<>();
    for (int year : years) {
      for (int week = 0; week < weeks; week++) {
        for (String group : groups) {
          for (String degree : DEGREES) {
            Map<String, Shown> row =
                row(
                    "as_of_date", FIRST_WEEK.plusWeeks(week),
                    "graduation_year", year,
                    "hardship_group", group,
                    "degree_level", degree);
            addRate(row, week + "|" + group + "|" + degree);
            rows.add(row);
          }
        }
      }
    }
    return rows;
  }

  private List<Map<String, Shown>> schemeRows() {
    List<Map<String, Shown>> rows = new ArrayList<>();
    for (int year : years) {
      for (String group : groups) {
        for (int part = 0; part < PARTS.size(); part++) {
          long inGroup = part == 0 ? 500 : 100;
          rows.add(
              row(
                  "graduation_year",
                  year,
                  "hardship_group",
                  group,
                  "degree_level",
                  "all",
                  "scheme_group",
                  PARTS.get(part),
                  "graduates",
                  1_000,
                  "in_group",
                  (int) inGroup,
                  "group_rate",
                  Shown.share(inGroup / 1_000.0)));
        }
      }
    }
    return rows;
  }

  private List<Map<String, Shown>> regionRows() {
    List<Map<String, Shown>> rows = new ArrayList<>();
    for (int region = 0; region < regions; region++) {
      for (String group : groups) {
        Map<String, Shown> row =
            row(
                "graduation_year", years.get(0),
                "region_code", String.valueOf(320_000 + region),
                "hardship_group", group);
        addRate(row, region + "|" + group + "|");
        rows.add(row);
      }
    }
    return rows;
  }

  private List<Map<String, Shown>> majorRows() {
    List<Map<String, Shown>> rows = new ArrayList<>();
    for (int major = 0; major < majors; major++) {
      Map<String, Shown> row =
          row(
              "graduation_year", years.get(0),
              "major_code", "0%d".formatted(80_000 + major),
              "major_name", "专业" + major,
              "hardship_group", groups.get(0));
      addRate(row, "major" + major);
      rows.add(row);
    }
    return rows;
  }

  private List<Map<String, Shown>> universityRows() {
    List<Map<String, Shown>> rows = new ArrayList<>();
    for (int year : years) {
      for (int number = 0; number < universities; number++) {
        Map<String, Shown> row = row("graduation_year", year, "university_code", code(number));
        addRate(row, year + "university" + number);
        rows.add(row);
      }
    }
    return rows;
  }

  private List<Map<String, Shown>> reportingRows() {
    List<Map<String, Shown>> rows = new ArrayList<>();
    for (int number = 0; number < universities; number++) {
      rows.add(
          row(
              "university_code",
              code(number),
              "snapshot_date",
              DATE.minusDays(number % 20),
              "on_time",
              number % 20 <= 7,
              "in_group",
              1_050,
              "graduates",
              1_000,
              "coverage_share",
              Shown.share(1.05)));
    }
    return rows;
  }

  private List<Map<String, Shown>> asOfRows() {
    List<Map<String, Shown>> rows = new ArrayList<>();
    for (int number = 0; number < universities; number++) {
      rows.add(
          row(
              "university_code", code(number),
              "graduation_year", years.get(0),
              "snapshot_date", DATE.minusDays(number % 20),
              "age_days", number % 20,
              "covered", true));
    }
    return rows;
  }

  private List<Map<String, Shown>> transitionRows() {
    return List.of(
        row(
            "as_of_date",
            DATE,
            "graduation_year",
            years.get(0),
            "from_state",
            "awaiting",
            "to_state",
            "placed",
            "graduates",
            123));
  }

  private List<Map<String, Shown>> revisionRows() {
    return List.of(
        row(
            "revised_at",
            Instant.parse("2026-06-22T03:04:05Z"),
            "as_of_date",
            DATE,
            "university_code",
            code(0),
            "why",
            "重新报送"));
  }
}
