package dev.taizhang.release.draft;

import dev.taizhang.config.Thresholds;
import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.tables.AssistanceCoverage.Covered;
import dev.taizhang.tables.AssistanceFunnel.Led;
import dev.taizhang.tables.Campaign.CampaignMonth;
import dev.taizhang.tables.HardshipGaps.HardshipGap;
import dev.taizhang.tables.TimeToPlacement.PlacedByDay;
import dev.taizhang.tables.Transitions.Movement;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rows of a draft, table by table. */
final class DraftRows {

  private final Terms terms;

  private DraftRows(Terms terms) {
    this.terms = terms;
  }

  /**
   * What leaves.
   *
   * @param verdicts what became of each figure that complements are chosen for
   * @param thresholds from when on a slice covers nobody
   */
  static PublishedRows of(
      Terms terms, DraftSource source, Map<Figure, Verdict> verdicts, Thresholds thresholds) {
    return new DraftRows(terms).rows(source, verdicts, thresholds.coveredDays());
  }

  private PublishedRows rows(DraftSource source, Map<Figure, Verdict> verdicts, int coveredDays) {
    RateRows rates = new RateRows(terms, verdicts);
    PartRows parts = new PartRows(terms);
    WideRows wide = new WideRows(terms.releaseId(), terms.names(), Coarse.under(terms.policy()));
    Map<PublishedTable, List<Object[]>> rows = new HashMap<>();
    rows.put(PublishedTables.PLACEMENT_RATES, rates.rates(source.rates()));
    rows.put(PublishedTables.PLACEMENT_TREND, rates.trend(source.trend()));
    rows.put(PublishedTables.OUTCOME_COUNTS, parts.outcomes(source.outcomes(), source.rates()));
    rows.put(PublishedTables.SCHEME_RATES, parts.schemes(source.rates()));
    everywhere(PublishedTables.HARDSHIP_GAPS, source.gaps(), HardshipGap::hardshipGroup)
        .forEach(one -> add(rows, PublishedTables.HARDSHIP_GAPS, wide.gap(one)));
    everywhere(PublishedTables.TIME_TO_PLACEMENT, source.times(), PlacedByDay::hardshipGroup)
        .forEach(one -> add(rows, PublishedTables.TIME_TO_PLACEMENT, wide.time(one)));
    everywhere(PublishedTables.CAMPAIGN, source.campaign(), CampaignMonth::hardshipGroup)
        .forEach(one -> add(rows, PublishedTables.CAMPAIGN, wide.campaign(one)));
    everywhere(PublishedTables.ASSISTANCE_COVERAGE, source.coverage(), Covered::hardshipGroup)
        .forEach(one -> add(rows, PublishedTables.ASSISTANCE_COVERAGE, wide.coverage(one)));
    everywhere(PublishedTables.ASSISTANCE_FUNNEL, source.funnel(), Led::hardshipGroup)
        .forEach(one -> add(rows, PublishedTables.ASSISTANCE_FUNNEL, wide.funnel(one)));
    rows.put(
        PublishedTables.TRANSITIONS,
        wide.transitions(
            everywhere(PublishedTables.TRANSITIONS, source.transitions(), Movement::hardshipGroup)
                .toList()));
    source
        .reporting()
        .forEach(one -> add(rows, PublishedTables.REPORTING, wide.reporting(one, coveredDays)));
    return new PublishedRows(rows);
  }

  private static void add(
      Map<PublishedTable, List<Object[]>> rows, PublishedTable table, Object[] row) {
    rows.computeIfAbsent(table, one -> new ArrayList<>()).add(row);
  }

  /** Rows of a table that leaves everywhere alone, of groups that the plan has. */
  private <R> Stream<R> everywhere(PublishedTable table, List<R> rows, Function<R, String> group) {
    String level = RatePlace.EVERYWHERE.level();
    return rows.stream().filter(row -> terms.isPlanned(table.table(), level, group.apply(row)));
  }
}
