package dev.taizhang.attack;

import java.util.List;
import java.util.Random;

/**
 * Asks a block how low and how high each of some sums can be. One solution that pushes many sums to
 * their ends at once serves them all; programmes of their own are for the sums that remain, and
 * searches for whole numbers for what programmes leave open.
 */
final class BlockAttack implements AutoCloseable {

  // From then on a solution seldom finds what the ones before did not.
  private static final int ROUNDS_TOGETHER = 12;
  private static final int ROUNDS_IN_VAIN = 2;

  private final Knowledge knowledge;
  private final List<Part> parts;
  private final Effort effort;
  private Programme programme;
  private IntegerSearch search;

  /**
   * @param effort takes note of what is solved
   */
  BlockAttack(Knowledge knowledge, List<Part> parts, Effort effort) {
    this.knowledge = knowledge;
    this.parts = parts;
    this.effort = effort;
  }

  /** Pushes many sums at once, now down, now up, now some down and some up. */
  void together() {
    Random random = new Random(1);
    int vain = 0;
    for (int round = 0; round < ROUNDS_TOGETHER && vain < ROUNDS_IN_VAIN; round++) {
      long before = openEnds();
      if (before == 0) {
        return;
      }
      double[] weights = new double[knowledge.unknowns()];
      for (Part part : parts) {
        push(part, round, random, weights);
      }
      learn(programme().minimize(weights));
      vain = openEnds() < before ? 0 : vain + 1;
    }
  }

  private long openEnds() {
    return parts.stream()
        .mapToLong(part -> (isOpen(part, End.LOWEST) ? 1 : 0) + (isOpen(part, End.HIGHEST) ? 1 : 0))
        .sum();
  }

  private static boolean isOpen(Part part, End end) {
    return !part.isAttainedInReals(end);
  }

  private static void push(Part part, int round, Random random, double[] weights) {
    boolean down = isOpen(part, End.LOWEST);
    boolean up = isOpen(part, End.HIGHEST);
    if (down && up) {
      down = round < 2 ? round == 0 : random.nextBoolean();
    }
    if (down || up) {
      // A small sum weighs as much as a large one.
      double weight = (down ? 1.0 : -1.0) / Math.max(1, part.highest() - part.lowest());
      for (int member : part.members()) {
        weights[member] += weight;
      }
    }
  }

  /** Takes from a solution what it says of each sum. */
  private void learn(double[] values) {
    for (Part part : parts) {
      part.attainInReals(Sum.of(part.members(), values));
    }
    long[] whole = new long[values.length];
    for (int unknown = 0; unknown < whole.length; unknown++) {
      whole[unknown] = Math.round(values[unknown]);
    }
    if (knowledge.allows(whole)) {
      learn(whole);
    }
  }

  private void learn(long[] values) {
    for (Part part : parts) {
      part.attain(values);
    }
  }

  /** Asks for each end that nothing has attained yet. */
  void singly() {
    for (Part part : parts) {
      for (End end : End.values()) {
        if (isOpen(part, end)) {
          ask(part, end);
        }
      }
    }
  }

  private void ask(Part part, End end) {
    double[] values = programme().end(part.members(), end);
    double value = Sum.of(part.members(), values);
    if (end == End.LOWEST) {
      part.excludeBelow((long) Math.ceil(value - Programme.TOLERANCE));
    } else {
      part.excludeAbove((long) Math.floor(value + Programme.TOLERANCE));
    }
    learn(values);
  }

  /** Looks for whole numbers at each end that has none. */
  void inIntegers() {
    for (Part part : parts) {
      for (End end : End.values()) {
        if (!part.isAttained(end)) {
          find(part, end);
        }
      }
    }
  }

  private void find(Part part, End end) {
    IntegerSearch.Answer answer = search().end(part.members(), end);
    if (answer.outcome() == IntegerSearch.Outcome.NONE) {
      throw new ContradictionException("no whole numbers agree with it all");
    }
    if (answer.outcome() == IntegerSearch.Outcome.FOUND) {
      long value = Sum.of(part.members(), answer.values());
      if (end == End.LOWEST) {
        part.excludeBelow(value);
      } else {
        part.excludeAbove(value);
      }
      learn(verified(answer.values()));
    }
  }

  /** Looks for each count between the ends until so many are attained. */
  void eachCount(long enough) {
    for (Part part : parts) {
      for (long value : part.open()) {
        if (part.isTried(enough)) {
          break;
        }
        if (!part.isAttained(value)) {
          IntegerSearch.Answer answer = search().attaining(part.members(), value);
          if (answer.outcome() == IntegerSearch.Outcome.FOUND) {
            learn(verified(answer.values()));
          } else if (answer.outcome() == IntegerSearch.Outcome.NONE) {
            part.exclude(value);
          }
        }
      }
    }
  }

  private long[] verified(long[] values) {
    if (!knowledge.allows(values)) {
      throw new IllegalStateException("The solver's values do not agree with what is known");
    }
    return values;
  }

  private IntegerSearch search() {
    if (search == null) {
      search = new IntegerSearch(knowledge, effort);
    }
    return search;
  }

  private Programme programme() {
    if (programme == null) {
      programme = new Programme(knowledge, effort);
    }
    return programme;
  }

  @Override
  public void close() {
    if (programme != null) {
      programme.close();
    }
  }
}
