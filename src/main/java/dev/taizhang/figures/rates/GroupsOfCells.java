package dev.taizhang.figures.rates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hardship groups of cells as numbers, told once for each combination of tags. */
final class GroupsOfCells {

  private record Hardship(List<String> tags, String detail, int graduationYear) {}

  private final CutSettings settings;
  private final Map<Hardship, int[]> known = new HashMap<>();

  GroupsOfCells(CutSettings settings) {
    this.settings = settings;
  }

  /** The numbers of the groups that the graduates of a cell are in. */
  int[] of(Cell cell) {
    return known.computeIfAbsent(
        new Hardship(cell.hardshipTags(), cell.hardshipDetail(), cell.slice().graduationYear()),
        this::told);
  }

  private int[] told(Hardship hardship) {
    return settings
        .groups()
        .of(hardship.tags(), hardship.detail(), hardship.graduationYear())
        .stream()
        .mapToInt(settings::group)
        .toArray();
  }
}
