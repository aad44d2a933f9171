package dev.taizhang.release.draft;

import dev.taizhang.release.PublishedNames;
import dev.taizhang.tables.AssistanceCoverage;
import dev.taizhang.tables.AssistanceFunnel;
import dev.taizhang.tables.Campaign;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.TimeToPlacement;
import dev.taizhang.tables.Transitions;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of figures that no sum of counts gives away, and of who reported when. */
final class WideRows {

  private final String releaseId;
  private final PublishedNames names;
  private final Coarse coarse;

  WideRows(String releaseId, PublishedNames names, Coarse coarse) {
    this.releaseId = releaseId;
    this.names = names;
    this.coarse = coarse;
  }

  private <R extends Record> WideRow row(PublishedTable table, RecordType<R> type, R record) {
    return WideRow.of(table, releaseId, type, record, names, coarse);
  }

  /** A gap is of two groups, each of which has to be large enough. */
  Object[] gap(HardshipGaps.HardshipGap one) {
    boolean own = coarse.isEnough(one.graduates(), one.placed());
    boolean others = coarse.isEnough(one.referenceGraduates(), one.referencePlaced());
    return row(PublishedTables.HARDSHIP_GAPS, HardshipGaps.RECORDS, one)
        .tens(own, "graduates", "placed")
        .percent(own, "placement_rate")
        .tens(others, "reference_graduates", "reference_placed")
        .percent(others, "reference_rate")
        .percent(own && others, "crude_gap", "crude_gap_low", "crude_gap_high")
        .percent(own && others, "adjusted_gap", "adjusted_gap_low", "adjusted_gap_high")
        .percent(own && others, "clustered_low", "clustered_high", "standardised_gap")
        .percent(own && others, "composition_part", "rate_part", "unmatched_part")
        .values();
  }

  /** The ways of placement add up with the share of the unplaced: all of them or none. */
  Object[] time(TimeToPlacement.PlacedByDay one) {
    long placed = one.employment() + one.domesticStudy() + one.abroad();
    boolean isShown = coarse.isEnough(one.graduates(), placed);
    boolean ways =
        isShown
            && coarse.isEnough(one.graduates(), one.employment())
            && coarse.isEnough(one.graduates(), one.domesticStudy())
            && coarse.isEnough(one.graduates(), one.abroad());
    return row(PublishedTables.TIME_TO_PLACEMENT, TimeToPlacement.RECORDS, one)
        .tens(isShown, "graduates")
        .percent(isShown, "unplaced_share", "unplaced_share_low", "unplaced_share_high")
        .percent(ways, "employment_share", "domestic_study_share", "abroad_share")
        .values();
  }

  Object[] campaign(Campaign.CampaignMonth one) {
    boolean isShown = coarse.isEnough(one.unplacedOn1July(), one.placedSince());
    return row(PublishedTables.CAMPAIGN, Campaign.RECORDS, one)
        .tens(isShown, "unplaced_on_1_july", "placed_since")
        .percent(isShown, "placed_share", "placed_share_low", "placed_share_high")
        .values();
  }

  Object[] coverage(AssistanceCoverage.Covered one) {
    boolean areEnough = coarse.areEnough(one.unplaced());
    boolean reached = coarse.isEnough(one.unplaced(), one.oneToOne());
    boolean missed = coarse.isEnough(one.unplaced(), one.nothing());
    WideRow row =
        row(PublishedTables.ASSISTANCE_COVERAGE, AssistanceCoverage.RECORDS, one)
            .tens(areEnough, "unplaced")
            .tens(reached, "one_to_one")
            .percent(reached, "one_to_one_share")
            .tens(missed, "nothing")
            .percent(missed, "nothing_share");
    if (one.standardFullShare() == null) {
      return row.without("standard_full_share").values();
    }
    long promised = one.standardFull() + one.standardPart() + one.standardNot();
    return row.percent(
            areEnough && coarse.isEnough(promised, one.standardFull()), "standard_full_share")
        .values();
  }

  Object[] funnel(AssistanceFunnel.Led one) {
    long all = one.recommended();
    boolean isShown = coarse.isEnough(one.helpedOneToOne(), one.placedSince());
    return row(PublishedTables.ASSISTANCE_FUNNEL, AssistanceFunnel.RECORDS, one)
        .tens(coarse.areEnough(all), "recommended")
        .tens(coarse.isEnough(all, one.applied()), "applied")
        .tens(coarse.isEnough(all, one.interviewed()), "interviewed")
        .tens(coarse.isEnough(all, one.offered()), "offered")
        .tens(coarse.isEnough(all, one.signed()), "signed")
        .percent(coarse.isEnough(all, one.signed()), "signed_share")
        .tens(isShown, "helped_one_to_one", "placed_since")
        .days(isShown, "median_days_to_placement", "median_days_low", "median_days_high")
        .values();
  }

  /** Whose step it is. */
  private record StepFrom(java.time.LocalDate date, int year, String group, String state) {

    static StepFrom of(Transitions.Movement one) {
      return new StepFrom(
          one.asOfDate(), one.graduationYear(), one.hardshipGroup(), one.fromState());
    }
  }

  /** A step is an event of everybody who was in the state that it begins with. */
  List<Object[]> transitions(List<Transitions.Movement> steps) {
    Map<StepFrom, Long> people = new HashMap<>();
    steps.forEach(one -> people.merge(StepFrom.of(one), one.graduates(), Long::sum));
    return steps.stream()
        .map(
            one ->
                row(PublishedTables.TRANSITIONS, Transitions.RECORDS, one)
                    .tens(
                        coarse.isEnough(people.get(StepFrom.of(one)), one.graduates()), "graduates")
                    .values())
        .toList();
  }

  Object[] reporting(Reporting.Week one, int coveredDays) {
    return row(PublishedTables.REPORTING, Reporting.RECORDS, one)
        .fact("covered", one.ageDays() != null && one.ageDays() <= coveredDays)
        .values();
  }
}
