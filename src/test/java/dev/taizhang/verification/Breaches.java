package dev.taizhang.verification;

import dev.taizhang.conform.Forgotten;
import dev.taizhang.conform.TableRows;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.AssistanceCoverage;
import dev.taizhang.tables.AssistanceFunnel;
import dev.taizhang.tables.Campaign;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.DeclineReasons;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.ExpectationResults;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.GapContributions;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.History;
import dev.taizhang.tables.MajorNames;
import dev.taizhang.tables.MedianTimeToPlacement;
import dev.taizhang.tables.OutcomeCounts;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.Plans;
import dev.taizhang.tables.ReleasePeople;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.SchemeRates;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.TimeToPlacement;
import dev.taizhang.tables.Tombstones;
import dev.taizhang.tables.Training;
import dev.taizhang.tables.Transitions;
import dev.taizhang.tables.UnplacedTwoYears;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** For each invariant a table that breaks it, made of the sound one. */
final class Breaches {

  private static final String EVERYBODY =
      "region_role = 'all' AND major_level = 'all' AND university_code = 'all' AND hardship_group ="
          + " 'all'";
  private static final Map<String, String> TIME_DIMENSIONS =
      Map.of(
          "degree_level", "degree_levels",
          "discipline_code", "disciplines",
          "province_code", "provinces");

  /** How each invariant is broken. */
  private static final Map<String, Breach> BREACHES = new TreeMap<>();

  /**
   * A table broken on purpose.
   *
   * @param change makes the broken rows of the sound ones
   */
  record Breach(Table table, UnaryOperator<Dataset<Row>> change) {}

  static {
    breach("nothing_lost", Entries.TABLE, without("row_number = 2"));
    breach("nobody_forgotten", Tombstones.TABLE, rows -> rows.unionByName(someTombstone()));
    breach("rules_counted", ExpectationResults.TABLE, set("broken_count", "broken_count + 1"));
    breach("major_names_counted", MajorNames.TABLE, set("row_count", "row_count + 1"));
    breach("feeds_matched", FollowUp.TABLE, twice("row_number = 2"));
    breach("slices_complete", Slices.TABLE, set("graduates", "graduates + 1"));
    breach("history_intervals", History.TABLE, set("valid_to", "valid_to - 1"));
    breach("history_begins", History.TABLE, set("change_kind", "'returned'"));
    breach("baseline_tags", History.TABLE, set("baseline_detail", "'mask'"));
    breach("gaps_from_cells", HardshipGaps.TABLE, set("placed", "placed - 1", "placed > 0"));
    breach(
        "gaps_agree",
        HardshipGaps.TABLE,
        set("graduates", "graduates + 1", "stratification = 'class_tier'"));
    breach(
        "contributions_add_up", GapContributions.TABLE, without("contributor_kind = 'university'"));
    breach("time_from_history", TimeToPlacement.TABLE, oneMoreOf("clock = 'calendar'"));
    for (String dimension : List.of("degree_level", "discipline_code", "province_code")) {
      breach(
          "time_adds_up_over_" + TIME_DIMENSIONS.get(dimension),
          TimeToPlacement.TABLE,
          oneMoreOf(dimension + " <> 'all'"));
    }
    breach("time_adds_up_over_groups", TimeToPlacement.TABLE, oneMoreOf("hardship_group = 'any'"));
    breach("time_goes_one_way", TimeToPlacement.TABLE, set("unplaced_share", "1.0", "day > 150"));
    breach(
        "medians_of_curves", MedianTimeToPlacement.TABLE, set("median_days", "median_days - 100"));
    breach(
        "campaign_from_cells", Campaign.TABLE, set("unplaced_on_1_july", "unplaced_on_1_july + 1"));
    breach("campaign_month_by_month", Campaign.TABLE, without("month_end = DATE'2025-08-31'"));
    breach("campaign_adds_up_over_places", Campaign.TABLE, without("place_level = 'prefecture'"));
    breach("campaign_adds_up_over_groups", Campaign.TABLE, without("hardship_group = 'any'"));
    breach("unplaced_from_cells", UnplacedTwoYears.TABLE, oneMoreOf("true"));
    breach(
        "unplaced_adds_up_over_places",
        UnplacedTwoYears.TABLE,
        without("place_level = 'university'"));
    breach(
        "unplaced_adds_up_over_groups",
        UnplacedTwoYears.TABLE,
        set("unplaced", "unplaced + 1", "hardship_group = 'any'"));
    breach(
        "coverage_covers_rates",
        AssistanceCoverage.TABLE,
        set("unplaced", "unplaced - 1", "window_days = 7"));
    breach("coverage_windows_grow", AssistanceCoverage.TABLE, without("window_days = 30"));
    breach(
        "coverage_adds_up_over_groups",
        AssistanceCoverage.TABLE,
        without("hardship_group = 'any'"));
    breach("coverage_from_cells", AssistanceCoverage.TABLE, set("unplaced", "unplaced + 1"));
    breach("funnel_from_cells", AssistanceFunnel.TABLE, set("recommended", "recommended + 1"));
    breach(
        "funnel_adds_up_over_provinces", AssistanceFunnel.TABLE, without("province_code <> 'all'"));
    breach("declined_from_cells", DeclineReasons.TABLE, oneMoreOf("hardship_group = 'all'"));
    breach("training_from_cells", Training.TABLE, set("reached", "reached + 1"));
    breach("plans_from_rates", Plans.TABLE, set("unplaced", "unplaced + 1"));
    breach("cells_agree", Cells.BY_ORIGIN, set("outcome_70", "outcome_70 + 1"));
    breach("rates_from_history", PlacementRates.TABLE, set("placed", "placed + 1", EVERYBODY));
    breach("trend_from_cells", PlacementTrend.TABLE, set("placed", "placed + 1", EVERYBODY));
    breach("groups_add_up_in_rates", PlacementRates.TABLE, oneMoreOf("hardship_group = 'any'"));
    breach("groups_add_up_in_trend", PlacementTrend.TABLE, oneMoreOf("hardship_group = 'any'"));
    breach(
        "adds_up_over_universities", PlacementRates.TABLE, oneMoreOf("university_code <> 'all'"));
    for (String role : List.of("university", "origin")) {
      for (String level : List.of("province", "prefecture")) {
        breach(
            "adds_up_over_" + role + "_" + level,
            PlacementRates.TABLE,
            oneMoreOf("region_role = '%s' AND region_level = '%s'".formatted(role, level)));
      }
    }
    for (String level : List.of("discipline", "class", "major")) {
      breach(
          "adds_up_over_" + level,
          PlacementRates.TABLE,
          oneMoreOf("major_level = '%s'".formatted(level)));
    }
    breach("adds_up_over_degree_levels", PlacementRates.TABLE, oneMoreOf("degree_level <> 'all'"));
    breach("outcomes_add_up", OutcomeCounts.TABLE, set("graduates", "graduates + 1"));
    breach("schemes_add_up", SchemeRates.TABLE, set("in_group", "in_group + 1"));
    breach(
        "transitions_from_cells_after",
        Transitions.TABLE,
        set("to_state", "'awaiting'", "to_state <> 'absent'"));
    breach(
        "transitions_from_cells_before",
        Transitions.TABLE,
        set("from_state", "'outside'", "from_state <> 'absent'"));
    breach("transitions_add_up_over_groups", Transitions.TABLE, without("hardship_group = 'none'"));
    breach(
        "transitions_add_up_over_provinces", Transitions.TABLE, without("province_code <> 'all'"));
    breach("reporting_without_gap", Reporting.TABLE, without("week_ending = DATE'2025-06-08'"));
    breach("reporting_counts_files", Reporting.TABLE, set("rows_read", "rows_read + 1"));
    breach("locks_have_figures", Decisions.TABLE, rows -> rows.unionByName(someLock()));
    breach("releases_are_whole", Releases.TABLE, rows -> rows.unionByName(someRelease()));
    breach("rows_are_of_releases", ReleasePeople.TABLE, rows -> rows.unionByName(somePeople()));
  }

  /** How an invariant is broken. */
  static Breach of(String invariant) {
    return BREACHES.get(invariant);
  }

  /** The invariants that there is a breach of. */
  static Set<String> invariants() {
    return BREACHES.keySet();
  }

  private static void breach(String invariant, Table table, UnaryOperator<Dataset<Row>> change) {
    BREACHES.put(invariant, new Breach(table, change));
  }

  static UnaryOperator<Dataset<Row>> set(String column, String value) {
    return set(column, value, "true");
  }

  static UnaryOperator<Dataset<Row>> set(String column, String value, String where) {
    return rows ->
        rows.withColumn(
            column,
            functions
                .when(functions.expr(where), functions.expr(value))
                .otherwise(functions.col(column))
                .cast(rows.schema().apply(column).dataType()));
  }

  static UnaryOperator<Dataset<Row>> oneMoreOf(String where) {
    return set("graduates", "graduates + 1", where);
  }

  static UnaryOperator<Dataset<Row>> without(String where) {
    return rows -> rows.filter("NOT (" + where + ")");
  }

  static UnaryOperator<Dataset<Row>> twice(String where) {
    return rows -> rows.unionByName(rows.filter(where));
  }

  /** The tombstone of somebody whose rows are still there. */
  private static Dataset<Row> someTombstone() {
    return SharedSpark.session()
        .sql(
            "SELECT %s AS tombstone, 'student' AS kind, timestamp'2025-07-01' AS forgotten_at, CAST(NULL AS TIMESTAMP) AS removed_at FROM %s LIMIT 1"
                .formatted(Forgotten.tombstone("student_key"), InvariantsTest.view(Entries.TABLE)));
  }

  /** A lock whose figures are not there. */
  private static Dataset<Row> someLock() {
    Decision lock =
        new Decision(
            "a",
            Decisions.LOCK,
            LocalDate.of(2025, 8, 31),
            null,
            null,
            null,
            Instant.EPOCH,
            null,
            null);
    return TableRows.dataset(Decisions.TABLE, List.of(lock));
  }

  /** A release of whose rows one is said to be there. */
  private static Dataset<Row> someRelease() {
    return TableRows.dataset(
        Releases.TABLE,
        List.of(
            new Release(
                "2025-08-31-1",
                Releases.DRAFT,
                LocalDate.of(2025, 8, 31),
                Decisions.PLAIN,
                "default",
                "suppress",
                Instant.EPOCH,
                "somebody",
                null,
                null,
                null,
                null,
                null,
                null,
                "test",
                1,
                0,
                null,
                "{\"tables\":{\"placement_rates\":{\"rows\":1}}}")));
  }

  /** People of two releases that nobody lists: one may be of a draft that was interrupted. */
  private static Dataset<Row> somePeople() {
    return TableRows.dataset(
        ReleasePeople.TABLE,
        Stream.of("2025-08-24-1", "2025-08-31-1")
            .map(
                id ->
                    new ReleasePeople.Counted(
                        id,
                        2025,
                        "90001",
                        "state",
                        "000000",
                        "000000",
                        "academic",
                        "08",
                        List.of("none"),
                        2,
                        1))
            .toList());
  }

  private Breaches() {}
}
