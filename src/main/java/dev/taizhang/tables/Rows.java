package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of ledger files as they are read: one schema for all files, cells as text in normal
 * form, people already pseudonymous. Never stored.
 */
public final class Rows {

  /** How far an ID number can be trusted. */
  public static final String ID_MISSING = "missing";

  public static final String ID_VALID = "valid";
  public static final String ID_ROUNDED = "rounded";
  public static final String ID_DESTROYED = "destroyed";
  public static final String ID_INVALID = "invalid";

  /** How far a student number can be trusted. */
  public static final String NUMBER_MISSING = "missing";

  public static final String NUMBER_GIVEN = "given";
  public static final String NUMBER_DESTROYED = "destroyed";
  public static final String NUMBER_TOO_LONG = "too_long";

  /** Whether a number has the form that it should have. */
  public static final String FORM_MISSING = "missing";

  public static final String FORM_VALID = "valid";
  public static final String FORM_INVALID = "invalid";

  /** A word that says that there is none. */
  public static final String FORM_NONE_STATED = "none_stated";

  /** The older code of nine characters. */
  public static final String FORM_ORGANISATION_CODE = "organisation_code";

  public static final String DAMAGE_SURPLUS = "surplus_cells";
  public static final String DAMAGE_SHIFTED = "shifted_cells";
  public static final String DAMAGE_UNDECODABLE = "undecodable";

  public static final Field SUBMISSION_ID = Dimensions.SUBMISSION_ID;
  public static final Field FEED = Submissions.FEED;
  public static final Field TEMPLATE =
      Field.required("template", StringType, "Names the header of the row's table.");
  public static final Field COLUMNS_PRESENT =
      Field.required(
          "columns_present",
          createArrayType(StringType, false),
          "The columns of the row's table, by their names in column_aliases.csv.");
  public static final Field SHEET_NAME = Dimensions.SHEET_NAME;
  public static final Field ROW_NUMBER = Dimensions.ROW_NUMBER;
  public static final Field UNIVERSITY_CODE = Dimensions.UNIVERSITY_CODE;
  public static final Field SNAPSHOT_DATE = Dimensions.SNAPSHOT_DATE;
  public static final Field STUDENT_KEY = Entries.STUDENT_KEY;
  public static final Field PERSON_ID = Entries.PERSON_ID;
  public static final Field ID_NUMBER_STATE =
      Field.required("id_number_state", StringType, "How far the ID number can be trusted.")
          .oneOf(ID_MISSING, ID_VALID, ID_ROUNDED, ID_DESTROYED, ID_INVALID);
  public static final Field ROW_HASH =
      Field.required("row_hash", LongType, "Hash of all cells of the row as written.");
  public static final Field DAMAGE =
      Field.optional("damage", StringType, "Why the cells of the row cannot be trusted.")
          .oneOf(DAMAGE_SURPLUS, DAMAGE_SHIFTED, DAMAGE_UNDECODABLE);
  public static final Field CONTRADICTED_COLUMNS =
      Field.optional(
          "contradicted_columns",
          StringType,
          "Columns that appear more than once with different values in this row, joined by commas.");
  public static final Field STUDENT_NUMBER_STATE =
      Field.required("student_number_state", StringType, "How far the 学号 can be trusted.")
          .oneOf(NUMBER_MISSING, NUMBER_GIVEN, NUMBER_DESTROYED, NUMBER_TOO_LONG);
  public static final Field ID_PROVINCE_LISTED =
      Field.optional(
          "id_province_listed",
          BooleanType,
          "Whether a valid ID number begins with a province's digits.");
  public static final Field ID_GENDER =
      Field.optional("id_gender", StringType, "Gender by the 17th digit of a valid ID number.")
          .oneOf("male", "female");
  public static final Field BIRTH_DATE_AGREES =
      Field.optional(
          "birth_date_agrees",
          BooleanType,
          "Whether the date of birth agrees with the valid ID number; null if either is missing.");
  public static final Field EXAMINEE_NUMBER_STATE =
      Field.required("examinee_number_state", StringType, "Form of the 考生号.")
          .oneOf(FORM_MISSING, FORM_VALID, FORM_INVALID);
  public static final Field PHONE_STATE =
      Field.required("phone_state", StringType, "Form of the mobile number.")
          .oneOf(FORM_MISSING, FORM_VALID, FORM_INVALID);
  public static final Field CREDIT_CODE_STATE =
      Field.required("credit_code_state", StringType, "Form and check of 统一社会信用代码.")
          .oneOf(FORM_MISSING, FORM_NONE_STATED, FORM_VALID, FORM_ORGANISATION_CODE, FORM_INVALID);
  public static final Field EMPLOYER_STATED =
      Field.required(
          "employer_stated", BooleanType, "Whether the employer's cell has any visible content.");
  public static final Field EMPLOYER_NAME =
      Field.optional(
          "cell_employer_name", StringType, "Employer; null if it contains the person's name.");

  public static final Table TABLE =
      Table.named("landing.rows")
          .grain("One row per row below the header of a ledger file.")
          .fields(fields())
          .key(SUBMISSION_ID, SHEET_NAME, ROW_NUMBER);

  private Rows() {}

  /** The text of a cell; null when it is blank or the file has no such column. */
  public static Field cell(LedgerColumn column) {
    return Field.optional(
        "cell_" + column.id(), StringType, "The cell of column " + column.id() + ".");
  }

  private static List<Field> fields() {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                SUBMISSION_ID,
                FEED,
                TEMPLATE,
                COLUMNS_PRESENT,
                SHEET_NAME,
                ROW_NUMBER,
                UNIVERSITY_CODE,
                SNAPSHOT_DATE,
                STUDENT_KEY,
                PERSON_ID,
                ID_NUMBER_STATE,
                ROW_HASH,
                DAMAGE,
                CONTRADICTED_COLUMNS,
                STUDENT_NUMBER_STATE,
                ID_PROVINCE_LISTED,
                ID_GENDER,
                BIRTH_DATE_AGREES,
                EXAMINEE_NUMBER_STATE,
                PHONE_STATE,
                CREDIT_CODE_STATE,
                EMPLOYER_STATED));
    Arrays.stream(LedgerColumn.values())
        .filter(column -> !column.personal())
        .map(Rows::cell)
        .map(field -> field.name().equals(EMPLOYER_NAME.name()) ? EMPLOYER_NAME : field)
        .forEach(fields::add);
    return List.copyOf(fields);
  }
}
