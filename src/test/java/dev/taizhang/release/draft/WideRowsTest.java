package dev.taizhang.release.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.reference.PlannedCut;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.PublishedNames;
import dev.taizhang.tables.AssistanceCoverage.Covered;
import dev.taizhang.tables.Campaign.CampaignMonth;
import dev.taizhang.tables.HardshipGaps.HardshipGap;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.TimeToPlacement.PlacedByDay;
import dev.taizhang.tables.Transitions.Movement;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WideRowsTest {

  private static final LocalDate DATE = LocalDate.of(2025, 8, 31);
  private static final String KIND = "official";
  private static final String GROUP = "disabled";
  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());

  private final Map<Figure, Verdict> verdicts = new HashMap<>();
  private final List<PlacementRate> rates = new ArrayList<>();

  private void group(String group, long graduates, long placed, Verdict verdict) {
    verdicts.put(new Figure(DATE, KIND, 2025, Level.EVERYWHERE, Figure.ALL, group), verdict);
    rates.add(
        InventedProvince.rate(
            DATE, KIND, RatePlace.EVERYWHERE, group, new FigureCounts.Count(graduates, placed)));
  }

  private WideRows rows(String policy) {
    PublicationPolicy rule = REFERENCE.publicationPolicy(policy);
    return new WideRows(
        "2025-08-31-official-1",
        PublishedNames.of(REFERENCE),
        new ToldEverywhere(
            new ReleaseDate(DATE, KIND, Set.of(PlannedCut.Dates.OFFICIAL)), rule, rates, verdicts));
  }

  private static String told(PublishedTable table, Object[] row, String... columns) {
    return Arrays.stream(columns)
        .map(column -> String.valueOf(table.value(row, column)))
        .collect(Collectors.joining(" "));
  }

  private static HardshipGap gap(long graduates, long placed) {
    double rate = (double) placed / graduates;
    return new HardshipGap(
        DATE,
        KIND,
        2025,
        "all",
        "all",
        GROUP,
        "class_university",
        graduates,
        placed,
        rate,
        1000,
        800,
        0.8,
        rate - 0.8,
        -0.4,
        -0.1,
        -0.2,
        -0.3,
        -0.1,
        null,
        null,
        null,
        null,
        null,
        null,
        -0.2,
        0.0,
        rate - 0.8,
        0.0,
        5,
        5,
        0,
        false,
        0,
        0);
  }

  private String gapTold(String policy, long graduates, long placed) {
    return told(
        PublishedTables.HARDSHIP_GAPS,
        rows(policy).gap(gap(graduates, placed)),
        "graduates",
        "placed",
        "placement_rate",
        "reference_rate",
        "crude_gap");
  }

  @Test
  void gapOfAGroupThatIsWithheldEverywhereIsWithheld() {
    group("none", 1000, 800, Verdict.SHOWN);
    group(GROUP, 400, 250, Verdict.COMPLEMENT);
    assertEquals("null null null 0.8 null", gapTold("suppress", 400, 250));
    group(GROUP, 400, 250, Verdict.SHOWN);
    assertEquals("400 250 0.63 0.8 -0.18", gapTold("suppress", 400, 250));
    group("none", 1000, 800, Verdict.COMPLEMENT);
    assertEquals("400 250 0.63 null null", gapTold("suppress", 400, 250));
  }

  @Test
  void wholePercentAndTensTellNoMoreThanRoundedCounts() {
    group("none", 1000, 800, Verdict.SHOWN);
    group(GROUP, 400, 250, Verdict.SHOWN);
    assertEquals("null null null 0.8 null", gapTold("round5", 400, 250));
    group(GROUP, 600, 250, Verdict.SHOWN);
    assertEquals("600 null 0.42 0.8 -0.38", gapTold("round5", 600, 250));
  }

  @ParameterizedTest
  @CsvSource({
    // 38 of 40 unplaced would say that two are placed.
    "40, 38, 15, null null",
    "60, 38, 15, 40 20",
    "60, 38, 9, null null",
    // Most of the unplaced have left the ledger since.
    "1, 38, 15, null null"
  })
  void unplacedOfTheCampaignNeedOthersWhoArePlaced(
      long graduates, long unplaced, long placed, String expected) {
    group(GROUP, graduates, Math.min(graduates, 20), Verdict.SHOWN);
    assertEquals(
        expected,
        told(
            PublishedTables.CAMPAIGN,
            rows("suppress")
                .campaign(
                    new CampaignMonth(
                        DATE,
                        KIND,
                        2025,
                        DATE,
                        "all",
                        "all",
                        null,
                        GROUP,
                        unplaced,
                        placed,
                        unplaced - placed,
                        0,
                        0,
                        0,
                        0.4,
                        0.3,
                        0.5)),
            "unplaced_on_1_july",
            "placed_since"));
  }

  @ParameterizedTest
  @CsvSource({"42, null null", "60, 40 20"})
  void unplacedWhomHelpReachedNeedOthersWhoArePlaced(long graduates, String expected) {
    group(GROUP, graduates, Math.min(graduates, 20), Verdict.SHOWN);
    assertEquals(
        expected,
        told(
            PublishedTables.ASSISTANCE_COVERAGE,
            rows("suppress")
                .coverage(
                    new Covered(
                        DATE, KIND, 2025, "all", "all", GROUP, 30, "all", 40, 20, 0, 0, 0, 20, 0.5,
                        0.5, null, null, null, null, null)),
            "unplaced",
            "one_to_one"));
  }

  @ParameterizedTest
  @CsvSource({
    // Everybody is watched from January on, and whoever is unplaced from graduation on.
    "calendar, 40, 40 0.5",
    "graduation, 40, null null",
    "graduation, 60, 40 0.5"
  })
  void clockOfTheUnplacedNeedsOthersWhoArePlaced(String clock, long graduates, String expected) {
    group(GROUP, graduates, Math.min(graduates, 20), Verdict.SHOWN);
    assertEquals(
        expected,
        told(
            PublishedTables.TIME_TO_PLACEMENT,
            rows("suppress")
                .time(
                    new PlacedByDay(
                        DATE, KIND, 2025, clock, "all", "all", "all", "all", GROUP, 30, null, 40,
                        20, 0, 0, 0, 20, 0, 0.5, 0.4, 0.6, 0.5, 0, 0, 0.5, 0.5)),
            "graduates",
            "unplaced_share"));
  }

  private static Movement step(String from, String to, long graduates) {
    return new Movement(DATE, DATE.minusDays(7), 2025, "all", GROUP, from, to, graduates, 0);
  }

  private String steps(Movement... steps) {
    PublishedTable table = PublishedTables.TRANSITIONS;
    return rows("suppress").transitions(List.of(steps)).stream()
        .map(row -> told(table, row, "from_state", "to_state", "graduates"))
        .collect(Collectors.joining(", "));
  }

  @Test
  void stepsFromAStateNeedOthersWhoWereNotInIt() {
    group(GROUP, 60, 30, Verdict.SHOWN);
    // Two placed of 42 would be told by the 40 who were waiting.
    assertEquals(
        "awaiting placed null, awaiting awaiting null, placed placed null",
        steps(
            step("awaiting", "placed", 12),
            step("awaiting", "awaiting", 28),
            step("placed", "placed", 2)));
    assertEquals(
        "awaiting placed 10, awaiting awaiting 30, placed placed null, absent awaiting null",
        steps(
            step("awaiting", "placed", 12),
            step("awaiting", "awaiting", 28),
            step("placed", "placed", 20),
            step("absent", "awaiting", 1)));
  }

  @Test
  void stepsOfAGroupThatIsWithheldEverywhereAreWithheld() {
    group(GROUP, 60, 30, Verdict.PRIMARY);
    assertEquals(
        "awaiting placed null, awaiting awaiting null, placed placed null",
        steps(
            step("awaiting", "placed", 12),
            step("awaiting", "awaiting", 28),
            step("placed", "placed", 20)));
  }
}
