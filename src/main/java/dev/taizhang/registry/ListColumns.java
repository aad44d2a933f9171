package dev.taizhang.registry;

import dev.taizhang.reference.ExpectedGraduates;
import dev.taizhang.reference.NormalForm;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which columns a list has, by its header.
 *
 * @param places where each column stands, from 0
 * @param expected which columns hold numbers of expected graduates, and of whom
 * @param problems what leaves open how a column is meant
 */
record ListColumns(
    Map<Column, Integer> places, Map<Integer, Cohort> expected, List<String> problems) {

  /** A column that is read. */
  enum Column {
    /** 学校标识码, ten digits. */
    IDENTIFIER,
    /** 院校代码, five digits. */
    CODE,
    NAME,
    PROVINCE,
    PREFECTURE,
    /** 办学层次. */
    TIER
  }

  private static final Map<Column, Set<String>> HEADERS =
      Map.of(
          Column.IDENTIFIER,
          Set.of("学校标识码", "院校标识码", "标识码"),
          Column.CODE,
          Set.of("院校代码", "学校代码", "高校代码", "代码", "code", "university_code", "yxdm"),
          Column.NAME,
          Set.of("学校名称", "院校名称", "高校名称", "名称", "校名", "name", "university_name", "yxmc"),
          Column.PROVINCE,
          Set.of("省份", "省", "省市", "所在省", "所在省份", "省份代码", "province", "province_code"),
          Column.PREFECTURE,
          Set.of("所在地", "市", "地市", "城市", "所在市", "所在城市", "地市代码", "prefecture", "prefecture_code"),
          Column.TIER,
          Set.of("办学层次", "层次", "tier"));

  /** Graduates of a year and level. */
  record Cohort(int graduationYear, String degreeLevel) {}

  private static final Pattern COHORT =
      Pattern.compile("(20\\d{2})[届年_-]?(?:预计|应届)?(?:毕业生?)?(.*?)(?:毕业生)?(?:总?人?数)?");
  private static final Map<String, String> LEVELS =
      Map.ofEntries(
          Map.entry("", ExpectedGraduates.ALL_LEVELS),
          Map.entry("合计", ExpectedGraduates.ALL_LEVELS),
          Map.entry("全部", ExpectedGraduates.ALL_LEVELS),
          Map.entry("总", ExpectedGraduates.ALL_LEVELS),
          Map.entry("all", ExpectedGraduates.ALL_LEVELS),
          Map.entry("博士", "doctoral"),
          Map.entry("博士生", "doctoral"),
          Map.entry("博士研究生", "doctoral"),
          Map.entry("doctoral", "doctoral"),
          Map.entry("硕士", "master"),
          Map.entry("硕士生", "master"),
          Map.entry("硕士研究生", "master"),
          Map.entry("master", "master"),
          Map.entry("本科", "bachelor"),
          Map.entry("本科生", "bachelor"),
          Map.entry("bachelor", "bachelor"),
          Map.entry("专科", "associate"),
          Map.entry("专科生", "associate"),
          Map.entry("高职", "associate"),
          Map.entry("高职专科", "associate"),
          Map.entry("高职生", "associate"),
          Map.entry("associate", "associate"));

  /** The columns of a line, if it is a header: it names the universities and their codes. */
  static Optional<ListColumns> of(List<String> cells) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    Map<Integer, Cohort> expected = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (int index = 0; index < cells.size(); index++) {
      String header = NormalForm.header(cells.get(index));
      for (Column column : Column.values()) {
        if (HEADERS.get(column).contains(header)) {
          places.putIfAbsent(column, index);
        }
      }
      addCohort(index, header, expected, problems);
    }
    boolean named = places.containsKey(Column.NAME);
    boolean coded = places.containsKey(Column.CODE) || places.containsKey(Column.IDENTIFIER);
    return named && coded
        ? Optional.of(new ListColumns(places, expected, problems))
        : Optional.empty();
  }

  private static void addCohort(
      int place, String header, Map<Integer, Cohort> expected, List<String> problems) {
    Matcher parts = COHORT.matcher(header);
    if (!parts.matches()) {
      return;
    }
    String level = LEVELS.get(parts.group(2));
    if (level == null) {
      problems.add("the column '" + header + "' does not name a known level.");
      return;
    }
    Cohort cohort = new Cohort(Integer.parseInt(parts.group(1)), level);
    if (expected.containsValue(cohort)) {
      problems.add("the column '" + header + "' repeats an earlier column.");
    }
    expected.put(place, cohort);
  }

  /** The text of a column in a line; empty where there is none. */
  String text(Column column, List<String> cells) {
    Integer place = places.get(column);
    return place == null ? "" : text(place, cells);
  }

  static String text(int place, List<String> cells) {
    return place < cells.size() ? NormalForm.withoutSpaces(cells.get(place)) : "";
  }
}
