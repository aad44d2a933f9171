package dev.taizhang.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.cells.CourseFigures.Empty;
import dev.taizhang.conform.TableRows;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.figures.campaign.UnplacedCounts;
import dev.taizhang.figures.courses.Both;
import dev.taizhang.figures.courses.CourseDates;
import dev.taizhang.figures.courses.Watch;
import dev.taizhang.figures.survival.PlacementCurves;
import dev.taizhang.figures.survival.PlacementTimes;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.MedianTimeToPlacement.MedianTime;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.UnplacedTwoYears.Unplaced;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** Slices are those of the Sundays of August 2025: the 3rd, 10th, 17th, 24th and 31st. */
class CourseFiguresTest {

  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());
  private static final HardshipGroups GROUPS = HardshipGroups.of(REFERENCE);

  private final TableRows history =
      TableRows.of(
          History.TABLE,
          History.UNIVERSITY_CODE,
          "10001",
          History.GRADUATION_YEAR,
          2025,
          History.CHANGE_KIND,
          History.ENTERED,
          History.SOURCE_FEED,
          History.LEDGER,
          Entries.DEGREE_LEVEL,
          "bachelor",
          Entries.MAJOR_CATALOGUE,
          "undergraduate",
          Entries.MAJOR_CODE,
          "080901",
          History.BASELINE_TAGS,
          List.of(),
          History.BASELINE_DETAIL,
          "none");
  private final TableRows findings =
      TableRows.of(FollowUp.TABLE, History.UNIVERSITY_CODE, "10001", History.GRADUATION_YEAR, 2025);

  private static LocalDate august(int day) {
    return LocalDate.of(2025, 8, day);
  }

  private static CourseDates dates(LocalDate asOf, int lastSlice, Predicate<Watch> wanted) {
    return CourseDates.of(
        List.of(new Speaking(asOf, "plain", "10001", 2025, august(lastSlice), 0, true, true, true)),
        List.of(3, 10, 17, 24, 31).stream()
            .map(
                day ->
                    new Slice("of " + day, "10001", 2025, august(day), 1, Slices.IN_FORCE, null, 1))
            .toList(),
        wanted);
  }

  private void state(String graduate, int from, Integer to, String kind, String outcome) {
    history.row(
        History.GRADUATE_ID,
        graduate,
        History.VALID_FROM,
        august(from),
        History.VALID_TO,
        to == null ? null : august(to),
        History.CHANGE_KIND,
        kind,
        Entries.OUTCOME_CODE,
        outcome);
  }

  private List<String> medians(int lastSlice) {
    Names names = Names.of(REFERENCE);
    CourseDates dates = dates(august(lastSlice), lastSlice, new PlacementTimes(names)::isTold);
    PlacementTimes times =
        CourseFigures.of(
            history.dataset(), Optional.empty(), dates, () -> new PlacementTimes(names));
    return medians(times, dates);
  }

  private static List<String> medians(PlacementTimes times, CourseDates dates) {
    return PlacementCurves.of(times, dates, GROUPS).medians().stream()
        .filter(one -> one.hardshipGroup().equals("none") && one.clock().equals("graduation"))
        .filter(one -> one.disciplineCode().equals("08"))
        .map(CourseFiguresTest::words)
        .toList();
  }

  private static String words(MedianTime one) {
    return "%d %d %d %d %s"
        .formatted(one.graduates(), one.placed(), one.censored(), one.lost(), one.medianDays());
  }

  /** Of those who stay, change, leave and return; and of a cohort that is not watched. */
  private void everybody() {
    for (int number = 0; number < 40; number++) {
      state("stays" + number, 3, null, History.ENTERED, "70");
    }
    for (int number = 0; number < 60; number++) {
      state("placed" + number, 3, 10, History.ENTERED, "70");
      state("placed" + number, 10, null, History.CHANGED, "10");
    }
    state("gone", 3, 17, History.ENTERED, "70");
    state("gone", 17, null, History.LEFT, null);
    state("back", 3, 10, History.ENTERED, "70");
    state("back", 10, 17, History.LEFT, null);
    state("back", 17, null, History.RETURNED, "80");
    state("new", 31, null, History.ENTERED, "70");
    history.row(
        History.UNIVERSITY_CODE,
        "10002",
        History.GRADUATE_ID,
        "elsewhere",
        History.VALID_FROM,
        august(3),
        Entries.OUTCOME_CODE,
        "70");
  }

  @Test
  void whoeverHasOneIntervalAndWhoeverHasManyAreCountedAlike() {
    everybody();
    // On the 7th (day 37) sixty are placed, on the 10th one; watched until the 24th.
    assertEquals(List.of("102 61 41 0 37.0"), medians(31));
  }

  @Test
  void laterIntervalsAreNotLookedAt() {
    everybody();
    // Until the 3rd nobody is told placed; what ended the states of the 3rd came later.
    assertEquals(List.of("102 0 102 0 null"), medians(10));
    assertEquals(List.of(), medians(3));
  }

  private List<String> unplaced(LocalDate asOf) {
    CourseDates dates = dates(asOf, 31, new UnplacedCounts()::isTold);
    return unplaced(
        CourseFigures.of(
            history.dataset(), Optional.of(findings.dataset()), dates, UnplacedCounts::new),
        dates);
  }

  private static List<String> unplaced(UnplacedCounts counts, CourseDates dates) {
    return counts.rows(dates, GROUPS, Names.of(REFERENCE)).stream()
        .filter(one -> one.hardshipGroup().equals("none") && one.placeLevel().equals("all"))
        .map(CourseFiguresTest::words)
        .toList();
  }

  private static String words(Unplaced one) {
    return "%d %d %d %s %s"
        .formatted(
            one.graduates(),
            one.unplacedAtSlice(),
            one.unplaced(),
            one.oldestWord(),
            one.newestWord());
  }

  @Test
  void listsThatNameSomebodyAreTheLastWordOnThem() {
    everybody();
    for (String graduate : new String[] {"stays1", "stays1", "placed1", null, "nobody"}) {
      findings.row(
          FollowUpEntries.STATE_DATE, LocalDate.of(2025, 10, 1), History.GRADUATE_ID, graduate);
    }
    assertEquals(List.of("102 41 41 2025-08-31 2025-10-01"), unplaced(LocalDate.of(2025, 10, 5)));
    assertEquals(List.of("102 41 41 2025-08-31 2025-08-31"), unplaced(LocalDate.of(2025, 9, 30)));
  }

  @Test
  void whatIsCountedTogetherIsWhatIsCountedApart() {
    everybody();
    findings.row(
        FollowUpEntries.STATE_DATE, LocalDate.of(2025, 10, 1), History.GRADUATE_ID, "stays1");
    Names names = Names.of(REFERENCE);
    Empty<Both<PlacementTimes, UnplacedCounts>> nobody =
        () -> new Both<>(new PlacementTimes(names), new UnplacedCounts());
    for (LocalDate asOf :
        List.of(august(31), LocalDate.of(2025, 10, 5), LocalDate.of(2027, 7, 1))) {
      CourseDates dates = dates(asOf, 31, nobody.counts()::isTold);

      Both<PlacementTimes, UnplacedCounts> both =
          CourseFigures.of(history.dataset(), Optional.of(findings.dataset()), dates, nobody);

      assertEquals(List.of("102 61 41 0 37.0"), medians(both.one(), dates));
      assertEquals(unplaced(asOf), unplaced(both.other(), dates));
    }
  }

  @Test
  void listBeforeASliceThatCarriesSomebodyOnIsTheLastWordOnThem() {
    state("carried", 3, null, History.ENTERED, "70");
    history.row(
        History.GRADUATE_ID,
        "read wrongly",
        History.VALID_FROM,
        august(3),
        History.CHANGE_KIND,
        History.ENTERED,
        Entries.OUTCOME_CODE,
        "70",
        History.CARRIED_FORWARD,
        List.of(RowFactory.create(august(31), august(24))));
    findings.row(FollowUpEntries.STATE_DATE, august(28), History.GRADUATE_ID, "read wrongly");
    assertEquals(List.of("2 2 2 2025-08-28 2025-08-31"), unplaced(LocalDate.of(2025, 9, 30)));
  }

  @Test
  void withoutAnyCohortNothingIsRead() {
    everybody();
    assertEquals(List.of(), unplaced(LocalDate.of(2028, 1, 1)));
  }
}
