package dev.taizhang.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.tables.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Slices on 1, 8, 15 and 22 June; states are outcomes. */
class StateFoldTest {

  private static final List<LocalDate> DATES = List.of(june(1), june(8), june(15), june(22));

  private static LocalDate june(int day) {
    return LocalDate.of(2022, 6, day);
  }

  private static Sighting<String> sighting(int date, int row, String state) {
    return new Sighting<>(date, new Sighting.Place(1, 0, row), "s" + date + "-" + row, state);
  }

  private static List<String> lines(List<Interval<String>> intervals) {
    return intervals.stream()
        .map(
            one ->
                "%s %s %s %s %s %s"
                    .formatted(
                        one.from().getDayOfMonth(),
                        one.to() == null ? "open" : one.to().getDayOfMonth(),
                        one.kind(),
                        one.state(),
                        one.submission(),
                        one.carried().stream()
                            .map(
                                carried ->
                                    carried.slice().getDayOfMonth()
                                        + "<"
                                        + carried.lastGood().getDayOfMonth())
                            .toList()))
        .toList();
  }

  private static List<String> folded(List<Sighting<String>> sightings) {
    return lines(StateFold.<String>fromTheBeginning(DATES).intervals(sightings));
  }

  @Test
  void absenceBetweenSlicesIsAStateOfItsOwn() {
    assertEquals(
        List.of(
            "1 15 entered 70 s0-1 []", "15 22 left null null []", "22 open returned 10 s3-1 []"),
        folded(List.of(sighting(0, 1, "70"), sighting(1, 1, "70"), sighting(3, 1, "10"))));
  }

  @Test
  void ofSeveralRowsOfADateTheLastThatTellsAStateCounts() {
    assertEquals(
        List.of("1 8 entered 10 s0-2 []", "8 open left null null []"),
        folded(List.of(sighting(0, 1, "70"), sighting(0, 2, "10"), sighting(0, 3, null))));
  }

  @Test
  void rowsThatTellNoStateCarryTheLastOneForward() {
    assertEquals(
        List.of(
            "1 15 entered 70 s0-1 [8<1]",
            "15 22 left null null []",
            "22 open returned 70 s3-1 [22<1]"),
        folded(List.of(sighting(0, 1, "70"), sighting(1, 1, null), sighting(3, 1, null))));
  }

  @Test
  void whoeverIsNeverToldOfHasNoHistory() {
    assertEquals(List.of(), folded(List.of(sighting(0, 1, null), sighting(3, 1, null))));
  }

  @Test
  void carryingOnMakesWhatAllSlicesMake() {
    Random random = new Random(35);
    for (int draw = 0; draw < 20_000; draw++) {
      List<Sighting<String>> all = new ArrayList<>();
      for (int date = 0; date < DATES.size(); date++) {
        for (int row = random.nextInt(3); row > 0; row--) {
          String state = random.nextInt(3) == 0 ? null : "7" + random.nextInt(2);
          all.add(sighting(date, all.size(), state));
        }
      }
      int last = DATES.size() - 1;
      List<Sighting<String>> before = all.stream().filter(one -> one.date() < last).toList();
      List<Sighting<String>> now = all.stream().filter(one -> one.date() == last).toList();
      List<Interval<String>> known =
          StateFold.<String>fromTheBeginning(DATES.subList(0, last)).intervals(before);
      List<Interval<String>> carriedOn = new ArrayList<>();
      if (known.isEmpty()) {
        carriedOn.addAll(StateFold.<String>fromTheBeginning(DATES).intervals(now));
      } else {
        Interval<String> open = known.get(known.size() - 1);
        Optional<Interval<String>> lastTold =
            known.size() > 1 ? Optional.of(known.get(known.size() - 2)) : Optional.empty();
        carriedOn.addAll(known.subList(0, known.size() - 1));
        carriedOn.addAll(StateFold.carriedOn(DATES, open, lastTold).intervals(now));
      }
      assertEquals(
          StateFold.<String>fromTheBeginning(DATES).intervals(all), carriedOn, all::toString);
    }
  }

  @Test
  void whoeverIsAwayAndNotNamedStaysAway() {
    Interval<String> away =
        new Interval<>(june(15), null, History.LEFT, History.LEDGER, null, List.of(), null);
    assertEquals(
        List.of(away), StateFold.carriedOn(DATES, away, Optional.empty()).intervals(List.of()));
  }
}
