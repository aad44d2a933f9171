package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Unknowns that have to do with each other, and with no others. */
final class Block {

  private final List<Integer> members = new ArrayList<>();
  private final List<Sum> sums = new ArrayList<>();

  private Block() {}

  /** For each of its unknowns its place in the whole. */
  int[] unknowns() {
    return members.stream().mapToInt(Integer::intValue).toArray();
  }

  /** What is known of its unknowns. */
  Knowledge knowledge(Knowledge whole) {
    int[] unknowns = unknowns();
    return new Knowledge(
        Arrays.stream(unknowns).mapToLong(whole::lowest).toArray(),
        Arrays.stream(unknowns).mapToLong(whole::highest).toArray(),
        Arrays.stream(unknowns).map(whole::university).toArray(),
        DistinctSums.of(sums));
  }

  /** The blocks of a whole; what is known already is in none. */
  static List<Block> of(Knowledge whole, IntUnaryOperator root) {
    Map<Integer, Block> blocks = new LinkedHashMap<>();
    int[] places = new int[whole.unknowns()];
    Arrays.fill(places, -1);
    for (int unknown = 0; unknown < whole.unknowns(); unknown++) {
      if (!whole.isKnown(unknown)) {
        Block block = blocks.computeIfAbsent(root.applyAsInt(unknown), ignored -> new Block());
        places[unknown] = block.members.size();
        block.members.add(unknown);
      }
    }
    for (Sum sum : whole.sums()) {
      int[] open = Arrays.stream(sum.members()).filter(one -> !whole.isKnown(one)).toArray();
      if (open.length > 0) {
        long known = whole.lowest(sum.members()) - whole.lowest(open);
        blocks
            .get(root.applyAsInt(open[0]))
            .sums
            .add(
                new Sum(
                    Knowledge.inside(open, places), sum.lowest() - known, sum.highest() - known));
      }
    }
    return List.copyOf(blocks.values());
  }
}
