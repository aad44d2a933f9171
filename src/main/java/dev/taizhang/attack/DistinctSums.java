package dev.taizhang.attack;

import java.nio.IntBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums of the same unknowns are one sum, whoever says it and when. */
final class DistinctSums {

  private DistinctSums() {}

  /** Each sum once, within all the bounds that are told of it. */
  static List<Sum> of(List<Sum> sums) {
    Map<IntBuffer, Sum> distinct = new LinkedHashMap<>();
    for (Sum sum : sums) {
      distinct.merge(
          IntBuffer.wrap(sum.members()),
          sum,
          (one, other) ->
              new Sum(
                  one.members(),
                  Math.max(one.lowest(), other.lowest()),
                  Math.min(one.highest(), other.highest())));
    }
    return List.copyOf(distinct.values());
  }
}
