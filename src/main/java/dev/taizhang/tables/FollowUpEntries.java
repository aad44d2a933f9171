package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

/** {@code ledger.follow_up_entries}: every accepted row of a partial list. */
public final class FollowUpEntries {

  public static final String EMPLOYED = "employed";
  public static final String UNPLACED = "unplaced";

  public static final Field SUBMISSION_ID = Dimensions.SUBMISSION_ID;
  public static final Field SHEET_NAME = Dimensions.SHEET_NAME;
  public static final Field ROW_NUMBER = Dimensions.ROW_NUMBER;
  public static final Field SNAPSHOT_DATE = Dimensions.SNAPSHOT_DATE;
  public static final Field STATED_UNIVERSITY_CODE = AssistanceEntries.STATED_UNIVERSITY_CODE;
  public static final Field STATED_GRADUATION_YEAR = AssistanceEntries.STATED_GRADUATION_YEAR;
  public static final Field STUDENT_KEY = Entries.STUDENT_KEY;
  public static final Field PERSON_ID = Entries.PERSON_ID;
  public static final Field STATE_DATE =
      Field.required(
          "state_date",
          DateType,
          "Date of the state that the row describes: the survey date (调查日期), or otherwise the file's.");
  public static final Field EMPLOYMENT_STATUS =
      Field.required("employment_status", StringType, "Employment status given in the row.")
          .oneOf(EMPLOYED, UNPLACED, Dimensions.UNKNOWN);
  public static final Field OUTCOME_CODE = Entries.OUTCOME_CODE;
  public static final Field EMPLOYER_NAME = Entries.EMPLOYER_NAME;
  public static final Field EMPLOYER_KIND_CODE = Entries.EMPLOYER_KIND_CODE;
  public static final Field EMPLOYER_REGION_CODE = Entries.EMPLOYER_REGION_CODE;
  public static final Field JOB_INTENTION = Entries.JOB_INTENTION;
  public static final Field UNPLACED_REASON = Entries.UNPLACED_REASON;
  public static final Field SERVICES_RECEIVED =
      Field.required(
          "services_received",
          createArrayType(StringType, false),
          "Measures already received (已接受就业服务), as codes, sorted.");
  public static final Field FLAGS = Entries.FLAGS;

  public static final Table TABLE =
      Table.named("ledger.follow_up_entries")
          .grain("One row per accepted row of a follow-up submission.")
          .fields(
              SUBMISSION_ID,
              SHEET_NAME,
              ROW_NUMBER,
              SNAPSHOT_DATE,
              STATED_UNIVERSITY_CODE,
              STATED_GRADUATION_YEAR,
              STUDENT_KEY,
              PERSON_ID,
              STATE_DATE,
              EMPLOYMENT_STATUS,
              OUTCOME_CODE,
              EMPLOYER_NAME,
              EMPLOYER_KIND_CODE,
              EMPLOYER_REGION_CODE,
              JOB_INTENTION,
              UNPLACED_REASON,
              SERVICES_RECEIVED,
              FLAGS)
          .key(SUBMISSION_ID, SHEET_NAME, ROW_NUMBER)
          .rule("has_identity", "student_key IS NOT NULL OR person_id IS NOT NULL")
          .rule(
              "employer_of_self_employed_unnamed",
              "outcome_code NOT IN ('75', '76') OR employer_name IS NULL");

  private FollowUpEntries() {}
}
