package dev.taizhang.figures.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.figures.courses.Course;
import dev.taizhang.figures.courses.CourseInterval;
import dev.taizhang.figures.courses.InventedCourses;
import dev.taizhang.figures.courses.Placement;
import dev.taizhang.figures.courses.Watch;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slices are those of 1, 8, 15, 22 and 29 June 2025, so that graduates are watched until 22. */
class PlacementsToldTest {

  private static final int FIRST = InventedCourses.day(6, 1);
  private static final List<Integer> SLICES = InventedCourses.weekly(FIRST, 5);
  private static final Watch WATCH = InventedCourses.watch(SLICES);

  private static PlacementsTold told(String course) {
    return PlacementsTold.of(InventedCourses.course(SLICES, course), WATCH);
  }

  private static String date(int day) {
    return day == CourseInterval.OPEN ? "" : LocalDate.ofEpochDay(day).toString();
  }

  private static String words(PlacementsTold told) {
    return told.placements().stream()
        .map(
            one ->
                String.join(
                        " ",
                        one.cause().toString(),
                        date(one.earliest()),
                        date(one.day()),
                        date(one.latest()),
                        date(one.lostOn()))
                    .strip())
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "midpoint               | 70 70 10 10 10      | EMPLOYMENT 2025-06-09 2025-06-12 2025-06-15",
        "registered             | 70 70 10/0611 10/0611 10/0611"
            + "| EMPLOYMENT 2025-06-11 2025-06-11 2025-06-11",
        "registered on the day  | 70 70 10/0615 10/0615 10/0615"
            + "| EMPLOYMENT 2025-06-15 2025-06-15 2025-06-15",
        "registered too early   | 70 70 10/0608 10/0608 10/0608"
            + "| EMPLOYMENT 2025-06-09 2025-06-12 2025-06-15",
        "registered in future   | 70 70 10/0620 10/0620 10/0620"
            + "| EMPLOYMENT 2025-06-09 2025-06-12 2025-06-15",
        "registered later on    | 70 70 10 10/0611 10/0611"
            + "| EMPLOYMENT 2025-06-11 2025-06-11 2025-06-11",
        "one slice alone        | 70 10 70 70 70      | ''",
        "the last slice alone   | 70 70 70 70 10      | ''",
        "last two slices        | 70 70 70 10 10      | EMPLOYMENT 2025-06-16 2025-06-19 2025-06-22",
        "lost                   | 70 10 10 70 70"
            + "| EMPLOYMENT 2025-06-02 2025-06-05 2025-06-08 2025-06-22",
        "lost and placed again  | 10 10 70 80 80"
            + "| EMPLOYMENT 2025-01-01 2025-03-17 2025-06-01 2025-06-15;"
            + " DOMESTIC_STUDY 2025-06-16 2025-06-19 2025-06-22",
        "absent after placement | 70 10 - 10 10       | EMPLOYMENT 2025-06-02 2025-06-05 2025-06-08",
        "absent before it       | 70 - 10 10 10       | EMPLOYMENT 2025-06-02 2025-06-08 2025-06-15",
        "outside at the next    | 70 10 65 10 10      | EMPLOYMENT 2025-06-02 2025-06-12 2025-06-22",
        "outside once it lasted | 70 10 10 65 10      | EMPLOYMENT 2025-06-02 2025-06-05 2025-06-08",
        "gone after one slice   | 70 10 - - -         | ''",
        "from the beginning     | 10 10 10 10 10      | EMPLOYMENT 2025-01-01 2025-03-17 2025-06-01",
        "registered in January  | 10/0115 10/0115 10/0115 10/0115 10/0115"
            + "| EMPLOYMENT 2025-01-15 2025-01-15 2025-01-15",
        "entered placed         | - 85 85 85 85       | ABROAD 2025-01-01 2025-03-21 2025-06-08",
        "another outcome        | 70 80 76 76 76      | DOMESTIC_STUDY 2025-06-02 2025-06-05 2025-06-08",
        "not seeking, unknown   | 71 ? 11 11 11       | EMPLOYMENT 2025-06-09 2025-06-12 2025-06-15",
        "never                  | 70 71 72 ? 70       | ''"
      })
  void placementIsTheFirstStateThatLasts(String why, String course, String expected) {
    assertEquals(expected, words(told(course)), why);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "70 10 70 70 70 | 2025-06-15",
        "70 10 10 70 10 | 2025-06-22",
        "10 70 10 71 70 | 2025-06-08 2025-06-22",
        "10 10 - - 70   | 2025-06-29",
        "10 10 - - -    | ''",
        "10 10 80 80 12 | ''"
      })
  void lossIsAnUnplacedStateAfterAPlacedOne(String course, String expected) {
    assertEquals(
        expected,
        told(course).losses().stream()
            .map(PlacementsToldTest::date)
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "70 70 70 70 70 | 2025-06-22",
        "70 70 - - -    | 2025-06-08",
        "70 - 70 - -    | 2025-06-15",
        "70 - 70 70 -   | 2025-06-22",
        "- - - 70 70    | 2025-06-22",
        "- - - - 70     | never"
      })
  void graduatesAreWatchedUntilTheSliceBeforeTheLastThatNamesThem(String course, String expected) {
    OptionalInt until = told(course).watchedUntil();
    assertEquals(expected, until.isEmpty() ? "never" : date(until.getAsInt()));
  }

  @Test
  void ofOneSliceNobodyIsWatched() {
    List<Integer> one = List.of(FIRST);
    PlacementsTold told =
        PlacementsTold.of(InventedCourses.course(one, "10"), InventedCourses.watch(one));
    assertEquals(OptionalInt.empty(), told.watchedUntil());
    assertEquals(List.of(), told.placements());
  }

  @Test
  void whoeverRepeatsAYearIsNoneOfTheCohort() {
    assertFalse(told("70 70 65 65 65").isOfTheCohort());
    assertFalse(told("70 65 - - -").isOfTheCohort());
    assertTrue(told("65 70 70 70 70").isOfTheCohort());
  }

  private static Course found(CourseInterval... intervals) {
    return new Course("90001", InventedCourses.YEAR, List.of(intervals), List.of());
  }

  private static CourseInterval state(int from, int to, String word) {
    return InventedCourses.interval(
        InventedCourses.day(6, from),
        to == 0 ? CourseInterval.OPEN : InventedCourses.day(6, to),
        word,
        InventedCourses.TRAITS);
  }

  @Test
  void findingIsTheLatestDayAndLastsIfTheNextSliceDoesNotTellOtherwise() {
    assertEquals(
        "EMPLOYMENT 2025-06-09 2025-06-09 2025-06-10",
        words(PlacementsTold.of(found(state(1, 10, "70"), state(10, 0, "10")), WATCH)));
    assertEquals(
        "",
        words(
            PlacementsTold.of(
                found(state(1, 10, "70"), state(10, 15, "10"), state(15, 0, "71")), WATCH)));
    assertEquals(
        "",
        words(
            PlacementsTold.of(
                found(
                    state(1, 8, "70"), state(8, 10, "10"), state(10, 15, "12"), state(15, 0, "70")),
                WATCH)),
        "a finding between two slices is no second slice");
  }

  @Test
  void findingOfSomebodyUnplacedIsTheWordBeforeAPlacement() {
    assertEquals(
        "EMPLOYMENT 2025-06-12 2025-06-13 2025-06-15",
        words(
            PlacementsTold.of(
                found(state(1, 11, "70"), state(11, 15, "71"), state(15, 0, "10")), WATCH)));
  }

  /** What a date tells later is what it told then. */
  @Test
  void laterSlicesChangeNothingOfAnEarlierDate() {
    Random random = new Random(18);
    List<String> words = List.of("70", "70", "10", "10", "80", "71", "?", "-", "65");
    List<Integer> slices = InventedCourses.weekly(FIRST, 8);
    for (int graduate = 0; graduate < 2_000; graduate++) {
      List<String> course =
          random.ints(slices.size(), 0, words.size()).mapToObj(words::get).toList();
      for (int until = 1; until <= slices.size(); until++) {
        List<Integer> then = slices.subList(0, until);
        Watch watch = InventedCourses.watch(then);
        PlacementsTold before =
            PlacementsTold.of(
                InventedCourses.course(then, String.join(" ", course.subList(0, until))), watch);
        PlacementsTold after =
            PlacementsTold.of(InventedCourses.course(slices, String.join(" ", course)), watch);
        assertEquals(words(before), words(after), course::toString);
        assertEquals(before.losses(), after.losses(), course::toString);
        assertEquals(before.watchedUntil(), after.watchedUntil(), course::toString);
        assertEquals(before.isOfTheCohort(), after.isOfTheCohort(), course::toString);
      }
    }
  }

  @Test
  void boundsLieWithinTheYearAndAroundTheDay() {
    Random random = new Random(3);
    for (int course = 0; course < 500; course++) {
      String told =
          IntStream.range(0, SLICES.size())
              .mapToObj(slice -> List.of("70", "10", "80", "-").get(random.nextInt(4)))
              .collect(Collectors.joining(" "));
      for (Placement one : told(told).placements()) {
        assertTrue(one.earliest() <= one.day() && one.day() <= one.latest(), told);
        assertTrue(one.earliest() >= InventedCourses.day(1, 1), told);
        assertTrue(SLICES.contains(one.toldOn()), told);
      }
    }
  }
}
