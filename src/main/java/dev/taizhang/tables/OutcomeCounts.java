package dev.taizhang.tables;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.time.LocalDate;

/** {@code marts.outcome_counts}: graduates by two-digit outcome. */
public final class OutcomeCounts {

  public static final Field PROVINCE_CODE =
      Field.required(
          "province_code", StringType, "Province of the university, or all; 000000 if unknown.");
  public static final Field OUTCOME_CODE =
      Field.required("outcome_code", StringType, "Two-digit outcome, or unknown.");
  public static final Field OUTCOME_NAME =
      Field.optional("outcome_name", StringType, "Name of the outcome.");
  public static final Field IN_DENOMINATOR =
      Field.required("in_denominator", BooleanType, "Whether the outcome counts in graduates.");
  public static final Field IN_NUMERATOR =
      Field.required("in_numerator", BooleanType, "Whether the outcome counts in placed.");
  public static final Field GRADUATES =
      Field.required("graduates", LongType, "Graduates with that outcome.");

  public static final Table TABLE =
      Table.named("marts.outcome_counts")
          .grain("One row per as-of date, cohort, degree level, province, group and outcome.")
          .fields(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.GRADUATION_YEAR,
              Dimensions.DEGREE_CUT,
              PROVINCE_CODE,
              Dimensions.HARDSHIP_GROUP,
              OUTCOME_CODE,
              OUTCOME_NAME,
              IN_DENOMINATOR,
              IN_NUMERATOR,
              GRADUATES)
          .key(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.GRADUATION_YEAR,
              Dimensions.DEGREE_CUT,
              PROVINCE_CODE,
              Dimensions.HARDSHIP_GROUP,
              OUTCOME_CODE)
          .rule("has_graduates", "graduates > 0");

  public static final RecordType<OutcomeCount> RECORDS = RecordType.of(TABLE, OutcomeCount.class);

  private OutcomeCounts() {}

  /**
   * One row of the table.
   *
   * @param asOfDate date that the count speaks of
   * @param asOfKind plain or official
   * @param graduationYear the cohort
   * @param degreeLevel level of the degree, or all
   * @param provinceCode province of the university, or all
   * @param hardshipGroup the hardship group
   * @param outcomeCode the outcome, or unknown
   * @param outcomeName what it is called
   * @param inDenominator whether they count in graduates
   * @param inNumerator whether they count in placed
   * @param graduates how many there are
   */
  public record OutcomeCount(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      String degreeLevel,
      String provinceCode,
      String hardshipGroup,
      String outcomeCode,
      String outcomeName,
      boolean inDenominator,
      boolean inNumerator,
      long graduates)
      implements Serializable {

    public OutcomeCount {
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(asOfKind, "asOfKind");
      requireNonNull(degreeLevel, "degreeLevel");
      requireNonNull(provinceCode, "provinceCode");
      requireNonNull(hardshipGroup, "hardshipGroup");
      requireNonNull(outcomeCode, "outcomeCode");
      requireNonNull(outcomeName, "outcomeName");
      if (graduates < 1) {
        throw new IllegalArgumentException("No graduates with outcome " + outcomeCode);
      }
    }
  }
}
