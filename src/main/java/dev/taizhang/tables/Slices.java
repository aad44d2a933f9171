package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.time.LocalDate;

/** {@code intake.slices}: the (university, graduation year) parts of each submission. */
public final class Slices {

  public static final String IN_FORCE = "in_force";
  public static final String HELD = "held";
  public static final String SUPERSEDED = "superseded";
  public static final String STRAY = "stray";

  public static final Field SUBMISSION_ID = Dimensions.SUBMISSION_ID;
  public static final Field UNIVERSITY_CODE = Dimensions.UNIVERSITY_CODE;
  public static final Field GRADUATION_YEAR = Dimensions.GRADUATION_YEAR;
  public static final Field SNAPSHOT_DATE = Dimensions.SNAPSHOT_DATE;
  public static final Field GRADUATES =
      Field.required("graduates", LongType, "Accepted rows of the slice.");
  public static final Field STATUS =
      Field.required("status", StringType, "Whether the slice counts.")
          .oneOf(IN_FORCE, HELD, SUPERSEDED, STRAY);
  public static final Field WHY =
      Field.optional("why", StringType, "Why it does not count, and what to do.");

  public static final Field ORDER_IN_DATE =
      Field.optional(
          "order_in_date",
          IntegerType,
          "Position among the files of the cohort and date in order of arrival, from 1: of"
              + " several rows of one graduate, the one in the last file counts.");

  public static final Table TABLE =
      Table.named("intake.slices")
          .grain("One row per submission and graduation year that it contains.")
          .fields(
              SUBMISSION_ID,
              UNIVERSITY_CODE,
              GRADUATION_YEAR,
              SNAPSHOT_DATE,
              GRADUATES,
              STATUS,
              WHY,
              ORDER_IN_DATE)
          .key(SUBMISSION_ID, GRADUATION_YEAR)
          .rule("has_graduates", "graduates > 0")
          .rule("says_why", "status = 'in_force' OR why IS NOT NULL");

  /** A slice: the part of a submission that is about one cohort. */
  public record Slice(
      String submissionId,
      String universityCode,
      int graduationYear,
      LocalDate snapshotDate,
      long graduates,
      String status,
      String why,
      Integer orderInDate) {}

  public static final RecordType<Slice> RECORDS = RecordType.of(TABLE, Slice.class);

  private Slices() {}
}
