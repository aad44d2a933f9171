package dev.taizhang.figures.rates;

import dev.taizhang.figures.Hardship;
import java.util.HashMap;
import java.util.Map;

/** The hardship groups of cells as numbers, told once for each combination of tags. */
public final class GroupsOfCells {

  private record InCohort(Hardship hardship, int graduationYear) {}

  private final CutSettings settings;
  private final Map<InCohort, int[]> known = new HashMap<>();

  GroupsOfCells(CutSettings settings) {
    this.settings = settings;
  }

  /** The numbers of the groups that they were in at graduation. */
  public int[] atGraduation(Cell cell) {
    return known(cell.baseline(), cell);
  }

  /** The numbers of the groups that the graduates of a cell are in. */
  public int[] of(Cell cell) {
    return known(cell.hardship(), cell);
  }

  private int[] known(Hardship hardship, Cell cell) {
    return known.computeIfAbsent(new InCohort(hardship, cell.slice().graduationYear()), this::told);
  }

  private int[] told(InCohort one) {
    return settings
        .groups()
        .of(one.hardship().tags(), one.hardship().detail(), one.graduationYear())
        .stream()
        .mapToInt(settings::group)
        .toArray();
  }
}
