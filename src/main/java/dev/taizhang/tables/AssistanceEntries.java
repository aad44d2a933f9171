package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** {@code ledger.assistance_entries}: every accepted row of an assistance ledger (帮扶台账). */
public final class AssistanceEntries {

  public static final Field SUBMISSION_ID = Dimensions.SUBMISSION_ID;
  public static final Field SHEET_NAME = Dimensions.SHEET_NAME;
  public static final Field ROW_NUMBER = Dimensions.ROW_NUMBER;
  public static final Field SNAPSHOT_DATE = Dimensions.SNAPSHOT_DATE;
  public static final Field STATED_UNIVERSITY_CODE =
      Field.optional(
          "stated_university_code",
          StringType,
          "University named in the row, or otherwise by the submitter; null if neither names one.");
  public static final Field STATED_GRADUATION_YEAR =
      Field.optional("stated_graduation_year", IntegerType, "Cohort named in the row.");
  public static final Field STUDENT_KEY = Entries.STUDENT_KEY;
  public static final Field PERSON_ID = Entries.PERSON_ID;
  public static final Field MEASURE_DATE =
      Field.optional("measure_date", DateType, "Date of the measure (帮扶日期).");
  public static final Field MEASURE_CODE =
      Field.optional("measure_code", StringType, "Kind of measure (帮扶措施); null if unlisted.");
  public static final Field MODE =
      Field.optional("mode", StringType, "How the measure reached the person.")
          .oneOf("one_to_one", "mass", "contact");
  public static final Field PROVIDER =
      Field.optional("provider", StringType, "Who gave the help.")
          .oneOf(
              "university",
              "employment_office",
              "disabled_federation",
              "education_department",
              "other");
  public static final Field RESULT_CODE =
      Field.optional("result_code", StringType, "Result of the measure (帮扶结果).");
  public static final Field DECLINE_REASON_CODE =
      Field.optional("decline_reason_code", StringType, "Why an offer was declined.");
  public static final Field EMPLOYER_NAME =
      Entries.EMPLOYER_NAME.meaning("Recommended employer; null if it contains the person's name.");
  public static final Field FLAGS = Entries.FLAGS;

  public static final Table TABLE =
      Table.named("ledger.assistance_entries")
          .grain("One row per accepted row of an assistance submission: one measure.")
          .fields(
              SUBMISSION_ID,
              SHEET_NAME,
              ROW_NUMBER,
              SNAPSHOT_DATE,
              STATED_UNIVERSITY_CODE,
              STATED_GRADUATION_YEAR,
              STUDENT_KEY,
              PERSON_ID,
              MEASURE_DATE,
              MEASURE_CODE,
              MODE,
              PROVIDER,
              RESULT_CODE,
              DECLINE_REASON_CODE,
              EMPLOYER_NAME,
              FLAGS)
          .key(SUBMISSION_ID, SHEET_NAME, ROW_NUMBER)
          .rule("has_identity", "student_key IS NOT NULL OR person_id IS NOT NULL");

  private AssistanceEntries() {}
}
