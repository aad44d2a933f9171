package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What figures say, read as sums of unknowns. People of one university whom no figure tells apart
 * are one unknown.
 */
final class Reading {

  private final SideKnowledge known;
  private final Set<String> before;
  private final List<int[]> said = new ArrayList<>();
  private final List<int[]> asked = new ArrayList<>();
  private final List<int[]> wholes = new ArrayList<>();
  private final List<PublishedFigure> shown;
  private final List<PublishedFigure> figures;
  private final Map<String, Integer> codes = new LinkedHashMap<>();
  private final int[] unknownOf;
  private final Knowledge sizes;
  private final List<Sum> sums;
  private final Knowledge knowledge;

  Reading(Publication publication) {
    this.known = publication.known();
    this.before = publication.before();
    List<PublishedFigure> attacked = publication.attacked();
    this.shown = Attack.shown(publication.told(), known);
    this.figures = attacked;
    List<KnownPeople> people = known.people();
    Places places = new Places(people);
    shown.forEach(figure -> said.add(places.of(figure)));
    attacked.forEach(figure -> wholes.add(places.of(figure)));
    wholes.forEach(whole -> asked.add(withoutInsider(whole)));
    for (int number = 0; number < attacked.size(); number++) {
      requireSize(attacked.get(number), places);
    }
    shown.forEach(figure -> requireSize(figure, places));
    this.unknownOf = unknownOf(people);
    this.sizes = sizes();
    this.sums = IntStream.range(0, shown.size()).mapToObj(this::sum).toList();
    this.knowledge = sizes.with(DistinctSums.of(sums));
  }

  private void requireSize(PublishedFigure figure, Places places) {
    if (figure.graduates().isPresent() && !figure.isRounded()) {
      long size = IntStream.of(places.of(figure)).mapToLong(this::graduates).sum();
      if (size != figure.graduates().getAsLong()) {
        throw new ContradictionException(
            "%s has %d graduates, and the people known are %d"
                .formatted(figure.inWords(), figure.graduates().getAsLong(), size));
      }
    }
  }

  private long graduates(int person) {
    return known.people().get(person).graduates();
  }

  private boolean isInsiders(int person) {
    return known
        .insider()
        .map(Insider::universityCode)
        .filter(known.people().get(person).universityCode()::equals)
        .isPresent();
  }

  private int[] withoutInsider(int[] people) {
    return IntStream.of(people).filter(person -> !isInsiders(person)).toArray();
  }

  /** The number of each one's unknown: the same for people of the same sums. */
  private int[] unknownOf(List<KnownPeople> people) {
    List<List<Integer>> sums = new ArrayList<>();
    people.forEach(one -> sums.add(new ArrayList<>()));
    int number = 0;
    for (List<int[]> some : List.of(said, asked)) {
      for (int[] members : some) {
        for (int person : members) {
          sums.get(person).add(number);
        }
        number++;
      }
    }
    Map<List<Object>, Integer> numbers = new HashMap<>();
    int[] unknowns = new int[people.size()];
    for (int person = 0; person < unknowns.length; person++) {
      List<Object> same = List.of(people.get(person).universityCode(), sums.get(person));
      unknowns[person] = numbers.computeIfAbsent(same, ignored -> numbers.size());
    }
    return unknowns;
  }

  /** What is known of each unknown alone. */
  private Knowledge sizes() {
    int count = IntStream.of(unknownOf).max().orElse(-1) + 1;
    long[] lowest = new long[count];
    long[] highest = new long[count];
    int[] universities = new int[count];
    known.people().forEach(one -> codes.putIfAbsent(one.universityCode(), codes.size()));
    for (int person = 0; person < unknownOf.length; person++) {
      KnownPeople one = known.people().get(person);
      int unknown = unknownOf[person];
      universities[unknown] = codes.get(one.universityCode());
      if (isInsiders(person)) {
        long placed = placed(known.insider().orElseThrow(), one);
        lowest[unknown] += placed;
        highest[unknown] += placed;
      } else {
        highest[unknown] += one.graduates();
      }
    }
    return new Knowledge(lowest, highest, universities, List.of());
  }

  private Sum sum(int number) {
    PublishedFigure figure = shown.get(number);
    return new Sum(
        unknowns(said.get(number)),
        figure.lowestPlaced().getAsLong(),
        figure.highestPlaced().getAsLong());
  }

  /** The unknowns of some people, all of whom are of a figure, ascending. */
  private int[] unknowns(int[] people) {
    TreeSet<Integer> unknowns = new TreeSet<>();
    for (int person : people) {
      unknowns.add(unknownOf[person]);
    }
    return unknowns.stream().mapToInt(Integer::intValue).toArray();
  }

  static long placed(Insider insider, KnownPeople one) {
    Long placed = insider.placedOfPeople().get(one.id());
    if (placed == null || placed < 0 || placed > one.graduates()) {
      throw new IllegalArgumentException(
          "The insider of %s says that %s of %d are placed of %s"
              .formatted(insider.universityCode(), placed, one.graduates(), one.id()));
    }
    return placed;
  }

  Knowledge knowledge() {
    return knowledge;
  }

  /**
   * What would be known of an attacked figure without all that does not lie inside of it: sizes,
   * figures of everybody, what was said before, and shown figures of some of its people. A rounded
   * figure says itself what is to be left of it, whatever else is printed.
   */
  Knowledge without(int attacked) {
    IntPredicate within = saidWithin(attacked);
    return sizes.with(
        DistinctSums.of(
            IntStream.range(0, shown.size()).filter(within).mapToObj(sums::get).toList()));
  }

  /** Which of what is {@link #said} lies inside an attacked figure, is older, or of everybody. */
  IntPredicate saidWithin(int attacked) {
    BitSet whole = new BitSet();
    IntStream.of(wholes.get(attacked)).forEach(whole::set);
    int size = figures.get(attacked).isRounded() ? 0 : wholes.get(attacked).length;
    return number ->
        shown.get(number).isOfAll()
            || before.contains(shown.get(number).scope().releaseId())
            || isPart(said.get(number), whole, size);
  }

  /** Everything known, with a sum for each shown figure, in their order. */
  Knowledge said() {
    return sizes.with(sums);
  }

  /** What each of the shown figures of a kind says, by a name for the kind. */
  Map<String, List<Sum>> saidBy(Function<PublishedFigure, String> kind) {
    Map<String, List<Sum>> by = new LinkedHashMap<>();
    for (int number = 0; number < shown.size(); number++) {
      by.computeIfAbsent(kind.apply(shown.get(number)), ignored -> new ArrayList<>())
          .add(sums.get(number));
    }
    return by;
  }

  private static boolean isPart(int[] people, BitSet whole, int size) {
    return people.length > 0 && people.length < size && IntStream.of(people).allMatch(whole::get);
  }

  PublishedFigure attacked(int number) {
    return figures.get(number);
  }

  /** How many universities there are. */
  int universities() {
    return codes.size();
  }

  /** The number of a university. */
  int university(String code) {
    Integer number = codes.get(code);
    if (number == null) {
      throw new IllegalArgumentException("Nobody is known of university " + code);
    }
    return number;
  }

  /** The unknowns of an attacked figure; for an insider, without those of the insider. */
  int[] members(int attacked) {
    return unknowns(asked.get(attacked));
  }

  /** How many graduates an attacked figure speaks of, without those of the insider. */
  long size(int attacked) {
    return IntStream.of(asked.get(attacked)).mapToLong(this::graduates).sum();
  }

  /** How many are placed of an attacked figure's graduates whom an insider knows. */
  long insiders(int attacked) {
    return IntStream.of(wholes.get(attacked))
        .filter(this::isInsiders)
        .mapToLong(person -> placed(known.insider().orElseThrow(), known.people().get(person)))
        .sum();
  }

  /** The values of all unknowns, when so many are placed of the people of each id. */
  long[] values(Map<String, Long> placed) {
    long[] values = new long[knowledge.unknowns()];
    for (int person = 0; person < unknownOf.length; person++) {
      values[unknownOf[person]] += placed(placed, known.people().get(person));
    }
    return values;
  }

  /** How many are said to be placed of some people. */
  static long placed(Map<String, Long> placed, KnownPeople one) {
    Long told = placed.get(one.id());
    if (told == null || told < 0 || told > one.graduates()) {
      throw new IllegalArgumentException(
          "%s of %d are said to be placed of %s".formatted(told, one.graduates(), one.id()));
    }
    return told;
  }
}
