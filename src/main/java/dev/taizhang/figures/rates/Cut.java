package dev.taizhang.figures.rates;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.tables.Dimensions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One combination of dimensions that rates are computed for.
 *
 * @param region which region
 * @param major which level of the field of study
 * @param byUniversity whether each university is apart
 * @param degrees which levels of the degree
 * @param groups hardship groups that the cut has; empty for all of them
 */
public record Cut(
    RegionCut region, MajorCut major, boolean byUniversity, DegreeCut degrees, Set<String> groups)
    implements Serializable {

  /** Whose region at which level. */
  enum RegionCut {
    ALL(Dimensions.ALL, Dimensions.ALL),
    UNIVERSITY_PROVINCE("university", "province"),
    UNIVERSITY_PREFECTURE("university", "prefecture"),
    ORIGIN_PROVINCE("origin", "province"),
    ORIGIN_PREFECTURE("origin", "prefecture");

    private final String role;
    private final String level;

    RegionCut(String role, String level) {
      this.role = role;
      this.level = level;
    }

    String role() {
      return role;
    }

    String level() {
      return level;
    }
  }

  /** Which level of the field of study. */
  enum MajorCut {
    ALL(Dimensions.ALL),
    DISCIPLINE("discipline"),
    CLASS("class"),
    MAJOR("major");

    private final String level;

    MajorCut(String level) {
      this.level = level;
    }

    String level() {
      return level;
    }
  }

  /** Which levels of the degree. */
  enum DegreeCut {
    /** All of them together. */
    TOGETHER,
    /** Each of them. */
    EACH,
    /** All of them together, and each. */
    BOTH
  }

  private static final Set<String> GROUPS_OF_UNIVERSITY_MAJORS =
      Set.of(HardshipGroups.ALL, HardshipGroups.NONE, HardshipGroups.ANY, HardshipGroups.KEY_GROUP);

  public Cut {
    groups = Set.copyOf(groups);
  }

  /** The cuts of {@code marts.placement_rates}. */
  public static List<Cut> rates() {
    List<Cut> cuts = new ArrayList<>();
    for (MajorCut major : List.of(MajorCut.ALL, MajorCut.DISCIPLINE)) {
      for (RegionCut region : RegionCut.values()) {
        cuts.add(of(region, major));
      }
      cuts.add(new Cut(RegionCut.ALL, major, true, DegreeCut.BOTH, Set.of()));
    }
    for (MajorCut major : List.of(MajorCut.CLASS, MajorCut.MAJOR)) {
      cuts.add(of(RegionCut.ALL, major));
      cuts.add(of(RegionCut.UNIVERSITY_PROVINCE, major));
      cuts.add(new Cut(RegionCut.ALL, major, true, DegreeCut.BOTH, GROUPS_OF_UNIVERSITY_MAJORS));
    }
    return List.copyOf(cuts);
  }

  private static Cut of(RegionCut region, MajorCut major) {
    return new Cut(region, major, false, DegreeCut.BOTH, Set.of());
  }

  /** The cuts of {@code marts.placement_trend}, which go down to the discipline only. */
  public static List<Cut> trend() {
    return List.of(
        new Cut(RegionCut.ALL, MajorCut.ALL, false, DegreeCut.BOTH, Set.of()),
        together(RegionCut.UNIVERSITY_PROVINCE, MajorCut.ALL, false),
        together(RegionCut.UNIVERSITY_PREFECTURE, MajorCut.ALL, false),
        together(RegionCut.ALL, MajorCut.ALL, true),
        together(RegionCut.ALL, MajorCut.DISCIPLINE, false));
  }

  private static Cut together(RegionCut region, MajorCut major, boolean byUniversity) {
    return new Cut(region, major, byUniversity, DegreeCut.TOGETHER, Set.of());
  }

  /** Whether it is made of cells by origin; all others are made of cells by major. */
  boolean isByOrigin() {
    return region == RegionCut.ORIGIN_PROVINCE || region == RegionCut.ORIGIN_PREFECTURE;
  }

  /** Whether it has a hardship group. */
  boolean has(String group) {
    return groups.isEmpty() || groups.contains(group);
  }
}
