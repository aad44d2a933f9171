package dev.taizhang.marts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Dimensions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * One combination of dimensions that rates are computed for; each of them is made for all degree
 * levels together and for each.
 *
 * @param region which region
 * @param major which level of the field of study
 * @param byUniversity whether each university is apart
 * @param groups hardship groups that the cut has; empty for all of them
 */
record Cut(RegionCut region, MajorCut major, boolean byUniversity, Set<String> groups) {

  /** Stands where a dimension is not cut by, instead of the name of its column. */
  private static final String EVERYTHING = "";

  /** Whose region at which level. */
  enum RegionCut {
    ALL(Dimensions.ALL, Dimensions.ALL, EVERYTHING),
    UNIVERSITY_PROVINCE("university", "province", RollUp.UNIVERSITY_PROVINCE),
    UNIVERSITY_PREFECTURE("university", "prefecture", RollUp.UNIVERSITY_PREFECTURE),
    ORIGIN_PROVINCE("origin", "province", RollUp.ORIGIN_PROVINCE),
    ORIGIN_PREFECTURE("origin", "prefecture", RollUp.ORIGIN_PREFECTURE);

    private final String role;
    private final String level;
    private final String code;

    RegionCut(String role, String level, String code) {
      this.role = role;
      this.level = level;
      this.code = code;
    }
  }

  /** Which level of the field of study. */
  enum MajorCut {
    ALL(Dimensions.ALL, EVERYTHING, EVERYTHING),
    DISCIPLINE("discipline", Cells.DISCIPLINE_CATALOGUE.name(), Cells.DISCIPLINE_CODE.name()),
    CLASS("class", Dimensions.MAJOR_CATALOGUE.name(), RollUp.CLASS_CODE),
    MAJOR("major", Dimensions.MAJOR_CATALOGUE.name(), Dimensions.MAJOR_CODE.name());

    private final String level;
    private final String catalogue;
    private final String code;

    MajorCut(String level, String catalogue, String code) {
      this.level = level;
      this.catalogue = catalogue;
      this.code = code;
    }
  }

  private static final Set<String> GROUPS_OF_UNIVERSITY_MAJORS =
      Set.of(HardshipGroups.ALL, HardshipGroups.NONE, HardshipGroups.ANY, HardshipGroups.KEY_GROUP);

  /** The cuts of {@code marts.placement_rates} that need no origin. */
  static List<Cut> ratesByMajor() {
    List<Cut> cuts = new ArrayList<>();
    for (MajorCut major : List.of(MajorCut.ALL, MajorCut.DISCIPLINE)) {
      cuts.add(of(RegionCut.ALL, major));
      cuts.add(of(RegionCut.UNIVERSITY_PROVINCE, major));
      cuts.add(of(RegionCut.UNIVERSITY_PREFECTURE, major));
      cuts.add(new Cut(RegionCut.ALL, major, true, Set.of()));
    }
    for (MajorCut major : List.of(MajorCut.CLASS, MajorCut.MAJOR)) {
      cuts.add(of(RegionCut.ALL, major));
      cuts.add(of(RegionCut.UNIVERSITY_PROVINCE, major));
      cuts.add(new Cut(RegionCut.ALL, major, true, GROUPS_OF_UNIVERSITY_MAJORS));
    }
    return List.copyOf(cuts);
  }

  /** The cuts of {@code marts.placement_rates} by origin. */
  static List<Cut> ratesByOrigin() {
    List<Cut> cuts = new ArrayList<>();
    for (MajorCut major : List.of(MajorCut.ALL, MajorCut.DISCIPLINE)) {
      cuts.add(of(RegionCut.ORIGIN_PROVINCE, major));
      cuts.add(of(RegionCut.ORIGIN_PREFECTURE, major));
    }
    return List.copyOf(cuts);
  }

  /** The one cut over everything. */
  static List<Cut> overall() {
    return List.of(of(RegionCut.ALL, MajorCut.ALL));
  }

  /** The cuts of {@code marts.placement_trend}, besides that by degree level. */
  static List<Cut> trend() {
    return List.of(
        of(RegionCut.ALL, MajorCut.ALL),
        of(RegionCut.UNIVERSITY_PROVINCE, MajorCut.ALL),
        of(RegionCut.UNIVERSITY_PREFECTURE, MajorCut.ALL),
        new Cut(RegionCut.ALL, MajorCut.ALL, true, Set.of()),
        of(RegionCut.ALL, MajorCut.DISCIPLINE));
  }

  private static Cut of(RegionCut region, MajorCut major) {
    return new Cut(region, major, false, Set.of());
  }

  /**
   * The numbers of the cuts that a row is counted in, as an array to be exploded. What the cuts are
   * is said of the numbers afterwards, by {@link #codes} and {@link #levels}: numbers are cheaper
   * to multiply rows by.
   */
  static Column numbers(List<Cut> cuts) {
    Map<Set<String>, List<Column>> byGroups =
        IntStream.range(0, cuts.size())
            .boxed()
            .collect(
                groupingBy(
                    number -> cuts.get(number).groups(),
                    LinkedHashMap::new,
                    mapping(functions::lit, toList())));
    return concat(
        byGroups.entrySet().stream()
            .map(each -> numbers(each.getKey(), each.getValue()))
            .toArray(Column[]::new));
  }

  private static Column numbers(Set<String> groups, List<Column> numbers) {
    Column all = array(numbers.toArray(Column[]::new));
    return groups.isEmpty()
        ? all
        : when(Dimensions.HARDSHIP_GROUP.column().isin(groups.toArray()), all)
            .otherwise(array().cast("array<int>"));
  }

  /**
   * What a row is in its cut: the codes of the dimensions.
   *
   * @param number which of the cuts
   */
  static List<Column> codes(List<Cut> cuts, Column number) {
    return List.of(
        byCut(cuts, number, cut -> cut.region.code, Cut::value).as(Dimensions.REGION_CODE.name()),
        byCut(cuts, number, cut -> cut.major.catalogue, Cut::value)
            .as(Dimensions.MAJOR_CATALOGUE.name()),
        byCut(cuts, number, cut -> cut.major.code, Cut::value).as(Dimensions.MAJOR_CODE.name()),
        byCut(
                cuts,
                number,
                cut -> cut.byUniversity ? Dimensions.UNIVERSITY_CODE.name() : EVERYTHING,
                Cut::value)
            .as(Dimensions.UNIVERSITY_CODE.name()));
  }

  /**
   * What a cut itself is.
   *
   * @param number which of the cuts
   */
  static Map<String, Column> levels(List<Cut> cuts, Column number) {
    return Map.of(
        Dimensions.REGION_ROLE.name(),
        byCut(cuts, number, cut -> cut.region.role, functions::lit),
        Dimensions.REGION_LEVEL.name(),
        byCut(cuts, number, cut -> cut.region.level, functions::lit),
        Dimensions.MAJOR_LEVEL.name(),
        byCut(cuts, number, cut -> cut.major.level, functions::lit));
  }

  /** Something about the cut of a number: each thing once, with the numbers that it is true of. */
  private static Column byCut(
      List<Cut> cuts, Column number, Function<Cut, String> what, Function<String, Column> value) {
    Map<String, List<Integer>> numbers =
        IntStream.range(0, cuts.size())
            .boxed()
            .collect(groupingBy(each -> what.apply(cuts.get(each)), LinkedHashMap::new, toList()));
    Column found = null;
    for (Map.Entry<String, List<Integer>> each : numbers.entrySet()) {
      Column isOne = number.isin(each.getValue().toArray());
      Column result = value.apply(each.getKey());
      found = found == null ? when(isOne, result) : found.when(isOne, result);
    }
    return found;
  }

  private static Column value(String columnName) {
    return columnName.equals(EVERYTHING) ? lit(Dimensions.ALL) : col(columnName);
  }
}
