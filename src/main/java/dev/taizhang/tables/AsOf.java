package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;

import java.time.LocalDate;

/** {@code marts.as_of}: which slice speaks for a university and cohort at an as-of date. */
public final class AsOf {

  public static final Field AS_OF_DATE = Dimensions.AS_OF_DATE;
  public static final Field AS_OF_KIND = Dimensions.AS_OF_KIND;
  public static final Field UNIVERSITY_CODE = Dimensions.UNIVERSITY_CODE;
  public static final Field GRADUATION_YEAR = Dimensions.GRADUATION_YEAR;
  public static final Field SNAPSHOT_DATE =
      Dimensions.SNAPSHOT_DATE.meaning("Snapshot date of the effective slice.");
  public static final Field AGE_DAYS =
      Field.required(
          "age_days",
          IntegerType,
          "Days from the snapshot to the as-of date; negative if the snapshot is later.");
  public static final Field COVERED =
      Field.required("covered", BooleanType, "Whether the slice is at most 30 days old.");
  public static final Field IN_RATES =
      Field.required("in_rates", BooleanType, "Whether marts.placement_rates keeps the date.");
  public static final Field IN_TREND =
      Field.required("in_trend", BooleanType, "Whether marts.placement_trend keeps the date.");

  public static final Table TABLE =
      Table.named("marts.as_of")
          .grain("One row per as-of date, kind, university and cohort.")
          .fields(
              AS_OF_DATE,
              AS_OF_KIND,
              UNIVERSITY_CODE,
              GRADUATION_YEAR,
              SNAPSHOT_DATE,
              AGE_DAYS,
              COVERED,
              IN_RATES,
              IN_TREND)
          .key(AS_OF_DATE, AS_OF_KIND, UNIVERSITY_CODE, GRADUATION_YEAR)
          .rule("kept_somewhere", "in_rates OR in_trend")
          .rule("age_is_difference", "age_days = datediff(as_of_date, snapshot_date)")
          .rule("plain_looks_back", "as_of_kind <> 'plain' OR age_days >= 0");

  /** Which slice speaks for a cohort at an as-of date. */
  public record Speaking(
      LocalDate asOfDate,
      String asOfKind,
      String universityCode,
      int graduationYear,
      LocalDate snapshotDate,
      int ageDays,
      boolean covered,
      boolean inRates,
      boolean inTrend) {}

  public static final RecordType<Speaking> RECORDS = RecordType.of(TABLE, Speaking.class);

  private AsOf() {}
}
