package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** {@code intake.quarantine}: rows that cannot be counted rightly, with what to correct. */
public final class Quarantine {

  /**
   * The rule of rows in which people with different ID numbers have one student number: it names
   * none of them for certain.
   */
  public static final String STUDENT_NUMBER_SHARED = "student_number_shared";

  public static final Field SUBMISSION_ID = Dimensions.SUBMISSION_ID;
  public static final Field SHEET_NAME = Dimensions.SHEET_NAME;
  public static final Field ROW_NUMBER = Dimensions.ROW_NUMBER;
  public static final Field UNIVERSITY_CODE = Dimensions.UNIVERSITY_CODE;
  public static final Field SNAPSHOT_DATE = Dimensions.SNAPSHOT_DATE;
  public static final Field GRADUATION_YEAR =
      Field.optional("graduation_year", IntegerType, "Cohort named in the row, if any.");
  public static final Field STUDENT_KEY = Entries.STUDENT_KEY;
  public static final Field PERSON_ID = Entries.PERSON_ID;
  public static final Field RULE_ID =
      Field.required("rule_id", StringType, "The rule that the row breaks.");
  public static final Field COLUMN_NAME =
      Field.optional("column_name", StringType, "The column that is wrong.");
  public static final Field OFFENDING_VALUE =
      Field.optional(
          "offending_value",
          StringType,
          "The value if it has a form that belongs in its column; otherwise its length and kind.");
  public static final Field MESSAGE_ZH =
      Field.required("message_zh", StringType, "What is wrong and how to correct it, in Chinese.");
  public static final Field MESSAGE_EN =
      Field.required("message_en", StringType, "What is wrong and how to correct it, in English.");

  public static final Table TABLE =
      Table.named("intake.quarantine")
          .grain("One row per quarantined row of an accepted submission.")
          .fields(
              SUBMISSION_ID,
              SHEET_NAME,
              ROW_NUMBER,
              UNIVERSITY_CODE,
              SNAPSHOT_DATE,
              GRADUATION_YEAR,
              STUDENT_KEY,
              PERSON_ID,
              RULE_ID,
              COLUMN_NAME,
              OFFENDING_VALUE,
              MESSAGE_ZH,
              MESSAGE_EN)
          .key(SUBMISSION_ID, SHEET_NAME, ROW_NUMBER);

  private Quarantine() {}
}
