package dev.taizhang.release.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.figures.rates.CountedRate;
import dev.taizhang.reference.PlannedCut;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.PublishedNames;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RateRowsTest {

  private static final LocalDate DATE = LocalDate.of(2025, 8, 31);
  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());
  private static final PublishedTable TABLE = PublishedTables.PLACEMENT_RATES;

  private final Map<Figure, Verdict> verdicts = new HashMap<>();

  /** A rate of everybody, or of a class of majors. */
  private static PlacementRate rate(String majorCode, String group, long graduates, long placed) {
    RatePlace place =
        majorCode.equals("all")
            ? RatePlace.EVERYWHERE
            : new RatePlace("class", "undergraduate:" + majorCode);
    return InventedProvince.rate(
        DATE, "official", place, group, new FigureCounts.Count(graduates, placed));
  }

  private void judged(String group, Verdict verdict) {
    verdicts.put(new Figure(DATE, "official", 2025, Level.EVERYWHERE, "all", group), verdict);
  }

  private Object[] row(String policy, String group, PlacementRate... rates) {
    RateRows rows =
        new RateRows(
            new Terms(
                "2025-08-31-official-1",
                new ReleaseDate(DATE, "official", Set.of(PlannedCut.Dates.OFFICIAL)),
                REFERENCE.publicationPlan("default"),
                REFERENCE.publicationPolicy(policy),
                PublishedNames.of(REFERENCE)),
            verdicts);
    return rows.rates(List.of(rates)).stream()
        .filter(row -> TABLE.value(row, "hardship_group").equals(group))
        .findFirst()
        .orElseThrow();
  }

  private static String told(Object[] row, String... columns) {
    return Arrays.stream(columns)
        .map(column -> column + "=" + TABLE.value(row, column))
        .collect(Collectors.joining(" "));
  }

  @Test
  void gapIsShownWhereBothFiguresAre() {
    judged("none", Verdict.SHOWN);
    judged("any", Verdict.SHOWN);
    Object[] row = row("suppress", "any", rate("all", "none", 120, 80), rate("all", "any", 40, 22));
    CountedRate own = CountedRate.of(22, 40);
    CountedRate.Gap gap = own.gapTo(CountedRate.of(80, 120));
    assertEquals(
        "graduates=40 placed=22 placement_rate=0.55 placement_rate_low=%s rate_gap=%s rate_gap_low=%s rate_gap_symbol=null contract=null contract_symbol=z"
            .formatted(own.low(), gap.difference(), gap.low()),
        told(
            row,
            "graduates",
            "placed",
            "placement_rate",
            "placement_rate_low",
            "rate_gap",
            "rate_gap_low",
            "rate_gap_symbol",
            "contract",
            "contract_symbol"));
  }

  @Test
  void gapToAFigureThatIsWithheldWouldTellIt() {
    judged("none", Verdict.COMPLEMENT);
    judged("any", Verdict.SHOWN);
    Object[] row = row("suppress", "any", rate("all", "none", 120, 80), rate("all", "any", 40, 22));
    assertEquals(
        "placed=22 reference_rate=null reference_rate_symbol=c rate_gap=null rate_gap_symbol=c",
        told(
            row,
            "placed",
            "reference_rate",
            "reference_rate_symbol",
            "rate_gap",
            "rate_gap_symbol"));
  }

  @Test
  void figureThatNobodyJudgedIsWithheld() {
    Object[] row = row("suppress", "disabled", rate("all", "disabled", 40, 20));
    assertEquals(
        "graduates=null graduates_symbol=c placement_rate_symbol=c rate_gap_symbol=z",
        told(row, "graduates", "graduates_symbol", "placement_rate_symbol", "rate_gap_symbol"));
  }

  @Test
  void classesLeaveForEverybodyFrom23GraduatesOn() {
    assertEquals(
        "graduates=23 placed=1",
        told(row("suppress", "all", rate("0809", "all", 23, 1)), "graduates", "placed"));
    assertEquals(
        "graduates=null placed_symbol=c awaiting_symbol=c",
        told(
            row("suppress", "all", rate("0809", "all", 22, 11)),
            "graduates",
            "placed_symbol",
            "awaiting_symbol"));
  }

  @Test
  void ratesOfRoundedCountsAreOfThose() {
    judged("all", Verdict.SHOWN);
    Object[] row = row("round5", "all", rate("all", "all", 113, 58));
    assertEquals(
        "graduates=115 placed=60 placement_rate=%s awaiting=55".formatted(60 / 115.0),
        told(row, "graduates", "placed", "placement_rate", "awaiting"));
  }
}
