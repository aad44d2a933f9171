package dev.taizhang.tables;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * {@code marts.median_time_to_placement}: by which day half of the graduates are placed, and how
 * many days later than those without hardship. Groups are by baseline tags.
 */
public final class MedianTimeToPlacement {

  public static final Table TABLE =
      Table.named("marts.median_time_to_placement")
          .grain(
              "One row per as-of date, cohort, clock, cut by degree level, discipline or province"
                  + " of the university or by none, and hardship group (by baseline tags).")
          .fields(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.GRADUATION_YEAR,
              TimeToPlacement.CLOCK,
              Dimensions.DEGREE_CUT,
              TimeToPlacement.DISCIPLINE_CATALOGUE,
              TimeToPlacement.DISCIPLINE_CODE,
              OutcomeCounts.PROVINCE_CODE,
              Dimensions.HARDSHIP_GROUP,
              TimeToPlacement.GRADUATES,
              TimeToPlacement.count("placed", "Of these, with a placement that lasted."),
              TimeToPlacement.count("censored", "Of these, unplaced when they were watched last."),
              TimeToPlacement.count(
                  "lost", "Graduates who were told unplaced after a placement (解约)."),
              days(
                  "median_days",
                  "Days until half are placed; null where more than half are still unplaced."),
              days("median_days_low", "Its lower 95 % limit; null where it is not reached."),
              days("median_days_high", "Its upper 95 % limit; null where it is not reached."),
              days("median_days_earliest", "median_days by the earliest day of each placement."),
              days("median_days_latest", "median_days by the latest day of each placement."),
              days(
                  "reference_median_days",
                  "median_days of group none in the same cut; null for all and none."),
              days("days_later", "median_days - reference_median_days."),
              days(
                  "mean_days_in_180",
                  "Mean of the days unplaced among the first 180 (restricted mean); null before"
                      + " they are known."),
              days(
                  "mean_days_in_365",
                  "Mean of the days unplaced among the first 365 (restricted mean); null before"
                      + " they are known."))
          .key(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.GRADUATION_YEAR,
              TimeToPlacement.CLOCK,
              Dimensions.DEGREE_CUT,
              TimeToPlacement.DISCIPLINE_CATALOGUE,
              TimeToPlacement.DISCIPLINE_CODE,
              OutcomeCounts.PROVINCE_CODE,
              Dimensions.HARDSHIP_GROUP)
          .rule("everybody_is_somewhere", "graduates > 0 AND placed + censored = graduates")
          .rule(
              "median_within_limits",
              "median_days_low <= median_days AND median_days <= median_days_high")
          .rule(
              "means_within_their_days",
              "mean_days_in_180 BETWEEN 0 AND 180 AND mean_days_in_365 BETWEEN 0 AND 365")
          .rule("later_than_the_reference", "days_later = median_days - reference_median_days");

  public static final RecordType<MedianTime> RECORDS = RecordType.of(TABLE, MedianTime.class);

  private MedianTimeToPlacement() {}

  private static Field days(String name, String comment) {
    return Field.optional(name, DoubleType, comment);
  }

  /**
   * One row of the table; the components are its columns.
   *
   * @param asOfDate date that the figures speak of
   * @param asOfKind plain or official
   * @param graduationYear the cohort
   * @param clock from when on days are counted
   * @param degreeLevel level of the degree, or all
   * @param disciplineCatalogue academic, vocational, unknown or all
   * @param disciplineCode discipline of the major, or all
   * @param provinceCode province of the university, or all
   * @param hardshipGroup the hardship group, by baseline tags
   * @param graduates who are watched from day 0 on
   * @param placed of them, placed so that it lasted
   * @param censored of them, watched no longer
   * @param lost of them, told unplaced after a placement
   * @param medianDays days until half are placed; null where it is not reached
   * @param medianDaysLow its lower limit; null where it is not reached
   * @param medianDaysHigh its upper limit; null where it is not reached
   * @param medianDaysEarliest the same by the earliest days
   * @param medianDaysLatest the same by the latest days
   * @param referenceMedianDays median of group none; null where there is none
   * @param daysLater how much later half of the group are placed
   * @param meanDaysIn180 mean of the days unplaced among the first 180
   * @param meanDaysIn365 mean of the days unplaced among the first 365
   */
  public record MedianTime(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      String clock,
      String degreeLevel,
      String disciplineCatalogue,
      String disciplineCode,
      String provinceCode,
      String hardshipGroup,
      long graduates,
      long placed,
      long censored,
      long lost,
      Double medianDays,
      Double medianDaysLow,
      Double medianDaysHigh,
      Double medianDaysEarliest,
      Double medianDaysLatest,
      Double referenceMedianDays,
      Double daysLater,
      Double meanDaysIn180,
      Double meanDaysIn365)
      implements Serializable {

    public MedianTime {
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(asOfKind, "asOfKind");
      requireNonNull(clock, "clock");
      requireNonNull(degreeLevel, "degreeLevel");
      requireNonNull(disciplineCatalogue, "disciplineCatalogue");
      requireNonNull(disciplineCode, "disciplineCode");
      requireNonNull(provinceCode, "provinceCode");
      requireNonNull(hardshipGroup, "hardshipGroup");
    }
  }
}
