package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Bounds of attacked figures from outside, by a few of the sums at a time: what is told of one
 * place, what is told of one group, and each sum alone. All of them together may leave less.
 */
final class Relaxations {

  private final Reading reading;
  private final Methods methods;

  Relaxations(Reading reading, Methods methods) {
    this.reading = reading;
    this.methods = methods;
  }

  /** Bounds of some attacked figures, by their numbers. */
  Map<Integer, Found> of(List<Integer> attacked) {
    Map<Integer, Found> bounds = new TreeMap<>();
    Relaxation singly = new Relaxation(reading.knowledge().narrowed());
    attacked.forEach(
        number -> bounds.put(number, singly.bounds(reading.members(number), methods::inReals)));
    by(figure -> figure.level() + " " + figure.code(), attacked, bounds);
    by(PublishedFigure::group, attacked, bounds);
    return bounds;
  }

  private void by(
      Function<PublishedFigure, String> key, List<Integer> attacked, Map<Integer, Found> bounds) {
    Map<String, List<Integer>> asked = new LinkedHashMap<>();
    attacked.forEach(
        number ->
            asked
                .computeIfAbsent(key.apply(reading.attacked(number)), ignored -> new ArrayList<>())
                .add(number));
    Map<String, List<Sum>> told = reading.saidBy(key);
    asked.forEach(
        (what, numbers) -> {
          List<Found> found = bounds(told.getOrDefault(what, List.of()), numbers);
          for (int place = 0; place < numbers.size(); place++) {
            bounds.merge(numbers.get(place), found.get(place), Found::and);
          }
        });
  }

  private List<Found> bounds(List<Sum> told, List<Integer> attacked) {
    Knowledge whole = reading.knowledge();
    List<Sum> sums = new ArrayList<>(DistinctSums.of(told));
    int many = sums.size();
    for (int number : attacked) {
      // A sum of which nothing is told keeps its unknowns apart from others.
      int[] members = reading.members(number);
      sums.add(new Sum(members, whole.lowest(members), whole.highest(members)));
    }
    int[] some =
        sums.stream()
            .flatMapToInt(sum -> Arrays.stream(sum.members()))
            .distinct()
            .sorted()
            .toArray();
    Knowledge merged = whole.only(some, sums).merged();
    List<int[]> asked = merged.sums().stream().skip(many).map(Sum::members).toList();
    return new Sums(merged.with(merged.sums().subList(0, many)), methods::inReals).attack(asked, 1);
  }
}
