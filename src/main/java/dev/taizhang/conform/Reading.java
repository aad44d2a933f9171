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
  DEGREE_CODE_OF_TEXT("degree_code_of_text", "Degree according to the text."),
  TRAINING_MODE(Entries.TRAINING_MODE),
  TRAINING_MODE_OF_TEXT("training_mode_of_text", "Mode of training according to the text."),
  TEACHER_TRAINING(Entries.TEACHER_TRAINING),
  TEACHER_TRAINING_OF_TEXT("teacher_training_of_text", "Teacher training according to the text."),
  GENDER_CODE("gender_code", "Gender (性别代码), one digit."),
  GENDER_CODE_OF_TEXT("gender_code_of_text", "Gender according to the text."),
  ETHNICITY_CODE("ethnicity_code", "Ethnicity (民族代码), two digits."),
  ETHNICITY_CODE_OF_TEXT("ethnicity_code_of_text", "Ethnicity according to the text."),
  HARDSHIP_MASK("hardship_mask", "Hardship (困难生类别) as a mask from 0 to 7."),
  HARDSHIP_MASK_OF_TEXT("hardship_mask_of_text", "Mask of hardship according to the text."),
  EMPLOYER_KIND_CODE(Entries.EMPLOYER_KIND_CODE),
  EMPLOYER_KIND_CODE_OF_TEXT(
      "employer_kind_code_of_text", "Kind of employer according to the text."),
  INDUSTRY_CODE(Entries.INDUSTRY_CODE),
  INDUSTRY_CODE_OF_TEXT("industry_code_of_text", "Industry according to the text."),
  POSITION_CODE(Entries.POSITION_CODE),
  POSITION_CODE_OF_TEXT("position_code_of_text", "Kind of position according to the text."),
  OUTCOME_CODE(Entries.OUTCOME_CODE),
  OUTCOME_CODE_OF_TEXT("outcome_code_of_text", "Outcome according to the text."),
  URBAN_RURAL(Entries.URBAN_RURAL),
  HARDSHIP_ITEMS(
      Field.required(
          "hardship_items",
          createArrayType(StringType, true),
          "The items of both hardship cells; null for each unknown item.")),
  JOB_INTENTION(Entries.JOB_INTENTION),
  UNPLACED_REASON(Entries.UNPLACED_REASON),
  ORIGIN_REGION_LISTED("origin_region_listed", "Division of origin if it is in a list."),
  ORIGIN_REGION_OF_TEXT("origin_region_of_text", "Division of origin according to the text."),
  ORIGIN_REGION_REVISION(Entries.ORIGIN_REGION_REVISION),
  EMPLOYER_REGION_LISTED("employer_region_listed", "Employer's division if it is in a list."),
  EMPLOYER_REGION_OF_TEXT("employer_region_of_text", "Employer's division according to the text."),
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
          "The services received (已接受就业服务); null for each unknown service.")),
  STATED_UNIVERSITY_CODE(AssistanceEntries.STATED_UNIVERSITY_CODE),
  ENROLMENT_DATE(Field.optional("enrolment_date", DateType, "Date of enrolment (入学时间).")),
  GRADUATION_YEAR_STATED(
      Field.optional(
          "graduation_year_stated", IntegerType, "Cohort stated in the graduation year cell.")),
  GRADUATION_YEAR_OF_DATE(
      Field.optional(
          "graduation_year_of_date", IntegerType, "Cohort according to the graduation date.")),
  STATED_GRADUATION_YEAR(AssistanceEntries.STATED_GRADUATION_YEAR),
  PROGRAMME_YEARS(
      Field.optional(
          "programme_years", createDecimalType(3, 1), "Length of the course (学制) in years.")),
  MINIMUM_WAGE_YUAN(
      Field.optional(
          "minimum_wage_yuan", IntegerType, "Local monthly minimum wage; null if none is set.")),
  DEGREE_LEVEL(Entries.DEGREE_LEVEL),
  DEGREE_LEVEL_OF_TEXT(
      Field.required(
          "degree_level_of_text", StringType, "Level of the degree according to the text.")),
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
