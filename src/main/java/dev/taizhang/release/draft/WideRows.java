package dev.taizhang.release.draft;

import dev.taizhang.figures.HardshipGroups;
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
  private final ToldEverywhere told;

  WideRows(String releaseId, PublishedNames names, Coarse coarse, ToldEverywhere told) {
    this.releaseId = releaseId;
    this.names = names;
    this.coarse = coarse;
    this.told = told;
  }

  private <R extends Record> PublishedRow row(PublishedTable table, RecordType<R> type, R record) {
    return PublishedRow.of(table, releaseId, PublishedRow.byColumn(type, record), names);
  }

  /** A gap is of two groups, each of which has to be large enough and shown by its counts. */
  Object[] gap(HardshipGaps.HardshipGap one) {
    PublishedRow row = row(PublishedTables.HARDSHIP_GAPS, HardshipGaps.RECORDS, one);
    boolean own =
        coarse.isEnough(one.graduates(), one.placed())
            && told.of(one.graduationYear(), one.hardshipGroup(), one.graduates());
    boolean others =
        coarse.isEnough(one.referenceGraduates(), one.referencePlaced())
            && told.of(one.graduationYear(), HardshipGroups.NONE, one.referenceGraduates());
    boolean both = own && others;
    coarse.tens(row, "graduates", one.graduates(), own);
    coarse.tens(row, "placed", one.placed(), own);
    coarse.percent(row, "placement_rate", one.placementRate(), own);
    coarse.tens(row, "reference_graduates", one.referenceGraduates(), others);
    coarse.tens(row, "reference_placed", one.referencePlaced(), others);
    coarse.percent(row, "reference_rate", one.referenceRate(), others);
    coarse.percent(row, "crude_gap", one.crudeGap(), both);
    coarse.percent(row, "crude_gap_low", one.crudeGapLow(), both);
    coarse.percent(row, "crude_gap_high", one.crudeGapHigh(), both);
    coarse.percent(row, "adjusted_gap", one.adjustedGap(), both);
    coarse.percent(row, "adjusted_gap_low", one.adjustedGapLow(), both);
    coarse.percent(row, "adjusted_gap_high", one.adjustedGapHigh(), both);
    coarse.percent(row, "clustered_low", one.clusteredLow(), both);
    coarse.percent(row, "clustered_high", one.clusteredHigh(), both);
    coarse.percent(row, "standardised_gap", one.standardisedGap(), both);
    coarse.percent(row, "composition_part", one.compositionPart(), both);
    coarse.percent(row, "rate_part", one.ratePart(), both);
    coarse.percent(row, "unmatched_part", one.unmatchedPart(), both);
    return row.values();
  }

  /** The ways of placement add up with the share of the unplaced: all of them or none. */
  Object[] time(TimeToPlacement.PlacedByDay one) {
    PublishedRow row = row(PublishedTables.TIME_TO_PLACEMENT, TimeToPlacement.RECORDS, one);
    long placed = one.employment() + one.domesticStudy() + one.abroad();
    boolean isShown =
        coarse.isEnough(one.graduates(), placed)
            && told.of(one.graduationYear(), one.hardshipGroup(), one.graduates());
    boolean ways =
        isShown
            && coarse.isEnough(one.graduates(), one.employment())
            && coarse.isEnough(one.graduates(), one.domesticStudy())
            && coarse.isEnough(one.graduates(), one.abroad());
    coarse.tens(row, "graduates", one.graduates(), isShown);
    coarse.percent(row, "unplaced_share", one.unplacedShare(), isShown);
    coarse.percent(row, "unplaced_share_low", one.unplacedShareLow(), isShown);
    coarse.percent(row, "unplaced_share_high", one.unplacedShareHigh(), isShown);
    coarse.percent(row, "employment_share", one.employmentShare(), ways);
    coarse.percent(row, "domestic_study_share", one.domesticStudyShare(), ways);
    coarse.percent(row, "abroad_share", one.abroadShare(), ways);
    return row.values();
  }

  Object[] campaign(Campaign.CampaignMonth one) {
    PublishedRow row = row(PublishedTables.CAMPAIGN, Campaign.RECORDS, one);
    boolean isShown = coarse.isEnough(one.unplacedOn1July(), one.placedSince());
    coarse.tens(row, "unplaced_on_1_july", one.unplacedOn1July(), isShown);
    coarse.tens(row, "placed_since", one.placedSince(), isShown);
    coarse.percent(row, "placed_share", one.placedShare(), isShown);
    coarse.percent(row, "placed_share_low", one.placedShareLow(), isShown);
    coarse.percent(row, "placed_share_high", one.placedShareHigh(), isShown);
    return row.values();
  }

  Object[] coverage(AssistanceCoverage.Covered one) {
    PublishedRow row = row(PublishedTables.ASSISTANCE_COVERAGE, AssistanceCoverage.RECORDS, one);
    boolean reached = coarse.isEnough(one.unplaced(), one.oneToOne());
    boolean missed = coarse.isEnough(one.unplaced(), one.nothing());
    coarse.tens(row, "unplaced", one.unplaced(), coarse.areEnough(one.unplaced()));
    coarse.tens(row, "one_to_one", one.oneToOne(), reached);
    coarse.tens(row, "nothing", one.nothing(), missed);
    coarse.percent(row, "one_to_one_share", one.oneToOneShare(), reached);
    coarse.percent(row, "nothing_share", one.nothingShare(), missed);
    if (one.standardFullShare() == null) {
      row.without("standard_full_share");
    } else {
      long promised = one.standardFull() + one.standardPart() + one.standardNot();
      coarse.percent(
          row,
          "standard_full_share",
          one.standardFullShare(),
          coarse.areEnough(one.unplaced()) && coarse.isEnough(promised, one.standardFull()));
    }
    return row.values();
  }

  Object[] funnel(AssistanceFunnel.Led one) {
    PublishedRow row = row(PublishedTables.ASSISTANCE_FUNNEL, AssistanceFunnel.RECORDS, one);
    long all = one.recommended();
    boolean areEnough = coarse.areEnough(all);
    coarse.tens(row, "recommended", all, areEnough);
    coarse.tens(row, "applied", one.applied(), coarse.isEnough(all, one.applied()));
    coarse.tens(row, "interviewed", one.interviewed(), coarse.isEnough(all, one.interviewed()));
    coarse.tens(row, "offered", one.offered(), coarse.isEnough(all, one.offered()));
    coarse.tens(row, "signed", one.signed(), coarse.isEnough(all, one.signed()));
    coarse.percent(row, "signed_share", one.signedShare(), coarse.isEnough(all, one.signed()));
    boolean isShown = coarse.isEnough(one.helpedOneToOne(), one.placedSince());
    coarse.tens(row, "helped_one_to_one", one.helpedOneToOne(), isShown);
    coarse.tens(row, "placed_since", one.placedSince(), isShown);
    coarse.days(row, "median_days_to_placement", one.medianDaysToPlacement(), isShown);
    coarse.days(row, "median_days_low", one.medianDaysLow(), isShown);
    coarse.days(row, "median_days_high", one.medianDaysHigh(), isShown);
    return row.values();
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
            one -> {
              PublishedRow row = row(PublishedTables.TRANSITIONS, Transitions.RECORDS, one);
              coarse.tens(
                  row,
                  "graduates",
                  one.graduates(),
                  coarse.isEnough(people.get(StepFrom.of(one)), one.graduates()));
              return row.values();
            })
        .toList();
  }

  Object[] reporting(Reporting.Week one, int coveredDays) {
    return row(PublishedTables.REPORTING, Reporting.RECORDS, one)
        .fact("covered", one.ageDays() != null && one.ageDays() <= coveredDays)
        .values();
  }
}
