package dev.taizhang.figures.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.figures.courses.Course;
import dev.taizhang.figures.courses.CourseDates;
import dev.taizhang.figures.courses.CourseInterval;
import dev.taizhang.figures.courses.InventedCourses;
import dev.taizhang.figures.courses.State;
import dev.taizhang.figures.courses.Watch;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Campaign.CampaignMonth;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.UnplacedTwoYears.Unplaced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignTest {

  private static final int COVERED_DAYS = 30;
  private static final Hardship DISABLED = new Hardship(List.of("disabled"), "tags");
  private static final List<Integer> SLICES =
      List.of(
          InventedCourses.day(6, 29),
          InventedCourses.day(7, 27),
          InventedCourses.day(8, 31),
          InventedCourses.day(9, 28));

  @TempDir Path folder;

  private static CourseDates dates(LocalDate asOf, List<Integer> slices, Predicate<Watch> wanted) {
    LocalDate last = LocalDate.ofEpochDay(slices.get(slices.size() - 1));
    int age = (int) ChronoUnit.DAYS.between(last, asOf);
    return CourseDates.of(
        List.of(new Speaking(asOf, "plain", "90001", 2025, last, age, true, true, true)),
        slices.stream()
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
        wanted);
  }

  private List<CampaignMonth> campaign(LocalDate asOf, List<Integer> slices, Course... courses) {
    CampaignCounts counts = new CampaignCounts();
    CourseDates dates = dates(asOf, slices, counts::isTold);
    for (Watch watch : dates.of("90001", 2025)) {
      Arrays.stream(courses).forEach(course -> counts.add(course, watch));
    }
    ReferenceData reference = ReferenceData.load(Optional.of(folder.toString()));
    return counts.rows(dates, HardshipGroups.of(reference), Names.of(reference), COVERED_DAYS);
  }

  private static Course course(String told) {
    return InventedCourses.course(SLICES, told);
  }

  private static Course course(String told, Hardship baseline) {
    return InventedCourses.course("90001", SLICES, told, InventedCourses.traits(baseline, null));
  }

  private static List<String> months(List<CampaignMonth> rows) {
    return rows.stream()
        .filter(one -> one.placeLevel().equals("all") && one.hardshipGroup().equals("all"))
        .sorted((one, other) -> one.monthEnd().compareTo(other.monthEnd()))
        .map(
            one ->
                "%s %d: %d %d %d %d %d"
                    .formatted(
                        one.monthEnd(),
                        one.unplacedOn1July(),
                        one.placedSince(),
                        one.awaiting(),
                        one.notSeeking(),
                        one.outcomeUnknown(),
                        one.lostFromView()))
        .toList();
  }

  @Test
  void atTheEndOfAMonthThatIsTheDateItselfTheSliceThatSpeaksCounts() {
    List<Integer> slices =
        List.of(
            InventedCourses.day(6, 29),
            InventedCourses.day(7, 27),
            InventedCourses.day(8, 24),
            InventedCourses.day(9, 1));
    Course placed = InventedCourses.course(slices, "70 70 70 10");
    assertEquals(
        List.of("2025-07-31 1: 0 1 0 0 0", "2025-08-31 1: 1 0 0 0 0"),
        months(campaign(LocalDate.of(2025, 8, 31), slices, placed)));
    assertEquals(
        List.of("2025-07-31 1: 0 1 0 0 0", "2025-08-31 1: 0 1 0 0 0"),
        months(campaign(LocalDate.of(2025, 9, 2), slices, placed)));
  }

  @Test
  void whatBecameOfThoseUnplacedOnTheFirstOfJulyIsToldMonthByMonth() {
    assertEquals(
        List.of("2025-07-31 6: 1 3 1 1 0", "2025-08-31 6: 1 1 0 0 4", "2025-09-30 6: 2 1 0 0 3"),
        months(
            campaign(
                LocalDate.of(2025, 10, 5),
                SLICES,
                course("70 10 10 10"),
                course("70 70 - 10"),
                course("70 71 - -"),
                course("70 70 65 65"),
                course("? ? - -"),
                course("71 70 70 70"),
                course("10 70 70 70"),
                course("- 70 70 70"))));
  }

  @Test
  void whoeverLosesAPlacementIsNotPlacedAnyMore() {
    assertEquals(
        List.of("2025-07-31 1: 1 0 0 0 0", "2025-08-31 1: 0 1 0 0 0", "2025-09-30 1: 0 1 0 0 0"),
        months(campaign(LocalDate.of(2025, 9, 30), SLICES, course("70 10 70 70"))));
  }

  @Test
  void universityThatStopsReportingLosesItsUnplacedFromView() {
    List<Integer> stopped = SLICES.subList(0, 2);
    assertEquals(
        List.of("2025-07-31 2: 1 1 0 0 0", "2025-08-31 2: 1 0 0 0 1", "2025-09-30 2: 1 0 0 0 1"),
        months(
            campaign(
                LocalDate.of(2025, 10, 5),
                stopped,
                InventedCourses.course(stopped, "70 10"),
                InventedCourses.course(stopped, "70 70"))));
  }

  @Test
  void withoutASliceUntilJulyTheFirstOneOfJulySpeaks() {
    List<Integer> july = SLICES.subList(1, 4);
    assertEquals(
        List.of("2025-07-31 1: 0 1 0 0 0", "2025-08-31 1: 1 0 0 0 0"),
        months(campaign(LocalDate.of(2025, 9, 7), july, InventedCourses.course(july, "70 10 10"))));
    List<Integer> august = SLICES.subList(2, 4);
    assertEquals(
        List.of(),
        campaign(LocalDate.of(2025, 10, 5), august, InventedCourses.course(august, "70 70")));
  }

  @Test
  void beforeTheEndOfJulyThereIsNothingToTell() {
    assertFalse(
        new CampaignCounts().isTold(new Watch(0, 2025, InventedCourses.day(7, 30), SLICES)));
    assertTrue(new CampaignCounts().isTold(new Watch(0, 2025, InventedCourses.day(7, 31), SLICES)));
  }

  @Test
  void placesAreThoseOfTheUniversityAndGroupsThoseOfTheBaseline() throws IOException {
    Files.writeString(
        folder.resolve("universities.csv"),
        "code,name,province_code,prefecture_code\n90001,示例大学,410000,410100\n");
    List<CampaignMonth> rows =
        campaign(
            LocalDate.of(2025, 7, 31),
            SLICES,
            course("70 70 70 70", DISABLED),
            course("70 10 10 10", DISABLED),
            course("70 70 70 70"));
    assertEquals(
        List.of(
            "all all null 2 1",
            "prefecture 410100 郑州市 2 1",
            "province 410000 河南省 2 1",
            "university 90001 示例大学 2 1"),
        rows.stream()
            .filter(one -> one.hardshipGroup().equals("disabled"))
            .map(
                one ->
                    "%s %s %s %d %d"
                        .formatted(
                            one.placeLevel(),
                            one.placeCode(),
                            one.placeName(),
                            one.unplacedOn1July(),
                            one.placedSince()))
            .sorted()
            .toList());
  }

  private List<Unplaced> unplaced(LocalDate asOf, Course... courses) {
    UnplacedCounts counts = new UnplacedCounts();
    CourseDates dates = dates(asOf, SLICES, counts::isTold);
    for (Watch watch : dates.of("90001", 2025)) {
      Arrays.stream(courses).forEach(course -> counts.add(course, watch));
    }
    ReferenceData reference = ReferenceData.load(Optional.of(folder.toString()));
    return counts.rows(dates, HardshipGroups.of(reference), Names.of(reference)).stream()
        .filter(one -> one.placeLevel().equals("all") && one.hardshipGroup().equals("all"))
        .toList();
  }

  private static Course found(
      String before, LocalDate finding, String after, List<LocalDate> named) {
    int day = (int) finding.toEpochDay();
    return new Course(
        "90001",
        InventedCourses.YEAR,
        before.equals(after)
            ? List.of(state(SLICES.get(0), CourseInterval.OPEN, before))
            : List.of(state(SLICES.get(0), day, before), state(day, CourseInterval.OPEN, after)),
        named.stream().map(date -> (int) date.toEpochDay()).toList());
  }

  private static CourseInterval state(int from, int to, String word) {
    return InventedCourses.interval(from, to, word, InventedCourses.TRAITS);
  }

  /** The last slice is that of 28 September, some 40 days before the date. */
  @Test
  void unplacedAreThoseOfTheLedgerWithWhatWasFoundSince() {
    LocalDate asOf = LocalDate.of(2025, 11, 7);
    LocalDate october = LocalDate.of(2025, 10, 20);
    List<Unplaced> rows =
        unplaced(
            asOf,
            course("70 70 70 70"),
            course("10 10 10 10"),
            found("70", october, "10", List.of(october)),
            found("10", october, "71", List.of(october)),
            found("70", october, "70", List.of(october, LocalDate.of(2025, 12, 1))),
            course("70 70 70 -"),
            course("70 70 70 65"));
    assertEquals(
        List.of("5 3 1 1 3 | 2 1 0 | 2025-09-28 2025-10-20 2025-10-20 | 1 0"),
        rows.stream()
            .map(
                one ->
                    "%d %d %d %d %d | %d %d %d | %s %s %s | %d %d"
                        .formatted(
                            one.graduates(),
                            one.unplacedAtSlice(),
                            one.foundPlaced(),
                            one.foundUnplaced(),
                            one.unplaced(),
                            one.awaiting(),
                            one.notSeeking(),
                            one.outcomeUnknown(),
                            one.oldestWord(),
                            one.medianWord(),
                            one.newestWord(),
                            one.noWord30Days(),
                            one.noWord90Days()))
            .toList());
  }

  @Test
  void whoeverASliceNamesInNoGoodRowHadTheirLastWordBefore() {
    CourseInterval carried =
        new CourseInterval(
            SLICES.get(0),
            CourseInterval.OPEN,
            State.AWAITING,
            null,
            Map.of(SLICES.get(2), SLICES.get(1), SLICES.get(3), SLICES.get(1)),
            InventedCourses.TRAITS);
    Unplaced one =
        unplaced(
                LocalDate.of(2025, 10, 5),
                new Course("90001", InventedCourses.YEAR, List.of(carried), List.of()))
            .get(0);
    assertEquals(LocalDate.of(2025, 7, 27), one.newestWord());
    assertEquals(1, one.noWord30Days());
    assertEquals(0, one.noWord90Days());
  }

  @Test
  void cohortsOfTwoYearsAreThoseThatLeftSchoolInThem() {
    assertFalse(
        new UnplacedCounts().isTold(new Watch(0, 2025, InventedCourses.day(6, 30), SLICES)));
    assertTrue(new UnplacedCounts().isTold(new Watch(0, 2025, InventedCourses.day(7, 1), SLICES)));
    int later = (int) LocalDate.of(2027, 6, 30).toEpochDay();
    assertTrue(new UnplacedCounts().isTold(new Watch(0, 2025, later, SLICES)));
    assertFalse(new UnplacedCounts().isTold(new Watch(0, 2025, later + 1, SLICES)));
  }

  @Test
  void nobodyUnplacedIsARowWithoutWords() {
    Unplaced one = unplaced(LocalDate.of(2025, 10, 5), course("10 10 10 10")).get(0);
    assertEquals(0, one.unplaced());
    assertEquals(null, one.newestWord());
  }
}
