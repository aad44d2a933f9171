package dev.taizhang.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether an outcome that differs from the truth in a few people agrees with all that is told. */
final class Agreement {

  private final List<PublishedFigure> told;
  private final long[] values;
  private final int[][] toldOf;

  /**
   * @param told figures that say something
   * @param truth how many are placed of the people of each number
   * @throws ContradictionException when the truth is not what is told
   */
  Agreement(Places places, List<PublishedFigure> told, long[] truth) {
    this.told = told;
    values = new long[told.size()];
    int[] counts = new int[truth.length];
    List<int[]> members = told.stream().map(places::of).toList();
    members.forEach(
        some -> {
          for (int person : some) {
            counts[person]++;
          }
        });
    toldOf = new int[truth.length][];
    for (int person = 0; person < toldOf.length; person++) {
      toldOf[person] = new int[counts[person]];
    }
    for (int number = 0; number < values.length; number++) {
      for (int person : members.get(number)) {
        toldOf[person][--counts[person]] = number;
      }
      values[number] = Sum.of(members.get(number), truth);
      if (!allows(number, values[number])) {
        throw new ContradictionException(
            told.get(number).inWords() + " is not what is said to be true");
      }
    }
  }

  private boolean allows(int number, long value) {
    PublishedFigure figure = told.get(number);
    return figure.lowestPlaced().getAsLong() <= value
        && value <= figure.highestPlaced().getAsLong();
  }

  /** Refuses an outcome that does not agree, which whoever made it must not have. */
  void require(Shifts outcome) {
    Map<Integer, Long> moved = new HashMap<>();
    for (int at = 0; at < outcome.count(); at++) {
      int person = outcome.touched(at);
      if (outcome.canGain(person) < 0 || outcome.canLose(person) < 0) {
        throw new IllegalStateException("More or fewer people are placed than there are");
      }
      for (int number : toldOf[person]) {
        moved.merge(number, outcome.more(person), Long::sum);
      }
    }
    moved.forEach(
        (number, many) -> {
          if (!allows(number, values[number] + many)) {
            throw new IllegalStateException(
                "A swap changes what is shown: " + told.get(number).inWords());
          }
        });
  }
}
