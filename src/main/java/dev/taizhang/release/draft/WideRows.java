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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of figures that no sum of counts gives away, and of who reported when. Whoever was unplaced
 * on some day is a part of a group that is itself an outcome: its number is told where enough of
 * the group are not of it.
 */
final class WideRows {

  private final String releaseId;
  private final PublishedNames names;
  private final ToldEverywhere told;

  WideRows(String releaseId, PublishedNames names, ToldEverywhere told) {
    this.releaseId = releaseId;
    this.names = names;
    this.told = told;
  }

  private <R extends Record> WideRow row(PublishedTable table, RecordType<R> type, R record) {
    return WideRow.of(table, releaseId, type, record, names);
  }

  /** Whether some of a group may be told as a number, and shares of them. */
  private boolean isPart(int graduationYear, String group, long people) {
    return told.of(graduationYear, group, people)
        && Coarse.isEnough(told.graduates(graduationYear, group), people);
  }

  /** A gap is of two groups, each of which has to be large enough and shown by its counts. */
  Object[] gap(HardshipGaps.HardshipGap one) {
    int year = one.graduationYear();
    String group = one.hardshipGroup();
    boolean own =
        Coarse.isEnough(one.graduates(), one.placed()) && told.of(year, group, one.graduates());
    boolean others =
        Coarse.isEnough(one.referenceGraduates(), one.referencePlaced())
            && told.of(year, HardshipGroups.NONE, one.referenceGraduates());
    return row(PublishedTables.HARDSHIP_GAPS, HardshipGaps.RECORDS, one)
        .tens(own, "graduates")
        // Tens beside a count in fives would leave fewer counts than either.
        .tens(own && told.isExact(year, group), "placed")
        .percent(own, "placement_rate")
        .tens(others, "reference_graduates")
        .tens(others && told.isExact(year, HardshipGroups.NONE), "reference_placed")
        .percent(others, "reference_rate")
        .percent(own && others, "crude_gap", "crude_gap_low", "crude_gap_high")
        .percent(own && others, "adjusted_gap", "adjusted_gap_low", "adjusted_gap_high")
        .percent(own && others, "clustered_low", "clustered_high", "standardised_gap")
        .percent(own && others, "composition_part", "rate_part", "unmatched_part")
        .values();
  }

  /** The ways of placement add up with the share of the unplaced: all of them or none. */
  Object[] time(TimeToPlacement.PlacedByDay one) {
    int year = one.graduationYear();
    String group = one.hardshipGroup();
    long placed = one.employment() + one.domesticStudy() + one.abroad();
    boolean isOfEverybody = one.clock().equals(TimeToPlacement.CALENDAR);
    boolean isShown =
        Coarse.isEnough(one.graduates(), placed)
            && (isOfEverybody
                ? told.of(year, group, one.graduates())
                : isPart(year, group, one.graduates()));
    boolean ways =
        isShown
            && Coarse.isEnough(one.graduates(), one.employment())
            && Coarse.isEnough(one.graduates(), one.domesticStudy())
            && Coarse.isEnough(one.graduates(), one.abroad());
    return row(PublishedTables.TIME_TO_PLACEMENT, TimeToPlacement.RECORDS, one)
        .tens(isShown, "graduates")
        .percent(isShown, "unplaced_share", "unplaced_share_low", "unplaced_share_high")
        .percent(ways, "employment_share", "domestic_study_share", "abroad_share")
        .values();
  }

  Object[] campaign(Campaign.CampaignMonth one) {
    boolean isShown =
        isPart(one.graduationYear(), one.hardshipGroup(), one.unplacedOn1July())
            && Coarse.isEnough(one.unplacedOn1July(), one.placedSince());
    return row(PublishedTables.CAMPAIGN, Campaign.RECORDS, one)
        .tens(isShown, "unplaced_on_1_july", "placed_since")
        .percent(isShown, "placed_share", "placed_share_low", "placed_share_high")
        .values();
  }

  Object[] coverage(AssistanceCoverage.Covered one) {
    boolean areEnough =
        Coarse.areEnough(one.unplaced())
            && isPart(one.graduationYear(), one.hardshipGroup(), one.unplaced());
    boolean reached = areEnough && Coarse.isEnough(one.unplaced(), one.oneToOne());
    boolean missed = areEnough && Coarse.isEnough(one.unplaced(), one.nothing());
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
            areEnough && Coarse.isEnough(promised, one.standardFull()), "standard_full_share")
        .values();
  }

  /** Whoever is recommended or helped is known by that; what came of it is the outcome. */
  Object[] funnel(AssistanceFunnel.Led one) {
    int year = one.graduationYear();
    String group = one.hardshipGroup();
    long all = one.recommended();
    boolean areEnough = Coarse.areEnough(all) && told.of(year, group, all);
    boolean isShown =
        Coarse.isEnough(one.helpedOneToOne(), one.placedSince())
            && told.of(year, group, one.helpedOneToOne());
    boolean signed = areEnough && Coarse.isEnough(all, one.signed());
    return row(PublishedTables.ASSISTANCE_FUNNEL, AssistanceFunnel.RECORDS, one)
        .tens(areEnough, "recommended")
        .tens(areEnough && Coarse.isEnough(all, one.applied()), "applied")
        .tens(areEnough && Coarse.isEnough(all, one.interviewed()), "interviewed")
        .tens(areEnough && Coarse.isEnough(all, one.offered()), "offered")
        .tens(signed, "signed")
        .percent(signed, "signed_share")
        .tens(isShown, "helped_one_to_one", "placed_since")
        .days(isShown, "median_days_to_placement", "median_days_low", "median_days_high")
        .values();
  }

  /** Whose step it is. */
  private record Before(LocalDate date, int year, String group) {

    static Before of(Transitions.Movement one) {
      return new Before(one.asOfDate(), one.graduationYear(), one.hardshipGroup());
    }
  }

  private record From(Before before, String state) {

    static From of(Transitions.Movement one) {
      return new From(Before.of(one), one.fromState());
    }
  }

  /**
   * A step is an event of everybody who was in the state that it begins with; to be in a state is
   * an event of everybody who was in the ledger. Whoever enters it was in no state.
   */
  List<Object[]> transitions(List<Transitions.Movement> steps) {
    Map<From, Long> people = new HashMap<>();
    Map<Before, Long> known = new HashMap<>();
    for (Transitions.Movement one : steps) {
      people.merge(From.of(one), one.graduates(), Long::sum);
      if (!one.fromState().equals(Transitions.ABSENT)) {
        known.merge(Before.of(one), one.graduates(), Long::sum);
      }
    }
    return steps.stream()
        .map(
            one -> {
              long from = people.get(From.of(one));
              boolean isShown =
                  told.of(one.graduationYear(), one.hardshipGroup(), from)
                      && Coarse.isEnough(from, one.graduates())
                      && (one.fromState().equals(Transitions.ABSENT)
                          || Coarse.isEnough(known.get(Before.of(one)), from));
              return row(PublishedTables.TRANSITIONS, Transitions.RECORDS, one)
                  .tens(isShown, "graduates")
                  .values();
            })
        .toList();
  }

  Object[] reporting(Reporting.Week one, int coveredDays) {
    return row(PublishedTables.REPORTING, Reporting.RECORDS, one)
        .fact("covered", one.ageDays() != null && one.ageDays() <= coveredDays)
        .values();
  }
}
