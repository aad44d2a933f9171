package dev.taizhang.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.ortools.Loader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Moves that no figure tells of, held against all that the people of tiny cohorts can do. */
class FreeMovesTest {

  private static final List<String> GROUPS =
      List.of("none", "any|orphan", "any|disabled", "any|orphan|disabled", "unknown");

  private static final AtomicInteger FOUND = new AtomicInteger();
  private static final AtomicInteger NOTHING = new AtomicInteger();
  private static final AtomicInteger WITHOUT_INSIDER = new AtomicInteger();
  private static final AtomicInteger OF_FOUR_PARTS = new AtomicInteger();

  @BeforeContainer
  static void load() {
    Loader.loadNativeLibraries();
  }

  @Property(tries = 500)
  void whatCanMoveIsMovedAsFarAsItCan(@ForAll long seed) {
    Random random = new Random(seed);
    Sums sums = random.nextInt(5) == 0 ? ofALongWay(random) : sums(random);
    List<Sum> targets = sums.sums.stream().filter(Sum::isTarget).toList();
    if (targets.isEmpty()) {
      return;
    }
    Sum target = targets.get(random.nextInt(targets.size()));
    Set<Integer> insiders =
        random.nextBoolean() ? Set.of() : Set.of(random.nextInt(sums.universities.size()));
    int sign = random.nextBoolean() ? 1 : -1;
    long furthest = furthest(sums, target, insiders, sign);

    Optional<Witness> witness;
    int[] everybody = IntStream.range(0, sums.people.size()).toArray();
    try (FreeMoves moves = new FreeMoves(sums, target, everybody)) {
      witness = moves.witness(sign * 10L, insiders);
    }

    assertEquals(furthest, witness.map(told -> sign * told.changes().get(target.index)).orElse(0L));
    witness.ifPresent(told -> assertAgrees(sums, told, insiders));
    (witness.isPresent() ? FOUND : NOTHING).incrementAndGet();
    if (witness.isPresent() && !insiders.isEmpty()) {
      WITHOUT_INSIDER.incrementAndGet();
    }
    if (witness.isPresent() && witness.get().moves().size() > 4) {
      OF_FOUR_PARTS.incrementAndGet();
    }
  }

  private static void assertAgrees(Sums sums, Witness witness, Set<Integer> insiders) {
    witness
        .moves()
        .forEach(
            (index, move) -> {
              long placed = sums.placed(index) + move;
              assertTrue(placed >= 0 && placed <= sums.graduates(index), witness.toString());
            });
    assertTrue(witness.universities().stream().noneMatch(insiders::contains), witness.toString());
    assertTrue(
        witness.changes().keySet().stream().noneMatch(sum -> sums.sums.get(sum).isSeen()),
        witness.toString());
  }

  private static Sums sums(Random random) {
    List<People> people = new ArrayList<>();
    long outcomes = 1;
    for (String university : List.of("10001", "10002", "20001")) {
      for (String discipline : List.of("01", "02")) {
        for (String groups : GROUPS) {
          long graduates = random.nextInt(5) - 1L;
          if (graduates > 0 && outcomes * (graduates + 1) <= 12_000) {
            outcomes *= graduates + 1;
            people.add(
                PeopleOfTests.people(
                    university,
                    discipline,
                    groups,
                    graduates,
                    random.nextInt((int) graduates + 1)));
          }
        }
      }
    }
    Sums sums = of(people);
    sums.sums.forEach(sum -> sum.withheld = random.nextInt(4) != 0);
    return sums;
  }

  private static Sums of(List<People> people) {
    return Sums.of(
        PeopleOfTests.cohort(PeopleOfTests.DATE, people),
        List.of(),
        PeopleOfTests.OF_FEW,
        figure -> true);
  }

  /** Orphans of a university move with those of two others alone, and others for each of them. */
  private static Sums ofALongWay(Random random) {
    List<People> people = new ArrayList<>();
    boolean placed = random.nextBoolean();
    for (String university : List.of("10001", "10002", "20001")) {
      for (String discipline : List.of("01", "02")) {
        // The first two have one discipline each; the third joins them by both.
        if (university.equals("20001") || university.endsWith(discipline.substring(1))) {
          boolean isReversed = university.equals("20001") == discipline.equals("01");
          for (String groups : List.of("any|orphan", "none")) {
            boolean moves = placed ^ isReversed ^ groups.equals("none");
            int others = random.nextInt(2);
            people.add(
                PeopleOfTests.people(
                    university,
                    discipline,
                    groups,
                    1L + others,
                    (moves ? 1 : 0) + random.nextInt(1 + others)));
          }
        }
      }
    }
    Sums sums = of(people);
    sums.sums.forEach(
        sum ->
            sum.withheld =
                sum.figures.stream().allMatch(figure -> figure.level() == Level.UNIVERSITY));
    return sums;
  }

  /** By looking at each outcome. */
  private static long furthest(Sums sums, Sum target, Set<Integer> insiders, int sign) {
    long furthest = 0;
    for (long[] outcome : outcomes(sums, insiders)) {
      SortedMap<Integer, Long> moves = new TreeMap<>();
      for (int index = 0; index < outcome.length; index++) {
        if (outcome[index] != sums.placed(index)) {
          moves.put(index, outcome[index] - sums.placed(index));
        }
      }
      Witness witness = sums.witness(moves);
      if (witness.changes().keySet().stream().noneMatch(sum -> sums.sums.get(sum).isSeen())) {
        furthest = Math.max(furthest, sign * witness.changes().getOrDefault(target.index, 0L));
      }
    }
    return Math.min(furthest, 10);
  }

  private static List<long[]> outcomes(Sums sums, Set<Integer> insiders) {
    List<long[]> all = List.of(new long[sums.people.size()]);
    for (int index = 0; index < sums.people.size(); index++) {
      int part = index;
      boolean stays = insiders.contains(sums.universityOfPeople[part]);
      long low = stays ? sums.placed(part) : 0;
      long high = stays ? sums.placed(part) : sums.graduates(part);
      List<long[]> longer = new ArrayList<>();
      for (long[] outcome : all) {
        for (long placed = low; placed <= high; placed++) {
          long[] more = Arrays.copyOf(outcome, outcome.length);
          more[part] = placed;
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  @AfterContainer
  static void enoughWasDrawn() {
    assertTrue(FOUND.get() >= 30, "moved: " + FOUND);
    assertTrue(NOTHING.get() >= 30, "nothing to move: " + NOTHING);
    assertTrue(WITHOUT_INSIDER.get() >= 5, "of who knows a university: " + WITHOUT_INSIDER);
    assertTrue(OF_FOUR_PARTS.get() >= 2, "that took more than four parts: " + OF_FOUR_PARTS);
  }
}
