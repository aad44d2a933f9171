package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.time.LocalDate;

/** {@code marts.reporting}: how each university reported its ledger, week by week. */
public final class Reporting {

  public static final Field UNIVERSITY_CODE = Dimensions.UNIVERSITY_CODE;
  public static final Field UNIVERSITY_NAME = Dimensions.UNIVERSITY_NAME;
  public static final Field WEEK_ENDING =
      Field.required("week_ending", DateType, "The Sunday that ends the week.");
  public static final Field AS_OF_DATE =
      Dimensions.AS_OF_DATE.meaning(
          "Date that the row describes: the Sunday, or the newest date if that is earlier.");
  public static final Field SNAPSHOTS =
      Field.required("snapshots", LongType, "Snapshot dates in the week with an accepted file.");
  public static final Field SNAPSHOTS_IN_FORCE =
      Field.required(
          "snapshots_in_force", LongType, "Snapshot dates in the week with a slice in force.");
  public static final Field LAST_SNAPSHOT_DATE =
      Field.required(
          "last_snapshot_date", DateType, "Newest snapshot date so far, whether in force or not.");
  public static final Field DAYS_SINCE_SNAPSHOT =
      Field.required(
          "days_since_snapshot", IntegerType, "Days from that snapshot to the as-of date.");
  public static final Field ON_TIME =
      Field.required(
          "on_time",
          BooleanType,
          "Whether that snapshot is within the days that the expected cadence allows, 7 by default.");
  public static final Field AGE_DAYS =
      Field.optional(
          "age_days",
          IntegerType,
          "Days from the newest slice in force to the as-of date; null before the first.");
  public static final Field ROWS_IN_FORCE =
      Field.required(
          "rows_in_force", LongType, "Accepted rows of the slices effective at the as-of date.");
  public static final Field COMPARED_ROWS =
      Field.required(
          "compared_rows", LongType, "Of rows_in_force, those of cohorts in the roster.");
  public static final Field EXPECTED_GRADUATES =
      Field.optional(
          "expected_graduates",
          LongType,
          "Graduates that the roster expects in these cohorts; null if it gives no number.");
  public static final Field COVERAGE_SHARE =
      Field.optional(
          "coverage_share",
          DoubleType,
          "compared_rows / expected_graduates; above 1 if more were reported than expected.");
  public static final Field ACCEPTED_FILES =
      Field.required("accepted_files", LongType, "Accepted files of the week.");
  public static final Field RESUBMISSIONS =
      Field.required(
          "resubmissions",
          LongType,
          "Of accepted_files, those after the first, or the first of each part, for their date.");
  public static final Field ROWS_READ =
      Field.required("rows_read", LongType, "Rows read from the accepted files of the week.");
  public static final Field ROWS_QUARANTINED =
      Field.required("rows_quarantined", LongType, "Of rows_read, those in quarantine.");
  public static final Field ROWS_FLAGGED =
      Field.required("rows_flagged", LongType, "Of rows_read, those accepted with a flag.");
  public static final Field QUARANTINED_SHARE =
      Field.optional(
          "quarantined_share",
          DoubleType,
          "rows_quarantined / rows_read; null if there are no rows.");
  public static final Field FLAGGED_SHARE =
      Field.optional(
          "flagged_share", DoubleType, "rows_flagged / rows_read; null if there are no rows.");
  public static final Field HELD_SLICES =
      Field.required("held_slices", LongType, "Slices of the week that are held.");
  public static final Field STRAY_SLICES =
      Field.required("stray_slices", LongType, "Slices of the week whose year looks mistyped.");
  public static final Field REJECTED_FILES =
      Field.required("rejected_files", LongType, "Rejected files of the week.");

  public static final Table TABLE =
      Table.named("marts.reporting")
          .grain(
              "One row per university and week, from its first slice to the newest as-of date;"
                  + " about ledger files only.")
          .fields(
              UNIVERSITY_CODE,
              UNIVERSITY_NAME,
              WEEK_ENDING,
              AS_OF_DATE,
              SNAPSHOTS,
              SNAPSHOTS_IN_FORCE,
              LAST_SNAPSHOT_DATE,
              DAYS_SINCE_SNAPSHOT,
              ON_TIME,
              AGE_DAYS,
              ROWS_IN_FORCE,
              COMPARED_ROWS,
              EXPECTED_GRADUATES,
              COVERAGE_SHARE,
              ACCEPTED_FILES,
              RESUBMISSIONS,
              ROWS_READ,
              ROWS_QUARANTINED,
              ROWS_FLAGGED,
              QUARANTINED_SHARE,
              FLAGGED_SHARE,
              HELD_SLICES,
              STRAY_SLICES,
              REJECTED_FILES)
          .key(UNIVERSITY_CODE, WEEK_ENDING)
          .rule("week_ends_on_a_sunday", "dayofweek(week_ending) = 1")
          .rule("as_of_date_is_of_the_week", "datediff(week_ending, as_of_date) BETWEEN 0 AND 6")
          .rule(
              "snapshots_within_files",
              "snapshots_in_force <= snapshots AND snapshots + resubmissions <= accepted_files")
          .rule(
              "days_are_difference",
              "days_since_snapshot = datediff(as_of_date, last_snapshot_date) AND"
                  + " days_since_snapshot >= 0")
          .rule("age_not_below_days", "age_days >= days_since_snapshot")
          .rule(
              "counts_not_negative",
              "least(snapshots_in_force, resubmissions, compared_rows, expected_graduates,"
                  + " rows_quarantined, rows_flagged, held_slices, stray_slices, rejected_files)"
                  + " >= 0")
          .rule("compared_within_rows", "compared_rows <= rows_in_force")
          .rule("broken_within_rows", "rows_quarantined + rows_flagged <= rows_read")
          .rule(
              "shares_are_proportions",
              "quarantined_share BETWEEN 0 AND 1 AND flagged_share BETWEEN 0 AND 1")
          .rule("coverage_not_negative", "coverage_share >= 0");

  /** How a university reported in a week. */
  public record Week(
      String universityCode,
      String universityName,
      LocalDate weekEnding,
      LocalDate asOfDate,
      long snapshots,
      long snapshotsInForce,
      LocalDate lastSnapshotDate,
      int daysSinceSnapshot,
      boolean onTime,
      Integer ageDays,
      long rowsInForce,
      long comparedRows,
      Long expectedGraduates,
      Double coverageShare,
      long acceptedFiles,
      long resubmissions,
      long rowsRead,
      long rowsQuarantined,
      long rowsFlagged,
      Double quarantinedShare,
      Double flaggedShare,
      long heldSlices,
      long straySlices,
      long rejectedFiles) {}

  public static final RecordType<Week> RECORDS = RecordType.of(TABLE, Week.class);

  private Reporting() {}
}
