package dev.taizhang.figures.assistance;

import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.HelpCells.HelpCell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cuts that a cell counts in: all universities, its province and its university, by group. */
public final class HelpCuts {

  private final Names names;
  private final HardshipGroups groups;
  private final Map<Tagged, List<String>> groupsOf = new HashMap<>();

  private record Tagged(Hardship hardship, int year) {}

  /**
   * A cut.
   *
   * @param asOfDate the date
   * @param asOfKind plain or official
   * @param graduationYear the cohort
   * @param provinceCode province of the universities, or all
   * @param universityCode the university, or all
   * @param hardshipGroup the hardship group
   */
  record Cut(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      String provinceCode,
      String universityCode,
      String hardshipGroup) {}

  private HelpCuts(Names names, HardshipGroups groups) {
    this.names = names;
    this.groups = groups;
  }

  /** Cuts by the reference data. */
  public static HelpCuts of(ReferenceData reference) {
    return new HelpCuts(Names.of(reference), HardshipGroups.of(reference));
  }

  /** The cuts of a cell, in every hardship group that it is in. */
  List<Cut> of(HelpCell cell) {
    List<Cut> cuts = new ArrayList<>();
    for (String group : groupsOf(cell)) {
      cuts.addAll(of(cell, group));
    }
    return cuts;
  }

  /** The cuts of a cell in one group. */
  List<Cut> of(HelpCell cell, String group) {
    String province = names.provinceOf(cell.universityCode());
    return List.of(
        cut(cell, Dimensions.ALL, Dimensions.ALL, group),
        cut(cell, province, Dimensions.ALL, group),
        cut(cell, Dimensions.ALL, cell.universityCode(), group));
  }

  private List<String> groupsOf(HelpCell cell) {
    Hardship hardship = new Hardship(cell.hardshipTags(), cell.hardshipDetail());
    return groupsOf.computeIfAbsent(
        new Tagged(hardship, cell.graduationYear()),
        one -> groups.of(hardship.tags(), hardship.detail(), one.year()));
  }

  private static Cut cut(HelpCell cell, String province, String university, String group) {
    return new Cut(
        cell.asOfDate(), cell.asOfKind(), cell.graduationYear(), province, university, group);
  }
}
