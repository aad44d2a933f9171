package dev.taizhang.marts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Dimensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;

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

  private static Column value(String columnName) {
    return columnName.equals(EVERYTHING) ? lit(Dimensions.ALL) : col(columnName);
  }

  /** The values of the dimensions in this cut; null where the row's group is not in it. */
  Column dimensions() {
    Column university = byUniversity ? Dimensions.UNIVERSITY_CODE.column() : lit(Dimensions.ALL);
    Column values =
        struct(
            lit(region.role).as(Dimensions.REGION_ROLE.name()),
            lit(region.level).as(Dimensions.REGION_LEVEL.name()),
            value(region.code).as(Dimensions.REGION_CODE.name()),
            lit(major.level).as(Dimensions.MAJOR_LEVEL.name()),
            value(major.catalogue).as(Dimensions.MAJOR_CATALOGUE.name()),
            value(major.code).as(Dimensions.MAJOR_CODE.name()),
            university.as(Dimensions.UNIVERSITY_CODE.name()));
    return groups.isEmpty()
        ? values
        : when(Dimensions.HARDSHIP_GROUP.column().isin(groups.toArray()), values);
  }
}
