package dev.taizhang.conform;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;

/**
 * What is read of a row's cells: the columns of entries, and beside them what only rules look at.
 *
 * <p>What a text alone says, beside the code that wins over it, is named {@code …_of_text}.
 */
public enum Reading {
  GRADUATION_YEAR(Entries.GRADUATION_YEAR.orNull()),
  DEGREE_CODE(Entries.DEGREE_CODE),
  DEGREE_CODE_OF_TEXT("degree_code_of_text", "Degree that the text says."),
  TRAINING_MODE(Entries.TRAINING_MODE),
  TRAINING_MODE_OF_TEXT("training_mode_of_text", "Mode of training that the text says."),
  TEACHER_TRAINING(Entries.TEACHER_TRAINING),
  TEACHER_TRAINING_OF_TEXT("teacher_training_of_text", "Teacher training that the text says."),
  GENDER_CODE("gender_code", "Gender (性别代码), one digit."),
  GENDER_CODE_OF_TEXT("gender_code_of_text", "Gender that the text says."),
  ETHNICITY_CODE("ethnicity_code", "Ethnicity (民族代码), two digits."),
  ETHNICITY_CODE_OF_TEXT("ethnicity_code_of_text", "Ethnicity that the text says."),
  HARDSHIP_MASK("hardship_mask", "Hardship (困难生类别) as a mask from 0 to 7."),
  HARDSHIP_MASK_OF_TEXT("hardship_mask_of_text", "Mask of hardship that the text says."),
  EMPLOYER_KIND_CODE(Entries.EMPLOYER_KIND_CODE),
  EMPLOYER_KIND_CODE_OF_TEXT("employer_kind_code_of_text", "Kind of employer that the text says."),
  INDUSTRY_CODE(Entries.INDUSTRY_CODE),
  INDUSTRY_CODE_OF_TEXT("industry_code_of_text", "Industry that the text says."),
  POSITION_CODE(Entries.POSITION_CODE),
  POSITION_CODE_OF_TEXT("position_code_of_text", "Kind of position that the text says."),
  OUTCOME_CODE(Entries.OUTCOME_CODE),
  OUTCOME_CODE_OF_TEXT("outcome_code_of_text", "Outcome that the text says."),
  URBAN_RURAL(Entries.URBAN_RURAL),
  HARDSHIP_ITEMS(
      Field.required(
          "hardship_items",
          createArrayType(StringType, true),
          "What the items of both cells of hardship are; null for each that is not known.")),
  JOB_INTENTION(Entries.JOB_INTENTION),
  UNPLACED_REASON(Entries.UNPLACED_REASON),
  ORIGIN_REGION_LISTED("origin_region_listed", "Division of origin where it is in a list."),
  ORIGIN_REGION_OF_TEXT("origin_region_of_text", "Division of origin that the text says."),
  ORIGIN_REGION_REVISION(Entries.ORIGIN_REGION_REVISION),
  EMPLOYER_REGION_LISTED("employer_region_listed", "Employer's division where it is in a list."),
  EMPLOYER_REGION_OF_TEXT("employer_region_of_text", "Employer's division that the text says."),
  GRADUATION_DATE(Entries.GRADUATION_DATE),
  OUTCOME_DATE(Entries.OUTCOME_DATE),
  MEASURE_DATE(AssistanceEntries.MEASURE_DATE),
  SURVEY_DATE(Field.optional("survey_date", DateType, "Date of the survey (调查日期).")),
  MEASURE_CODE(AssistanceEntries.MEASURE_CODE),
  MODE(AssistanceEntries.MODE),
  PROVIDER(AssistanceEntries.PROVIDER),
  RESULT_CODE(AssistanceEntries.RESULT_CODE),
  DECLINE_REASON_CODE(AssistanceEntries.DECLINE_REASON_CODE),
  SERVICES_ITEMS(
      Field.optional(
          "services_items",
          createArrayType(StringType, true),
          "What the services received (已接受就业服务) are; null for each that is not known.")),
  STATED_UNIVERSITY_CODE(AssistanceEntries.STATED_UNIVERSITY_CODE),
  ENROLMENT_DATE(Field.optional("enrolment_date", DateType, "Date of enrolment (入学时间).")),
  GRADUATION_YEAR_STATED(
      Field.optional(
          "graduation_year_stated", IntegerType, "Cohort that the cell of the year states.")),
  GRADUATION_YEAR_OF_DATE(
      Field.optional(
          "graduation_year_of_date", IntegerType, "Cohort that the date of graduation says.")),
  STATED_GRADUATION_YEAR(AssistanceEntries.STATED_GRADUATION_YEAR),
  PROGRAMME_YEARS(
      Field.optional(
          "programme_years", createDecimalType(3, 1), "Length of the course (学制) in years.")),
  MINIMUM_WAGE_YUAN(
      Field.optional(
          "minimum_wage_yuan", IntegerType, "Local minimum wage a month; null where none is set.")),
  DEGREE_LEVEL(Entries.DEGREE_LEVEL),
  DEGREE_LEVEL_OF_TEXT(
      Field.required("degree_level_of_text", StringType, "Level of the degree the text says.")),
  COMPLETION(Entries.COMPLETION),
  GENDER(Entries.GENDER),
  ETHNIC_MINORITY(Entries.ETHNIC_MINORITY),
  MAJOR_CODE(Entries.MAJOR_CODE),
  MAJOR_NAME(Entries.MAJOR_NAME),
  HARDSHIP_TAGS(Entries.HARDSHIP_TAGS),
  IN_DENOMINATOR(Entries.IN_DENOMINATOR),
  EMPLOYER_NAME(Entries.EMPLOYER_NAME),
  EMPLOYER_CREDIT_CODE(Entries.EMPLOYER_CREDIT_CODE),
  ORIGIN_REGION_CODE(Entries.ORIGIN_REGION_CODE),
  EMPLOYER_REGION_CODE(Entries.EMPLOYER_REGION_CODE),
  MONTHLY_SALARY_YUAN(Entries.MONTHLY_SALARY_YUAN),
  MAJOR_CATALOGUE(Entries.MAJOR_CATALOGUE),
  HARDSHIP_DETAIL(Entries.HARDSHIP_DETAIL);

  @SuppressWarnings("ImmutableEnumChecker") // A field is a record whose values never change.
  private final Field field;

  Reading(Field field) {
    this.field = field;
  }

  Reading(String name, String comment) {
    this(Field.optional(name, StringType, comment));
  }

  /** Its name, type and meaning. */
  public Field field() {
    return field;
  }

  /** Its place in {@link Readings#SCHEMA}. */
  @SuppressWarnings("EnumOrdinal") // The columns stand in the order of these constants.
  public int position() {
    return Readings.FIRST_READING + ordinal();
  }
}
