package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Attacks figures from a solution that is known: what moves of a few universities attain is
 * possible, and what a few of the sums exclude is not. Where these meet, or what is possible is
 * enough, or what is left is too little, nothing more need be asked.
 */
final class ByMoves {

  private final Reading reading;
  private final long[] values;
  private final Demand demand;
  private final Methods methods;
  private final SortedMap<Integer, Found> settled = new TreeMap<>();
  private final Map<Integer, Reached> reached = new TreeMap<>();
  private final Map<Integer, Found> bounds = new TreeMap<>();

  /**
   * @param values whole numbers that agree with everything known
   */
  ByMoves(Reading reading, long[] values, Demand demand, Methods methods) {
    this.reading = reading;
    this.values = values;
    this.demand = demand;
    this.methods = methods;
  }

  /** Takes note of what whole numbers attain of a figure. */
  void know(int number, Found attained) {
    reached.put(
        number,
        new Reached(
            (double) attained.lowest(),
            (double) attained.highest(),
            attained.lowest(),
            attained.highest()));
  }

  /** What was found of those figures, by their numbers, of which nothing more need be asked. */
  SortedMap<Integer, Found> settled() {
    return settled;
  }

  /** Attacks some figures. */
  void settle(List<Integer> attacked) {
    List<Integer> open = attacked;
    for (IntUnaryOperator parting :
        Neighbourhoods.partings(reading.universities(), Neighbourhoods.UNIVERSITIES)) {
      move(open, parting);
      open = settleWhatIsReached(open);
      if (open.isEmpty()) {
        return;
      }
    }
  }

  /** Attacks some figures that moves leave open, by what a few of the sums exclude alone. */
  void settleBounded(List<Integer> attacked) {
    attacked.forEach(
        number -> reached.put(number, Reached.known(Sum.of(reading.members(number), values))));
    settleWhatIsReached(attacked);
  }

  private void move(List<Integer> open, IntUnaryOperator parting) {
    List<int[]> sums = open.stream().map(reading::members).toList();
    List<Reached> found =
        new Neighbourhoods(reading.knowledge(), values, parting, methods).reachedTogether(sums);
    IntStream.range(0, open.size())
        .forEach(place -> reached.merge(open.get(place), found.get(place), Reached::or));
  }

  private List<Integer> settleWhatIsReached(List<Integer> attacked) {
    List<Integer> open = new ArrayList<>();
    for (int number : attacked) {
      Optional<Found> enough =
          reached.get(number).found().stream()
              .filter(found -> demand.isMetWhateverIsKnown(number, found))
              .findFirst();
      enough.ifPresentOrElse(found -> settled.put(number, found), () -> open.add(number));
    }
    if (bounds.isEmpty()) {
      bounds.putAll(new Relaxations(reading, methods).of(open));
    }
    return open.stream().filter(number -> !settle(number, bounds.get(number))).toList();
  }

  private boolean settle(int number, Found bound) {
    List<Found> attained = reached.get(number).found();
    Optional<Found> exact =
        attained.stream()
            .filter(found -> found.lowest() <= bound.lowest() && found.highest() >= bound.highest())
            .findFirst()
            .map(Found::attained);
    Optional<Found> enough =
        attained.stream().filter(found -> demand.isMetEasily(number, found)).findFirst();
    Optional<Found> one =
        exact.or(() -> enough).or(() -> tooLittle(number, bound)).or(() -> enough(number));
    one.ifPresent(found -> settled.put(number, found));
    return one.isPresent();
  }

  private Optional<Found> enough(int number) {
    return reached.get(number).found().stream()
        .filter(found -> demand.isMet(number, found))
        .findFirst();
  }

  private Optional<Found> tooLittle(int number, Found bound) {
    return demand.isMet(number, bound) ? Optional.empty() : Optional.of(bound.bounded());
  }
}
