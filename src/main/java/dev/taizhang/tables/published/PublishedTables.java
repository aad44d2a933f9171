package dev.taizhang.tables.published;

import static dev.taizhang.tables.published.ColumnRule.COUNT;
import static dev.taizhang.tables.published.ColumnRule.GAP;
import static dev.taizhang.tables.published.ColumnRule.PART_OF_ALL;
import static dev.taizhang.tables.published.ColumnRule.PUBLIC;
import static dev.taizhang.tables.published.ColumnRule.RATE;
import static dev.taizhang.tables.published.ColumnRule.TENS;
import static dev.taizhang.tables.published.ColumnRule.WHOLE_DAYS;
import static dev.taizhang.tables.published.ColumnRule.WHOLE_PERCENT;

import dev.taizhang.tables.AssistanceCoverage;
import dev.taizhang.tables.AssistanceFunnel;
import dev.taizhang.tables.Campaign;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.OutcomeCounts;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.SchemeRates;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.TimeToPlacement;
import dev.taizhang.tables.Transitions;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/**
 * Every table that leaves the house, with the rule of each column. What is not here does not leave.
 *
 * @see <a href="../../../../../../docs/adr/0043-releases.md">ADR 43</a>
 */
public final class PublishedTables {

  public static final PublishedTable PLACEMENT_RATES = rates(PlacementRates.TABLE);

  public static final PublishedTable PLACEMENT_TREND = rates(PlacementTrend.TABLE);

  public static final PublishedTable OUTCOME_COUNTS =
      PublishedTable.of(OutcomeCounts.TABLE)
          .named("degree_level", "province_code", "hardship_group", "outcome_code")
          .by(PUBLIC, "in_denominator", "in_numerator")
          .by(PART_OF_ALL, "graduates")
          .without("outcome_name")
          .whereSomethingHappened()
          .done();

  public static final PublishedTable SCHEME_RATES =
      PublishedTable.of(SchemeRates.TABLE)
          .named(
              "degree_level",
              "region_code",
              "major_code",
              "university_code",
              "hardship_group",
              "scheme",
              "scheme_group")
          .by(PUBLIC, "in_numerator")
          .by(COUNT, "graduates")
          .by(PART_OF_ALL, "in_group")
          .of("graduates", RATE, "group_rate")
          .without("scheme_group_name")
          .done();

  public static final PublishedTable HARDSHIP_GAPS =
      PublishedTable.of(HardshipGaps.TABLE)
          .named("degree_level", "province_code", "hardship_group", "stratification")
          .by(TENS, "graduates", "placed", "reference_graduates", "reference_placed")
          .of("graduates", WHOLE_PERCENT, "placement_rate")
          .of("reference_graduates", WHOLE_PERCENT, "reference_rate")
          .of(
              "graduates",
              WHOLE_PERCENT,
              "crude_gap",
              "crude_gap_low",
              "crude_gap_high",
              "adjusted_gap",
              "adjusted_gap_low",
              "adjusted_gap_high",
              "clustered_low",
              "clustered_high",
              "standardised_gap",
              "composition_part",
              "rate_part",
              "unmatched_part")
          .without(
              "odds_ratio",
              "odds_ratio_low",
              "odds_ratio_high",
              "chi_squared",
              "strata",
              "strata_with_both",
              "graduates_without_counterpart",
              "sign_turns",
              "tags_added_after_placement",
              "tags_dropped_after_placement")
          .done();

  public static final PublishedTable TIME_TO_PLACEMENT =
      PublishedTable.of(TimeToPlacement.TABLE)
          .named("clock", "degree_level", "discipline_code", "province_code", "hardship_group")
          .by(PUBLIC, "on_date")
          .by(TENS, "graduates")
          .of(
              "graduates",
              WHOLE_PERCENT,
              "unplaced_share",
              "unplaced_share_low",
              "unplaced_share_high",
              "employment_share",
              "domestic_study_share",
              "abroad_share")
          .without(
              "employment",
              "domestic_study",
              "abroad",
              "censored",
              "at_risk",
              "lost",
              "unplaced_share_earliest",
              "unplaced_share_latest")
          .whereSomethingHappened()
          .done();

  public static final PublishedTable CAMPAIGN =
      PublishedTable.of(Campaign.TABLE)
          .named("place_code", "hardship_group")
          .by(TENS, "unplaced_on_1_july", "placed_since")
          .of(
              "unplaced_on_1_july",
              WHOLE_PERCENT,
              "placed_share",
              "placed_share_low",
              "placed_share_high")
          .without("place_name", "awaiting", "not_seeking", "outcome_unknown", "lost_from_view")
          .whereSomethingHappened()
          .done();

  public static final PublishedTable ASSISTANCE_COVERAGE =
      PublishedTable.of(AssistanceCoverage.TABLE)
          .named("province_code", "university_code", "hardship_group", "provider")
          .by(TENS, "unplaced", "one_to_one", "nothing")
          .of("unplaced", WHOLE_PERCENT, "one_to_one_share", "nothing_share", "standard_full_share")
          .by(PUBLIC, "service_standard")
          .without(
              "contact_only",
              "mass_only",
              "mode_unknown",
              "standard_full",
              "standard_part",
              "standard_not")
          .whereSomethingHappened()
          .done();

  public static final PublishedTable ASSISTANCE_FUNNEL =
      PublishedTable.of(AssistanceFunnel.TABLE)
          .named("province_code", "university_code", "hardship_group")
          .by(
              TENS,
              "recommended",
              "applied",
              "interviewed",
              "offered",
              "signed",
              "helped_one_to_one",
              "placed_since")
          .of("recommended", WHOLE_PERCENT, "signed_share")
          .of(
              "helped_one_to_one",
              WHOLE_DAYS,
              "median_days_to_placement",
              "median_days_low",
              "median_days_high")
          .whereSomethingHappened()
          .done();

  public static final PublishedTable TRANSITIONS =
      PublishedTable.of(Transitions.TABLE)
          .named("province_code", "hardship_group", "from_state", "to_state")
          .by(PUBLIC, "previous_date")
          .by(TENS, "graduates")
          .without("agreements_terminated")
          .whereSomethingHappened()
          .done();

  public static final PublishedTable REPORTING =
      PublishedTable.of(Reporting.TABLE)
          .named("university_code")
          .by(
              PUBLIC,
              "as_of_date",
              "last_snapshot_date",
              "days_since_snapshot",
              "on_time",
              "age_days")
          .adding(
              PUBLIC,
              Field.required(
                  "covered",
                  DataTypes.BooleanType,
                  "Whether the newest slice in force is young enough to speak: 30 days by default."))
          .without(
              "university_name",
              "snapshots",
              "snapshots_in_force",
              "rows_in_force",
              "compared_rows",
              "expected_graduates",
              "coverage_share",
              "accepted_files",
              "resubmissions",
              "rows_read",
              "rows_quarantined",
              "rows_flagged",
              "quarantined_share",
              "flagged_share",
              "held_slices",
              "stray_slices",
              "rejected_files")
          .done();

  /** All of them, in the order of the documents. */
  public static final List<PublishedTable> ALL =
      List.of(
          PLACEMENT_RATES,
          PLACEMENT_TREND,
          OUTCOME_COUNTS,
          SCHEME_RATES,
          HARDSHIP_GAPS,
          TIME_TO_PLACEMENT,
          CAMPAIGN,
          ASSISTANCE_COVERAGE,
          ASSISTANCE_FUNNEL,
          TRANSITIONS,
          REPORTING);

  private PublishedTables() {}

  private static PublishedTable rates(Table mart) {
    return PublishedTable.of(mart)
        .named("degree_level", "region_code", "major_code", "university_code", "hardship_group")
        .by(COUNT, "graduates", "placed")
        .by(
            PART_OF_ALL,
            "contract",
            "other_employment",
            "self_employed",
            "freelance",
            "domestic_study",
            "abroad",
            "awaiting",
            "not_seeking",
            "outcome_unknown")
        .of("graduates", RATE, "placement_rate", "placement_rate_low", "placement_rate_high")
        .by(GAP, "reference_rate", "rate_gap", "rate_gap_low", "rate_gap_high")
        .without("region_name", "major_name", "university_name", "stale_graduates")
        .done();
  }
}
