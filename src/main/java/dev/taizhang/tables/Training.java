package dev.taizhang.tables;

import static dev.taizhang.tables.HelpColumns.CUT_OF_GROUP;
import static dev.taizhang.tables.HelpColumns.and;
import static dev.taizhang.tables.HelpColumns.count;
import static dev.taizhang.tables.HelpColumns.value;
import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * {@code marts.training}: whom training reached (宏志助航 and other), and what followed. It describes,
 * and says nothing of what training does.
 */
public final class Training {

  public static final Field TRAINING =
      Field.required("training", StringType, "Code of the training as a measure, or all.")
          .oneOf(Dimensions.ALL, "hongzhi_training", "skills_training");

  public static final Table TABLE =
      Table.named("marts.training")
          .grain(
              "One row per as-of date, cohort, province or university, hardship group (by baseline"
                  + " tags) and kind of training that reached somebody.")
          .fields(
              and(
                  CUT_OF_GROUP,
                  TRAINING,
                  count("reached", "Graduates with such a training; the first counts."),
                  count("placed_before", "Of these, placed on the day of it."),
                  count("without_date", "Of these, with no date of it."),
                  observed(30),
                  placed(30),
                  share(30),
                  observed(90),
                  placed(90),
                  share(90),
                  observed(180),
                  placed(180),
                  share(180)))
          .key(and(CUT_OF_GROUP, TRAINING).toArray(Field[]::new))
          .rule("has_graduates", "reached > 0")
          .rule(
              "longer_is_fewer",
              "reached - placed_before - without_date >= observed_30"
                  + " AND observed_30 >= observed_90 AND observed_90 >= observed_180")
          .rule(
              "placed_within_observed",
              "placed_30 BETWEEN 0 AND observed_30 AND placed_90 BETWEEN 0 AND observed_90"
                  + " AND placed_180 BETWEEN 0 AND observed_180")
          .rule(
              "shares_from_zero_to_one",
              "placed_share_30 BETWEEN 0 AND 1 AND placed_share_90 BETWEEN 0 AND 1"
                  + " AND placed_share_180 BETWEEN 0 AND 1");

  public static final RecordType<Trained> RECORDS = RecordType.of(TABLE, Trained.class);

  private Training() {}

  private static Field observed(int days) {
    return count(
        "observed_" + days,
        "Unplaced on the day of it, and that followed by %d days of slices.".formatted(days));
  }

  private static Field placed(int days) {
    return count("placed_" + days, "Of these, placed within %d days.".formatted(days));
  }

  private static Field share(int days) {
    return value("placed_share_" + days, "placed_%1$d / observed_%1$d, 0 to 1.".formatted(days));
  }

  /**
   * One row of the table; the components are its columns. Those who are neither placed before,
   * without a date nor observed cannot be judged yet.
   *
   * @param asOfDate date that the figures speak of
   * @param asOfKind plain or official
   * @param graduationYear the cohort
   * @param provinceCode province of the university, or all
   * @param universityCode the university, or all
   * @param hardshipGroup the hardship group, by baseline tags
   * @param training the training, or all
   * @param reached who had it
   * @param placedBefore of these, placed then
   * @param withoutDate of these, when nobody knows
   * @param observed30 unplaced then, and followed for 30 days
   * @param placed30 of these, placed
   * @param placedShare30 their share
   * @param observed90 unplaced then, and followed for 90 days
   * @param placed90 of these, placed
   * @param placedShare90 their share
   * @param observed180 unplaced then, and followed for 180 days
   * @param placed180 of these, placed
   * @param placedShare180 their share
   */
  public record Trained(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      String provinceCode,
      String universityCode,
      String hardshipGroup,
      String training,
      long reached,
      long placedBefore,
      long withoutDate,
      long observed30,
      long placed30,
      Double placedShare30,
      long observed90,
      long placed90,
      Double placedShare90,
      long observed180,
      long placed180,
      Double placedShare180)
      implements Serializable {

    public Trained {
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(hardshipGroup, "hardshipGroup");
      requireNonNull(training, "training");
    }
  }
}
