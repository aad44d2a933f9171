package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The {@link SwapClasses} of any two layers, found when they are first asked for. */
final class ClassesOfLayers {

  private final Grid grid;
  private final Map<Long, SwapClasses> classes = new ConcurrentHashMap<>();
  private final Map<Long, List<SwapCell>> cells = new ConcurrentHashMap<>();
  private final Map<String, List<int[]>> pairs = new ConcurrentHashMap<>();

  ClassesOfLayers(Grid grid) {
    this.grid = grid;
  }

  SwapClasses of(int one, int other) {
    long key = (long) Math.min(one, other) * grid.layers() + Math.max(one, other);
    return classes.computeIfAbsent(key, ignored -> new SwapClasses(grid, grid.between(one, other)));
  }

  /** The cells in which people of two layers may be swapped. */
  List<SwapCell> cells(int gains, int loses) {
    long key = (long) gains * grid.layers() + loses;
    return cells.computeIfAbsent(key, ignored -> SwapCell.of(grid, of(gains, loses), gains, loses));
  }

  /**
   * Layers in a group, each with one that is not, that differ in no group of some; those first that
   * differ in few.
   */
  List<int[]> pairs(String group, BitSet shown) {
    return pairs.computeIfAbsent(group, this::findPairs).stream()
        .filter(pair -> !grid.between(pair[0], pair[1]).intersects(shown))
        .toList();
  }

  private List<int[]> findPairs(String group) {
    List<int[]> found = new ArrayList<>();
    for (int one = 0; one < grid.layers(); one++) {
      for (int other = 0; other < grid.layers(); other++) {
        if (grid.isIn(one, group) && !grid.isIn(other, group)) {
          found.add(new int[] {one, other});
        }
      }
    }
    found.sort(
        Comparator.comparingInt((int[] pair) -> grid.between(pair[0], pair[1]).cardinality())
            .thenComparingInt(pair -> pair[0])
            .thenComparingInt(pair -> pair[1]));
    return List.copyOf(found);
  }
}
