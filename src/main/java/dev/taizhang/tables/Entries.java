package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.ArrayList;
import java.util.List;

/** {@code ledger.entries}: every accepted row, conformed and pseudonymous. */
public final class Entries {

  public static final Field SUBMISSION_ID = Dimensions.SUBMISSION_ID;
  public static final Field SHEET_NAME = Dimensions.SHEET_NAME;
  public static final Field ROW_NUMBER = Dimensions.ROW_NUMBER;
  public static final Field UNIVERSITY_CODE = Dimensions.UNIVERSITY_CODE;
  public static final Field GRADUATION_YEAR = Dimensions.GRADUATION_YEAR;
  public static final Field SNAPSHOT_DATE = Dimensions.SNAPSHOT_DATE;
  public static final Field STUDENT_KEY =
      Field.pseudonym("student_key", "Keyed hash of university code and 学号, 32 hex.").orNull();
  public static final Field PERSON_ID =
      Field.pseudonym("person_id", "Keyed hash of the valid 身份证号, 32 hex.").orNull();
  public static final Field GENDER =
      Field.optional("gender", StringType, "Gender (性别).").oneOf("male", "female");
  public static final Field ETHNIC_MINORITY =
      Field.optional(
          "ethnic_minority", BooleanType, "Whether the person is of an ethnic minority (民族).");
  public static final Field DEGREE_CODE =
      Field.optional("degree_code", StringType, "Degree (学历代码), two digits.");
  public static final Field DEGREE_LEVEL = Dimensions.DEGREE_LEVEL;
  public static final Field COMPLETION =
      Field.optional("completion", StringType, "Graduated, completed (结业) or incomplete (肄业).")
          .oneOf("graduated", "completed", "incomplete");
  public static final Field TRAINING_MODE =
      Field.optional("training_mode", StringType, "Mode of training (培养方式代码).");
  public static final Field TEACHER_TRAINING =
      Field.optional("teacher_training", StringType, "Kind of teacher training (师范生类别代码).");
  public static final Field URBAN_RURAL =
      Field.optional("urban_rural", StringType, "Urban or rural origin (城乡生源).")
          .oneOf("urban", "rural");
  public static final Field MAJOR_CATALOGUE =
      Dimensions.MAJOR_CATALOGUE.oneOf(
          "undergraduate",
          "vocational_bachelor",
          "vocational_2015",
          "vocational_2021",
          "graduate",
          Dimensions.UNKNOWN);
  public static final Field MAJOR_CODE =
      Field.optional("major_code", StringType, "Major (专业代码) without its suffix K or T.");
  public static final Field MAJOR_NAME =
      Field.optional("major_name", StringType, "Name of the major as written in the file.");
  public static final Field ORIGIN_REGION_CODE =
      Field.optional(
          "origin_region_code",
          StringType,
          "Division of origin (生源所在地) by the code in force today, six digits.");
  public static final Field GRADUATION_DATE =
      Field.optional("graduation_date", DateType, "Date of graduation (毕业时间).");
  public static final Field HARDSHIP_TAGS = Dimensions.HARDSHIP_TAGS;
  public static final Field HARDSHIP_DETAIL = Dimensions.HARDSHIP_DETAIL;
  public static final Field OUTCOME_CODE =
      Field.optional("outcome_code", StringType, "Outcome (毕业去向代码), two digits; null if unknown.");
  public static final Field IN_DENOMINATOR =
      Field.required("in_denominator", BooleanType, "Whether the graduate counts in graduates.");
  public static final Field OUTCOME_DATE =
      Field.optional("outcome_date", DateType, "Date of the outcome.");
  public static final Field EMPLOYER_NAME =
      Field.optional(
          "employer_name",
          StringType,
          "Employer; null for outcomes 75 and 76 and if it contains the person's name.");
  public static final Field EMPLOYER_CREDIT_CODE =
      Field.optional("employer_credit_code", StringType, "Employer's 统一社会信用代码.");
  public static final Field EMPLOYER_REGION_CODE =
      Field.optional("employer_region_code", StringType, "Division of the employer, six digits.");
  public static final Field EMPLOYER_KIND_CODE =
      Field.optional("employer_kind_code", StringType, "Kind of employer (单位性质代码).");
  public static final Field INDUSTRY_CODE =
      Field.optional("industry_code", StringType, "Industry (单位行业代码).");
  public static final Field POSITION_CODE =
      Field.optional("position_code", StringType, "Kind of position (工作职位类别代码).");
  public static final Field MONTHLY_SALARY_YUAN =
      Field.optional("monthly_salary_yuan", IntegerType, "Monthly pay in yuan.");
  public static final Field JOB_INTENTION =
      Field.optional("job_intention", StringType, "Whether the person wants to work (就业意愿).")
          .oneOf("yes", "no");
  public static final Field UNPLACED_REASON =
      Field.optional(
          "unplaced_reason", StringType, "Reason for being unplaced (未就业原因), as a code.");
  public static final Field ORIGIN_REGION_REVISION =
      Field.optional(
          "origin_region_revision",
          StringType,
          "Newest revision of GB/T 2260 (year and month) that has the origin as written in"
              + " the file; null if it is in force today.");
  public static final Field FLAGS =
      Field.required(
          "flags", createArrayType(StringType, false), "Rules that the row breaks; sorted.");

  public static final Table TABLE =
      Table.named("ledger.entries")
          .grain("One row per accepted row of a submission.")
          .fields(
              SUBMISSION_ID,
              SHEET_NAME,
              ROW_NUMBER,
              UNIVERSITY_CODE,
              GRADUATION_YEAR,
              SNAPSHOT_DATE,
              STUDENT_KEY,
              PERSON_ID,
              GENDER,
              ETHNIC_MINORITY,
              DEGREE_CODE,
              DEGREE_LEVEL,
              COMPLETION,
              TRAINING_MODE,
              TEACHER_TRAINING,
              URBAN_RURAL,
              MAJOR_CATALOGUE,
              MAJOR_CODE,
              MAJOR_NAME,
              ORIGIN_REGION_CODE,
              GRADUATION_DATE,
              HARDSHIP_TAGS,
              HARDSHIP_DETAIL,
              OUTCOME_CODE,
              IN_DENOMINATOR,
              OUTCOME_DATE,
              EMPLOYER_NAME,
              EMPLOYER_CREDIT_CODE,
              EMPLOYER_REGION_CODE,
              EMPLOYER_KIND_CODE,
              INDUSTRY_CODE,
              POSITION_CODE,
              MONTHLY_SALARY_YUAN,
              JOB_INTENTION,
              UNPLACED_REASON,
              ORIGIN_REGION_REVISION,
              FLAGS)
          .key(SUBMISSION_ID, SHEET_NAME, ROW_NUMBER)
          .rule("has_identity", "student_key IS NOT NULL OR person_id IS NOT NULL")
          .rule("salary_positive", "monthly_salary_yuan > 0")
          .rule("denominator_leaves_out_65", "in_denominator = NOT (outcome_code <=> '65')")
          .rule(
              "employer_of_self_employed_unnamed",
              "outcome_code NOT IN ('75', '76') OR employer_name IS NULL");

  /**
   * The columns that make up a graduate's state: from {@code gender} to {@code unplaced_reason},
   * without the names, which are spelled differently from week to week.
   */
  public static final List<Field> STATE = state();

  private Entries() {}

  private static List<Field> state() {
    List<Field> fields = new ArrayList<>(TABLE.fields());
    List<Field> state =
        new ArrayList<>(
            fields.subList(fields.indexOf(GENDER), fields.indexOf(UNPLACED_REASON) + 1));
    state.remove(MAJOR_NAME);
    state.remove(EMPLOYER_NAME);
    return List.copyOf(state);
  }
}
