package dev.taizhang.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.conform.TableRows;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.figures.movement.MovementCounts;
import dev.taizhang.figures.movement.WeeklySteps;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Transitions;
import dev.taizhang.tables.Transitions.Movement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Sundays of June 2022 are the 5th, 12th, 19th and 26th; each has a slice of its own date. */
class MovementFiguresTest {

  private static final List<String> NO_HARDSHIP = List.of();

  private final TableRows history =
      TableRows.of(
          History.TABLE,
          History.UNIVERSITY_CODE,
          "10001",
          History.GRADUATION_YEAR,
          2022,
          History.CHANGE_KIND,
          History.ENTERED,
          History.SOURCE_FEED,
          "ledger",
          Entries.HARDSHIP_TAGS,
          NO_HARDSHIP,
          Entries.HARDSHIP_DETAIL,
          "none");
  private final TableRows asOf =
      TableRows.of(
          AsOf.TABLE,
          AsOf.AS_OF_KIND,
          "plain",
          AsOf.UNIVERSITY_CODE,
          "10001",
          AsOf.GRADUATION_YEAR,
          2022,
          AsOf.AGE_DAYS,
          0,
          AsOf.COVERED,
          true,
          AsOf.IN_RATES,
          false,
          AsOf.IN_TREND,
          true);

  @TempDir Path folder;

  @Test
  void terminatedAgreementIsAMovementFromPlacedToAwaiting() {
    state("a", 5, 12, "10");
    state("a", 12, null, "70");
    speaks(5, 5);
    speaks(12, 12);

    TableRows expected =
        TableRows.of(
            Transitions.TABLE,
            Transitions.AS_OF_DATE,
            june(12),
            Transitions.PREVIOUS_DATE,
            june(5),
            Transitions.GRADUATION_YEAR,
            2022,
            Transitions.FROM_STATE,
            "placed",
            Transitions.TO_STATE,
            "awaiting",
            Transitions.GRADUATES,
            1L,
            Transitions.AGREEMENTS_TERMINATED,
            1L);
    for (String province : List.of("000000", "all")) {
      for (String group : List.of("all", "none")) {
        expected.row(Transitions.PROVINCE_CODE, province, Transitions.HARDSHIP_GROUP, group);
      }
    }
    assertEquals(
        expected.records(Movement.class),
        built().stream()
            .sorted(
                Comparator.comparing(Movement::provinceCode).thenComparing(Movement::hardshipGroup))
            .toList());
  }

  @Test
  void everyOutcomeCountsAsItsState() {
    int graduate = 0;
    for (String outcome : new String[] {"70", "71", "72", "65", null, "10", "12", "76", "80"}) {
      state("g" + graduate++, 5, null, outcome);
    }
    speaks(5, 5);
    speaks(12, 12);

    assertMovements(
        "2022-06-12|awaiting|awaiting|1|0",
        "2022-06-12|not_seeking|not_seeking|2|0",
        "2022-06-12|outcome_unknown|outcome_unknown|1|0",
        "2022-06-12|outside|outside|1|0",
        "2022-06-12|placed|placed|4|0");
  }

  @Test
  void whoeverHasNoNewStateStays() {
    state("a", 5, null, "70");
    state("b", 5, 19, "70");
    state("b", 19, null, "11");
    speaks(5, 5);
    speaks(12, 12);
    speaks(19, 19);

    assertMovements(
        "2022-06-12|awaiting|awaiting|2|0",
        "2022-06-19|awaiting|awaiting|1|0",
        "2022-06-19|awaiting|placed|1|0");
  }

  @Test
  void changeOfSomethingElseThanTheOutcomeIsNoMovement() {
    state("a", 5, 12, "10");
    state("a", 12, null, "80");
    speaks(5, 5);
    speaks(12, 12);

    assertMovements("2022-06-12|placed|placed|1|0");
  }

  @Test
  void graduatesEnterLeaveAndReturn() {
    state("a", 5, 12, "70");
    left("a", 12, 19);
    state("a", 19, null, "10");
    state("b", 12, null, "70");
    speaks(5, 5);
    speaks(12, 12);
    speaks(19, 19);

    assertMovements(
        "2022-06-12|absent|awaiting|1|0",
        "2022-06-12|awaiting|absent|1|0",
        "2022-06-19|absent|placed|1|0",
        "2022-06-19|awaiting|awaiting|1|0");
  }

  @Test
  void onlyTheStatesOfTheTwoDatesCountWhateverLiesBetween() {
    // Placed on the 8th, on the 12th no more.
    state("a", 5, 8, "70");
    state("a", 8, 12, "10");
    state("a", 12, null, "70");
    // In the slice of the 8th only.
    state("b", 8, 12, "70");
    left("b", 12, null);
    // Two changes on the way.
    state("c", 5, 8, "10");
    state("c", 8, 12, "71");
    state("c", 12, null, "70");
    speaks(5, 5);
    speaks(12, 12);

    assertMovements("2022-06-12|awaiting|awaiting|1|0", "2022-06-12|placed|awaiting|1|1");
  }

  @Test
  void whereTheSameSliceSpeaksAgainNobodyMoves() {
    state("a", 5, 8, "70");
    state("a", 8, null, "10");
    speaks(5, 5);
    speaks(12, 5);
    speaks(19, 8);

    assertMovements("2022-06-12|awaiting|awaiting|1|0", "2022-06-19|awaiting|placed|1|0");
  }

  @Test
  void everybodyEntersWithTheFirstSliceOfACohort() {
    state("a", 5, null, "70");
    history.row(
        History.GRADUATION_YEAR,
        2023,
        History.GRADUATE_ID,
        "b",
        History.VALID_FROM,
        june(8),
        Entries.OUTCOME_CODE,
        "10");
    speaks(5, 5);
    speaks(12, 12);
    speaks(12, 8, AsOf.GRADUATION_YEAR, 2023);

    assertMovements("2022-06-12|absent|placed|1|0", "2022-06-12|awaiting|awaiting|1|0");
  }

  @Test
  void cohortThatIsLiveNoMoreHasNotLeft() {
    state("a", 5, null, "70");
    speaks(5, 5);
    speaks(12, 5, AsOf.UNIVERSITY_CODE, "10002");

    assertMovements();
  }

  @Test
  void groupIsThatOfBeforeTheMovement() {
    // 就业困难 is often given or dropped because of the outcome.
    state("a", 5, 12, "70", List.of("employment_difficulty"), "mask");
    state("a", 12, null, "10", NO_HARDSHIP, "none");
    state("b", 5, 12, "70", List.of("disabled"), "mask");
    left("b", 12, null);
    state("c", 12, null, "70", List.of("orphan"), "tags");
    speaks(5, 5);
    speaks(12, 12);

    assertEquals(
        List.of(
            "all|awaiting|placed|1",
            "employment_difficulty_only|awaiting|placed|1",
            "all|absent|awaiting|1",
            "orphan|absent|awaiting|1",
            "all|awaiting|absent|1",
            "disabled|awaiting|absent|1"),
        built().stream()
            .filter(row -> row.provinceCode().equals("all"))
            .filter(
                row ->
                    Set.of("all", "disabled", "employment_difficulty_only", "orphan")
                        .contains(row.hardshipGroup()))
            .sorted(
                Comparator.comparing(Movement::toState)
                    .thenComparing(Movement::fromState)
                    .reversed()
                    .thenComparing(Movement::hardshipGroup))
            .map(
                row ->
                    "%s|%s|%s|%d"
                        .formatted(
                            row.hardshipGroup(), row.fromState(), row.toState(), row.graduates()))
            .toList());
  }

  @Test
  void provinceIsThatOfTheUniversity() throws IOException {
    Files.writeString(
        folder.resolve("universities.csv"),
        "code,name,province_code,prefecture_code\n10001,示例大学,410000,410100\n");
    state("a", 5, null, "70");
    speaks(5, 5);
    speaks(12, 12);

    assertEquals(
        List.of("410000|1", "all|1"),
        TableRows.lines(
            Transitions.TABLE,
            built().stream().filter(row -> row.hardshipGroup().equals("all")).toList(),
            Transitions.PROVINCE_CODE,
            Transitions.GRADUATES));
  }

  @Test
  void datesOutsideOfTheTrendAndOfficialOnesAreNoSteps() {
    state("a", 5, null, "70");
    speaks(5, 5);
    speaks(8, 8, AsOf.IN_RATES, true, AsOf.IN_TREND, false);
    speaks(9, 9, AsOf.AS_OF_KIND, "official");
    speaks(12, 12);

    assertEquals(
        List.of("2022-06-12|2022-06-05"),
        built().stream().map(row -> row.asOfDate() + "|" + row.previousDate()).distinct().toList());
  }

  private static LocalDate june(int day) {
    return LocalDate.of(2022, 6, day);
  }

  private void state(String graduate, int from, Integer to, String outcome) {
    state(graduate, from, to, outcome, NO_HARDSHIP, "none");
  }

  private void state(
      String graduate, int from, Integer to, String outcome, List<String> tags, String detail) {
    history.row(
        History.GRADUATE_ID,
        graduate,
        History.VALID_FROM,
        june(from),
        History.VALID_TO,
        to == null ? null : june(to),
        Entries.OUTCOME_CODE,
        outcome,
        Entries.HARDSHIP_TAGS,
        tags,
        Entries.HARDSHIP_DETAIL,
        detail);
  }

  private void left(String graduate, int from, Integer to) {
    history.row(
        History.GRADUATE_ID,
        graduate,
        History.VALID_FROM,
        june(from),
        History.VALID_TO,
        to == null ? null : june(to),
        History.CHANGE_KIND,
        History.LEFT,
        Entries.HARDSHIP_TAGS,
        null,
        Entries.HARDSHIP_DETAIL,
        null);
  }

  private void speaks(int day, int slice, Object... more) {
    asOf.row(
        TableRows.joined(
            new Object[] {AsOf.AS_OF_DATE, june(day), AsOf.SNAPSHOT_DATE, june(slice)}, more));
  }

  private List<Movement> built() {
    ReferenceData reference = ReferenceData.load(Optional.of(folder.toString()));
    WeeklySteps steps = WeeklySteps.of(asOf.records(Speaking.class), date -> true);
    return MovementFigures.of(history.dataset(), steps, Names.of(reference)).collect().stream()
        .reduce(new MovementCounts(), MovementCounts::merge)
        .rows(HardshipGroups.of(reference));
  }

  /** Lines of date, state before, state after, graduates and terminated agreements. */
  private void assertMovements(String... lines) {
    assertEquals(
        List.of(lines),
        built().stream()
            .filter(row -> row.provinceCode().equals("all"))
            .filter(row -> row.hardshipGroup().equals("all"))
            .sorted(
                Comparator.comparing(Movement::asOfDate)
                    .thenComparing(Movement::fromState)
                    .thenComparing(Movement::toState))
            .map(
                row ->
                    "%s|%s|%s|%d|%d"
                        .formatted(
                            row.asOfDate(),
                            row.fromState(),
                            row.toState(),
                            row.graduates(),
                            row.agreementsTerminated()))
            .toList());
  }
}
