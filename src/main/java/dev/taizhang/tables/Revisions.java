package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** {@code marts.revisions}: what figures were before a run, are after it, and what moved them. */
public final class Revisions {

  public static final Field RUN_ID =
      Field.required("run_id", StringType, "The run that moved the figure.");
  public static final Field REVISED_AT =
      Field.required("revised_at", TimestampType, "When that run started, UTC.");
  public static final Field AS_OF_DATE = Dimensions.AS_OF_DATE;
  public static final Field AS_OF_KIND = Dimensions.AS_OF_KIND;
  public static final Field UNIVERSITY_CODE = Dimensions.UNIVERSITY_CODE;
  public static final Field GRADUATION_YEAR = Dimensions.GRADUATION_YEAR;
  public static final Field SNAPSHOT_DATE_BEFORE =
      Field.optional(
          "snapshot_date_before",
          DateType,
          "Date of the slice effective before the run; null if there was none.");
  public static final Field SNAPSHOT_DATE_NOW =
      Field.optional(
          "snapshot_date_now",
          DateType,
          "Date of the slice effective after the run; null if there is none.");
  public static final Field GRADUATES_BEFORE =
      Field.required("graduates_before", LongType, "Denominator before the run.");
  public static final Field GRADUATES_NOW =
      Field.required("graduates_now", LongType, "Denominator after the run.");
  public static final Field PLACED_BEFORE =
      Field.required("placed_before", LongType, "Numerator before the run.");
  public static final Field PLACED_NOW =
      Field.required("placed_now", LongType, "Numerator after the run.");
  public static final Field SUBMISSION_IDS =
      Field.required(
          "submission_ids",
          createArrayType(StringType, false),
          "Submissions effective after the run but not before, sorted; empty if none is new.");

  public static final Table TABLE =
      Table.named("marts.revisions")
          .grain(
              "One row per run, as-of date that had figures before, university and cohort that moved.")
          .fields(
              RUN_ID,
              REVISED_AT,
              AS_OF_DATE,
              AS_OF_KIND,
              UNIVERSITY_CODE,
              GRADUATION_YEAR,
              SNAPSHOT_DATE_BEFORE,
              SNAPSHOT_DATE_NOW,
              GRADUATES_BEFORE,
              GRADUATES_NOW,
              PLACED_BEFORE,
              PLACED_NOW,
              SUBMISSION_IDS)
          .key(RUN_ID, AS_OF_DATE, AS_OF_KIND, UNIVERSITY_CODE, GRADUATION_YEAR)
          .rule(
              "placed_within_graduates",
              "placed_before <= graduates_before AND placed_now <= graduates_now")
          .asJournal();

  /** A figure that a run moved. */
  public record Revision(
      String runId,
      Instant revisedAt,
      LocalDate asOfDate,
      String asOfKind,
      String universityCode,
      int graduationYear,
      LocalDate snapshotDateBefore,
      LocalDate snapshotDateNow,
      long graduatesBefore,
      long graduatesNow,
      long placedBefore,
      long placedNow,
      List<String> submissionIds) {}

  public static final RecordType<Revision> RECORDS = RecordType.of(TABLE, Revision.class);

  private Revisions() {}
}
