package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is possible of an attacked figure as far as its own parts tell: sizes, figures of everybody,
 * releases before, and shown figures whose people all lie inside of it. A total tells nothing more
 * than its shown parts do, and nobody takes back what was said, so what they leave is what a
 * release must leave.
 */
final class Baseline {

  private final Reading reading;
  private final Methods methods;
  private final long enough;
  private final Relaxation relaxation;
  private final Map<Integer, Found> atMost = new HashMap<>();
  private final Map<Integer, Found> exactly = new HashMap<>();

  /**
   * @param enough how many counts are looked for
   */
  Baseline(Reading reading, Methods methods, long enough) {
    this.reading = reading;
    this.methods = methods;
    this.enough = enough;
    this.relaxation = new Relaxation(reading.said());
  }

  /** No more than this is possible; perhaps less. */
  Found atMost(int attacked) {
    return atMost.computeIfAbsent(attacked, this::findAtMost);
  }

  private Found findAtMost(int attacked) {
    int[] members = reading.members(attacked);
    int[] all = new int[members.length];
    Arrays.setAll(all, place -> place);
    return found(relaxation.of(members, reading.saidWithin(attacked)), all, methods::inReals);
  }

  /** What is possible. */
  Found exactly(int attacked) {
    return exactly.computeIfAbsent(attacked, this::findExactly);
  }

  private Found findExactly(int attacked) {
    Knowledge knowledge = reading.without(attacked);
    int[] members = reading.members(attacked);
    List<Sum> sums = new ArrayList<>(knowledge.sums());
    // A sum of which nothing is told keeps its unknowns apart from others.
    sums.add(new Sum(members, knowledge.lowest(members), knowledge.highest(members)));
    Knowledge merged = knowledge.with(sums).merged();
    return found(merged, merged.sums().get(sums.size() - 1).members(), methods::thoroughly);
  }

  private Found found(Knowledge knowledge, int[] members, Method method) {
    return new Sums(knowledge, method).attack(List.of(members), enough).get(0);
  }
}
