package dev.taizhang.release.published;

import dev.taizhang.marts.Scheme;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.release.EditionWords;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Makes the other tables of a release, of everybody together. */
final class ReleasedOutcomes {

  private static final String ALL = "all";

  /** The groups that movement is shown for: a release has every week of every group. */
  private static final Set<String> FEW_GROUPS = Set.of("all", "none", "any", "key_group");

  private final EditionWords words;
  private final RowOrder order;
  private final Label exact;
  private final Label coarse;

  /**
   * Makes tables.
   *
   * @param exact how the policy shows counts
   * @param coarse how figures are shown that no sum of counts tells
   */
  ReleasedOutcomes(EditionWords words, RowOrder order, Label exact, Label coarse) {
    this.words = words;
    this.order = order;
    this.exact = exact;
    this.coarse = coarse;
  }

  EditionTable outcomes(List<ReleasedRow> rows) {
    return new ReleasedTable(words)
        .columns("as_of_date", "graduation_year", "degree_level", "hardship_group", "outcome_code")
        .columns("in_denominator", "in_numerator", "graduates")
        .note(exact)
        .table("outcome_counts", ALL, wide(rows, order.byGroupThen("outcome_code")));
  }

  /** The ministry's scheme of each cohort. */
  EditionTable schemes(List<ReleasedRow> rows) {
    Predicate<ReleasedRow> isOfCohort =
        row -> row.text("scheme").equals(Scheme.forCohort(row.graduationYear()));
    return new ReleasedTable(words)
        .columns("as_of_date", "graduation_year", "degree_level", "hardship_group", "scheme")
        .columns("scheme_group", "in_numerator", "graduates", "in_group", "group_rate")
        .note(exact)
        .table(
            "scheme_rates",
            ALL,
            rows.stream()
                .filter(ReleasedRates::isEverywhere)
                .filter(isOfCohort)
                .sorted(order.byGroupThen("scheme_group"))
                .toList());
  }

  EditionTable gaps(List<ReleasedRow> rows) {
    return new ReleasedTable(words)
        .columns("as_of_date", "as_of_kind", "graduation_year", "degree_level", "hardship_group")
        .columns("stratification", "graduates", "placed", "reference_graduates")
        .columns("reference_placed", "crude_gap", "crude_gap_low", "crude_gap_high")
        .columns("adjusted_gap", "adjusted_gap_low", "adjusted_gap_high")
        .columns("clustered_low", "clustered_high", "standardised_gap")
        .columns("composition_part", "rate_part", "unmatched_part")
        .note(coarse)
        .table("hardship_gaps", ALL, wide(rows, order.byGroupThen("stratification")));
  }

  EditionTable times(List<ReleasedRow> rows) {
    return new ReleasedTable(words)
        .columns("as_of_date", "graduation_year", "clock", "hardship_group", "day", "on_date")
        .columns("graduates", "unplaced_share", "unplaced_share_low", "unplaced_share_high")
        .columns("employment_share", "domestic_study_share", "abroad_share")
        .note(coarse)
        .table("time_to_placement", ALL, wide(rows, order.byDay()));
  }

  EditionTable campaign(List<ReleasedRow> rows) {
    return new ReleasedTable(words)
        .columns("as_of_date", "graduation_year", "month_end", "place_level", "place_code")
        .columns("hardship_group", "unplaced_on_1_july", "placed_since", "placed_share")
        .columns("placed_share_low", "placed_share_high")
        .note(coarse)
        .table("campaign", ALL, wide(rows, order.byGroupThen("month_end")));
  }

  EditionTable coverage(List<ReleasedRow> rows) {
    return new ReleasedTable(words)
        .columns("as_of_date", "graduation_year", "window_days", "provider", "hardship_group")
        .column("unplaced_in_window", "unplaced")
        .columns("one_to_one", "nothing", "one_to_one_share", "nothing_share")
        .columns("service_standard", "standard_full_share")
        .note(coarse)
        .table(
            "assistance_coverage", ALL, wide(rows, order.byGroupThen("window_days", "provider")));
  }

  EditionTable funnel(List<ReleasedRow> rows) {
    return new ReleasedTable(words)
        .columns("as_of_date", "graduation_year", "hardship_group", "recommended", "applied")
        .columns("interviewed", "offered", "signed", "signed_share", "helped_one_to_one")
        .column("placed_after_help", "placed_since")
        .column("days_to_placement", "median_days_to_placement")
        .note(coarse)
        .table("assistance_funnel", ALL, wide(rows, order.byGroupThen()));
  }

  EditionTable movements(List<ReleasedRow> rows) {
    return new ReleasedTable(words)
        .columns("as_of_date", "previous_date", "graduation_year", "hardship_group")
        .columns("from_state", "to_state", "graduates")
        .note(coarse)
        .table(
            "transitions",
            ALL,
            rows.stream()
                .filter(row -> FEW_GROUPS.contains(row.hardshipGroup()))
                .filter(row -> row.isWhole("province_code"))
                .sorted(order.byGroupThen("as_of_date", "from_state", "to_state"))
                .toList());
  }

  /** Rows that are cut by group alone. */
  private static List<ReleasedRow> wide(List<ReleasedRow> rows, Comparator<ReleasedRow> order) {
    return rows.stream().filter(ReleasedOutcomes::isWide).sorted(order).toList();
  }

  private static boolean isWide(ReleasedRow row) {
    return List.of(
            "province_code", "university_code", "degree_level", "discipline_code", "place_level")
        .stream()
        .allMatch(column -> row.text(column).isEmpty() || row.isWhole(column));
  }
}
