package dev.taizhang.tables;

import static dev.taizhang.tables.HelpColumns.CUT_OF_GROUP;
import static dev.taizhang.tables.HelpColumns.and;
import static dev.taizhang.tables.HelpColumns.count;
import static dev.taizhang.tables.HelpColumns.value;
import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.time.LocalDate;

/** {@code marts.decline_reasons}: why graduates declined what was recommended to them. */
public final class DeclineReasons {

  public static final Field DECLINE_REASON_CODE =
      Field.required(
          "decline_reason_code",
          StringType,
          "Why they declined: a code of the list, unknown, or all for whoever declined.");

  public static final Table TABLE =
      Table.named("marts.decline_reasons")
          .grain(
              "One row per as-of date, cohort, province or university, hardship group (by baseline"
                  + " tags) and reason that somebody gave.")
          .fields(
              and(
                  CUT_OF_GROUP,
                  DECLINE_REASON_CODE,
                  count("graduates", "Graduates who gave the reason, once or more."),
                  value("share", "graduates / graduates of the row all, 0 to 1; reasons overlap.")))
          .key(and(CUT_OF_GROUP, DECLINE_REASON_CODE).toArray(Field[]::new))
          .rule("has_graduates", "graduates > 0")
          .rule("share_from_zero_to_one", "share BETWEEN 0 AND 1");

  public static final RecordType<Declined> RECORDS = RecordType.of(TABLE, Declined.class);

  private DeclineReasons() {}

  /**
   * One row of the table; the components are its columns.
   *
   * @param asOfDate date that the figures speak of
   * @param asOfKind plain or official
   * @param graduationYear the cohort
   * @param provinceCode province of the university, or all
   * @param universityCode the university, or all
   * @param hardshipGroup the hardship group, by baseline tags
   * @param declineReasonCode the reason
   * @param graduates who gave it
   * @param share of those who declined at all
   */
  public record Declined(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      String provinceCode,
      String universityCode,
      String hardshipGroup,
      String declineReasonCode,
      long graduates,
      Double share)
      implements Serializable {

    public Declined {
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(hardshipGroup, "hardshipGroup");
      requireNonNull(declineReasonCode, "declineReasonCode");
    }
  }
}
