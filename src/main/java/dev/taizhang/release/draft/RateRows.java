package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.rates.CountedRate;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.published.FigureSymbol;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows of rates. Rates and limits are computed from the counts that are shown beside them: a rate
 * with its limits gives both counts away.
 */
final class RateRows {

  private static final String[] RATES = {
    "placement_rate", "placement_rate_low", "placement_rate_high"
  };
  private static final String[] GAPS = {
    "reference_rate", "rate_gap", "rate_gap_low", "rate_gap_high"
  };
  private static final String[] PARTS = {
    "contract",
    "other_employment",
    "self_employed",
    "freelance",
    "domestic_study",
    "abroad",
    "awaiting",
    "not_seeking",
    "outcome_unknown"
  };

  /** Groups that are compared with nobody. */
  private static final Set<String> COMPARED_WITH_NOBODY =
      Set.of(HardshipGroups.ALL, HardshipGroups.NONE);

  private final Terms terms;
  private final Map<Figure, Verdict> verdicts;

  /**
   * Rows of a release.
   *
   * @param verdicts what became of each figure that complements are chosen for
   */
  RateRows(Terms terms, Map<Figure, Verdict> verdicts) {
    this.terms = terms;
    this.verdicts = Map.copyOf(verdicts);
  }

  /** The rows of {@link PublishedTables#PLACEMENT_RATES}. */
  List<Object[]> rates(List<PlacementRate> rates) {
    Map<CutOfRate, PlacementRate> references =
        rates.stream()
            .filter(rate -> rate.hardshipGroup().equals(HardshipGroups.NONE))
            .filter(rate -> terms.isPlanned(PlacementRates.TABLE, rate))
            .collect(Collectors.toMap(CutOfRate::of, rate -> rate));
    return rates.stream()
        .filter(rate -> terms.isPlanned(PlacementRates.TABLE, rate))
        .map(
            rate ->
                row(
                    PublishedTables.PLACEMENT_RATES,
                    PlacementRates.RECORDS,
                    rate,
                    isShown(rate),
                    Optional.ofNullable(references.get(CutOfRate.of(rate)))))
        .toList();
  }

  /** The rows of {@link PublishedTables#PLACEMENT_TREND}. */
  List<Object[]> trend(List<PlacementRate> trend) {
    return trend.stream()
        .filter(terms::isPlannedWeekly)
        .map(
            rate ->
                row(
                    PublishedTables.PLACEMENT_TREND,
                    PlacementTrend.RECORDS,
                    rate,
                    terms.showsAlone(rate),
                    Optional.empty()))
        .toList();
  }

  /** Figures that complements are chosen for have a verdict; the others stand alone. */
  private boolean isShown(PlacementRate rate) {
    return RatePlace.figure(rate)
        .findFirst()
        // What nobody judged is not shown.
        .map(figure -> verdicts.getOrDefault(figure, Verdict.PRIMARY) == Verdict.SHOWN)
        .orElseGet(() -> terms.showsAlone(rate));
  }

  private Object[] row(
      PublishedTable table,
      RecordType<PlacementRate> type,
      PlacementRate rate,
      boolean isShown,
      Optional<PlacementRate> reference) {
    Map<String, Object> mart = PublishedRow.byColumn(type, rate);
    PublishedRow row = PublishedRow.of(table, terms.releaseId(), mart, terms.names());
    if (isShown) {
      row.show("graduates", terms.shown(rate.graduates()))
          .show("placed", terms.shown(rate.placed()));
    } else {
      row.withhold("graduates", "placed");
    }
    parts(row, rate, mart, isShown);
    Optional<CountedRate> counted = isShown ? countedRate(rate) : Optional.empty();
    rate(row, rate, counted, isShown);
    gap(row, rate, counted, reference);
    return row.values();
  }

  private void parts(
      PublishedRow row, PlacementRate rate, Map<String, Object> mart, boolean isShown) {
    for (String part : PARTS) {
      if (!rate.hardshipGroup().equals(HardshipGroups.ALL)) {
        row.without(part);
      } else if (isShown) {
        row.show(part, terms.shown((Long) mart.get(part)));
      } else {
        row.withhold(part);
      }
    }
  }

  private void rate(
      PublishedRow row, PlacementRate rate, Optional<CountedRate> counted, boolean isShown) {
    if (counted.isEmpty()) {
      if (isShown && terms.shown(rate.graduates()) == 0) {
        row.without(RATES);
      } else {
        row.withhold(RATES);
      }
      return;
    }
    FigureSymbol mark =
        rate.graduates() < Symbol.RELIABLE_GRADUATES ? FigureSymbol.UNRELIABLE : null;
    row.show(RATES[0], counted.get().rate(), mark)
        .show(RATES[1], counted.get().low(), mark)
        .show(RATES[2], counted.get().high(), mark);
  }

  private void gap(
      PublishedRow row,
      PlacementRate rate,
      Optional<CountedRate> counted,
      Optional<PlacementRate> reference) {
    if (COMPARED_WITH_NOBODY.contains(rate.hardshipGroup()) || reference.isEmpty()) {
      row.without(GAPS);
      return;
    }
    Optional<CountedRate> others = reference.filter(this::isShown).flatMap(this::countedRate);
    if (counted.isEmpty() || others.isEmpty()) {
      row.withhold(GAPS);
      return;
    }
    CountedRate.Gap gap = counted.get().gapTo(others.get());
    row.show(GAPS[0], others.get().rate())
        .show(GAPS[1], gap.difference())
        .show(GAPS[2], gap.low())
        .show(GAPS[3], gap.high());
  }

  /** The rate of the counts that are shown; empty where the policy withholds it. */
  private Optional<CountedRate> countedRate(PlacementRate rate) {
    long graduates = terms.shown(rate.graduates());
    return graduates > 0
            && terms.policy().showsRate(rate.hardshipGroup(), rate.graduates(), rate.placed())
        ? Optional.of(CountedRate.of(Math.min(terms.shown(rate.placed()), graduates), graduates))
        : Optional.empty();
  }
}
