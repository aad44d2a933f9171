package dev.taizhang.figures.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.figures.courses.CourseDates;
import dev.taizhang.figures.courses.InventedCourses;
import dev.taizhang.figures.courses.State;
import dev.taizhang.figures.courses.Traits;
import dev.taizhang.figures.courses.Watch;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.MedianTimeToPlacement.MedianTime;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.TimeToPlacement.PlacedByDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Slices are those of 1 June and every fourth week after it, in 2025. */
class PlacementCurvesTest {

  private static final double SAME = 1e-12;
  private static final List<Integer> SLICES =
      IntStream.range(0, 8).mapToObj(month -> InventedCourses.day(6, 1) + 28 * month).toList();
  private static final Hardship DISABLED = new Hardship(List.of("disabled"), "tags");
  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());

  private final PlacementTimes times = new PlacementTimes(Names.of(REFERENCE));

  /** The cohort when a slice speaks on its own date; slices are numbered from 1. */
  private static CourseDates dates(int slices) {
    LocalDate last = LocalDate.ofEpochDay(SLICES.get(slices - 1));
    return CourseDates.of(
        List.of(new Speaking(last, "plain", "90001", 2025, last, 0, true, true, true)),
        SLICES.stream()
            .map(
                day ->
                    new Slice(
                        "of " + day,
                        "90001",
                        2025,
                        LocalDate.ofEpochDay(day),
                        1,
                        Slices.IN_FORCE,
                        null,
                        1))
            .toList(),
        new PlacementTimes(Names.of(REFERENCE))::isTold);
  }

  private static Watch watch(int slices) {
    return dates(slices).of("90001", 2025).get(0);
  }

  private void add(int graduates, String told, Traits traits) {
    int slices = told.split(" ", -1).length;
    for (int number = 0; number < graduates; number++) {
      times.add(
          InventedCourses.course("90001", SLICES.subList(0, slices), told, traits), watch(slices));
    }
  }

  private void add(int graduates, String told) {
    add(graduates, told, InventedCourses.TRAITS);
  }

  private PlacementCurves curves(int slices) {
    return PlacementCurves.of(times, dates(slices), HardshipGroups.of(REFERENCE));
  }

  private static List<PlacedByDay> everywhere(PlacementCurves curves, String clock, String group) {
    return curves.byDay().stream()
        .filter(one -> one.clock().equals(clock) && one.hardshipGroup().equals(group))
        .filter(one -> one.degreeLevel().equals("all") && one.disciplineCode().equals("all"))
        .filter(one -> one.provinceCode().equals("all"))
        .sorted((one, other) -> Integer.compare(one.day(), other.day()))
        .toList();
  }

  private static MedianTime median(PlacementCurves curves, String clock, String group) {
    return curves.medians().stream()
        .filter(one -> one.clock().equals(clock) && one.hardshipGroup().equals(group))
        .filter(one -> one.degreeLevel().equals("all") && one.disciplineCode().equals("all"))
        .filter(one -> one.provinceCode().equals("all"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingIsToldOfDaysOnWhichNobodyIsWatched() {
    WaitingTimes waiting = new WaitingTimes();
    waiting.add(Waiting.going(100, OptionalInt.empty()));
    waiting.add(new Waiting(State.EMPLOYMENT, 40, 50, 120, 250, OptionalInt.of(200)));
    assertEquals(100, waiting.lastDay());
    WaitingTimes placed = new WaitingTimes();
    placed.add(new Waiting(State.EMPLOYMENT, 40, 50, 120, 250, OptionalInt.of(200)));
    assertEquals(250, placed.lastDay());
    assertEquals(250, placed.merge(new WaitingTimes()).lastDay());
    assertEquals(100, new WaitingTimes().merge(waiting).lastDay());
  }

  /**
   * Slices of 1 and 29 June, 27 July, 24 August and 21 September; graduates leave on 1 July and are
   * watched until 24 August, day 54. Two are placed between 29 June and 27 July, read as 13 July
   * (day 12), one between 27 July and 24 August, read as 10 August (day 40).
   */
  @Test
  void ofThoseUnplacedAtGraduationTheShareStillUnplacedIsToldByDays() {
    add(2, "70 70 10 10 10");
    add(1, "70 70 70 80 80");
    add(1, "70 70 70 70 70");
    add(3, "10 10 10 10 10");
    assertEquals(
        List.of("0 4 4 0 0 0 1.00 1.00 1.00", "30 4 2 2 0 0 0.50 0.25 0.50"),
        everywhere(curves(5), "graduation", "all").stream()
            .map(
                one ->
                    "%d %d %d %d %d %d %.2f %.2f %.2f"
                        .formatted(
                            one.day(),
                            one.graduates(),
                            one.atRisk(),
                            one.employment(),
                            one.domesticStudy(),
                            one.censored(),
                            one.unplacedShare(),
                            one.unplacedShareEarliest(),
                            one.unplacedShareLatest()))
            .toList());
    MedianTime median = median(curves(5), "graduation", "all");
    assertEquals(26, median.medianDays(), SAME);
    assertEquals((1 + 27) / 2.0, median.medianDaysEarliest(), SAME);
    assertEquals((26 + 54) / 2.0, median.medianDaysLatest(), SAME);
    assertEquals(3, median.placed());
    assertNull(median.meanDaysIn180(), "nobody was watched that long");
  }

  @Test
  void onTheCalendarEverybodyIsThereAndDaysAreEndsOfMonths() {
    add(1, "70 70 10 10 10");
    add(3, "10 10 10 10 10");
    List<PlacedByDay> rows = everywhere(curves(5), "calendar", "all");
    assertEquals(
        List.of(
            "2025-01-01",
            "2025-01-31",
            "2025-02-28",
            "2025-03-31",
            "2025-04-30",
            "2025-05-31",
            "2025-06-30",
            "2025-07-31"),
        rows.stream().map(one -> one.onDate().toString()).toList());
    // Those placed from the beginning are read as 17 March.
    assertEquals(
        List.of(1.0, 1.0, 1.0, 0.25, 0.25, 0.25, 0.25, 0.0),
        rows.stream().map(PlacedByDay::unplacedShare).toList());
  }

  @Test
  void groupIsLaterThanThoseWithoutHardshipByTheDifferenceOfMedians() {
    add(4, "70 70 10 10 10 10");
    add(4, "70 70 70 10 10 10", InventedCourses.traits(DISABLED, null));
    MedianTime disabled = median(curves(6), "graduation", "disabled");
    assertEquals(12, disabled.referenceMedianDays(), SAME);
    assertEquals(40, disabled.medianDays(), SAME);
    assertEquals(28, disabled.daysLater(), SAME);
    assertNull(median(curves(6), "graduation", "none").daysLater());
    assertNull(median(curves(6), "graduation", "all").daysLater());
  }

  @Test
  void medianThatIsNotReachedIsNullAndNobodyIsLaterThanIt() {
    add(4, "70 70 10 10 10 10");
    add(4, "70 70 70 70 70 70", InventedCourses.traits(DISABLED, null));
    MedianTime disabled = median(curves(6), "graduation", "disabled");
    assertNull(disabled.medianDays());
    assertNull(disabled.daysLater());
    assertEquals(12, disabled.referenceMedianDays(), SAME);
  }

  @Test
  void graduationDayIsTheOneThatTheLedgerStates() {
    add(
        2,
        "70 70 10 10 10",
        InventedCourses.traits(InventedCourses.NONE, LocalDate.of(2025, 6, 30)));
    assertEquals(13, median(curves(5), "graduation", "all").medianDays(), SAME);
  }

  @Test
  void whoeverLostAPlacementBeforeGraduationWaitsAgain() {
    add(1, "10 70 70 10 10");
    add(1, "10 10 70 70 70");
    // The second is placed on 1 July and told unplaced on 27 July.
    PlacedByDay first = everywhere(curves(5), "graduation", "all").get(0);
    assertEquals(1, first.graduates());
    assertEquals(2, median(curves(5), "calendar", "all").lost());
  }

  @Test
  void lossIsCountedOnItsDay() {
    add(1, "70 70 10 10 70 70 70 70");
    List<PlacedByDay> rows = everywhere(curves(8), "graduation", "all");
    assertEquals(
        List.of("0 0", "30 0", "60 0", "90 1"),
        rows.stream().map(one -> one.day() + " " + one.lost()).toList());
    assertEquals(0.0, rows.get(3).unplacedShare(), "a first placement is not taken back");
  }

  @Test
  void whoeverLeavesTheLedgerIsWatchedUntilThen() {
    add(1, "70 70 70 - - -");
    add(1, "70 70 70 70 70 70");
    List<PlacedByDay> rows = everywhere(curves(6), "graduation", "all");
    assertEquals(
        List.of("0 2 0", "30 1 1", "60 1 1"),
        rows.stream()
            .map(one -> "%d %d %d".formatted(one.day(), one.atRisk(), one.censored()))
            .toList());
  }

  @Test
  void beforeGraduationOnlyTheCalendarIsTold() {
    add(3, "70 70");
    PlacementCurves curves = curves(2);
    assertEquals(
        List.of("calendar"), curves.medians().stream().map(MedianTime::clock).distinct().toList());
  }

  @Test
  void everyCurveIsCutByOneDimensionAtMost() {
    add(3, "70 70 10 10");
    assertEquals(
        List.of(
            "all all all all", "all academic 08 all", "all all all 000000", "bachelor all all all"),
        curves(4).medians().stream()
            .filter(one -> one.hardshipGroup().equals("all") && one.clock().equals("calendar"))
            .map(
                one ->
                    String.join(
                        " ",
                        one.degreeLevel(),
                        one.disciplineCatalogue(),
                        one.disciplineCode(),
                        one.provinceCode()))
            .sorted((one, other) -> ORDER.indexOf(one) - ORDER.indexOf(other))
            .toList());
  }

  private static final List<String> ORDER =
      List.of(
          "all all all all", "all academic 08 all", "all all all 000000", "bachelor all all all");

  /** Without censoring the share is that of people, and with it all shares add up to 1. */
  @Test
  void sharesAreThoseOfPeopleWithoutCensoringAndAddUpAlways() {
    Random random = new Random(5);
    List<String> words = List.of("70", "10", "80", "85", "70", "10", "-");
    for (int graduate = 0; graduate < 500; graduate++) {
      add(
          1,
          IntStream.range(0, SLICES.size())
              .mapToObj(slice -> words.get(random.nextInt(words.size())))
              .collect(Collectors.joining(" ")),
          InventedCourses.traits(random.nextBoolean() ? DISABLED : InventedCourses.NONE, null));
    }
    List<PlacedByDay> rows = curves(SLICES.size()).byDay();
    assertTrue(rows.stream().anyMatch(one -> one.censored() > 0));
    assertTrue(rows.stream().anyMatch(one -> one.censored() == 0 && one.employment() > 0));
    for (PlacedByDay one : rows) {
      long placed = one.employment() + one.domesticStudy() + one.abroad();
      assertEquals(one.graduates(), placed + one.censored() + one.atRisk(), one::toString);
      assertEquals(
          1,
          one.unplacedShare()
              + one.employmentShare()
              + one.domesticStudyShare()
              + one.abroadShare(),
          SAME,
          one::toString);
      if (one.censored() == 0) {
        assertEquals(1 - (double) placed / one.graduates(), one.unplacedShare(), SAME);
        assertEquals((double) one.employment() / one.graduates(), one.employmentShare(), SAME);
      }
    }
  }

  @Test
  void countsOfTwoTasksAreThoseOfOne() {
    PlacementTimes other = new PlacementTimes(Names.of(REFERENCE));
    add(2, "70 70 10 10");
    other.add(InventedCourses.course(SLICES.subList(0, 4), "70 10 10 10"), watch(4));
    times.merge(other);
    PlacementTimes one = new PlacementTimes(Names.of(REFERENCE));
    for (String told : List.of("70 70 10 10", "70 70 10 10", "70 10 10 10")) {
      one.add(InventedCourses.course(SLICES.subList(0, 4), told), watch(4));
    }
    PlacementCurves expected = PlacementCurves.of(one, dates(4), HardshipGroups.of(REFERENCE));
    assertEquals(List.copyOf(sorted(expected.byDay())), List.copyOf(sorted(curves(4).byDay())));
  }

  private static List<String> sorted(List<PlacedByDay> rows) {
    return rows.stream().map(PlacedByDay::toString).sorted().toList();
  }
}
