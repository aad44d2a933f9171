package dev.taizhang.synthetic;

/** What a column holds. */
enum Content {
  STUDENT_NUMBER,
  ID_NUMBER,
  CANDIDATE_NUMBER,
  NAME,
  GENDER_CODE,
  GENDER,
  ETHNICITY_CODE,
  ETHNICITY,
  POLITICAL_CODE,
  POLITICAL,
  UNIVERSITY_CODE,
  UNIVERSITY_NAME,
  DEGREE_CODE,
  DEGREE,
  MAJOR_CODE,
  MAJOR_NAME,
  TRAINING_MODE_CODE,
  TRAINING_MODE,
  TEACHER_TRAINING_CODE,
  TEACHER_TRAINING,
  ORIGIN_CODE,
  ORIGIN,
  URBAN_RURAL,
  YEARS,
  ENTRY_DATE,
  GRADUATION_DATE,
  GRADUATION_YEAR,
  HARDSHIP_CODE,
  HARDSHIP,
  COLLEGE,
  CLASS,
  BIRTH_DATE,
  PHONE,
  MAIL,
  OUTCOME_CODE,
  OUTCOME,
  OUTCOME_DATE,
  CREDIT_CODE,
  EMPLOYER,
  EMPLOYER_KIND_CODE,
  EMPLOYER_KIND,
  INDUSTRY_CODE,
  INDUSTRY,
  EMPLOYER_REGION_CODE,
  EMPLOYER_REGION,
  POSITION_CODE,
  POSITION,
  SALARY,
  INTENTION,
  REASON,
  NOTHING;

  /** Whether a spreadsheet keeps it as a number. */
  boolean isNumber() {
    return this == YEARS || this == GRADUATION_YEAR || this == SALARY;
  }

  /** Whether a spreadsheet may keep it as a date. */
  boolean isDate() {
    return this == ENTRY_DATE
        || this == GRADUATION_DATE
        || this == BIRTH_DATE
        || this == OUTCOME_DATE;
  }

  /** Whether it is a code that can begin with zeros, which a spreadsheet drops. */
  boolean isZeroPadded() {
    return this == ETHNICITY_CODE
        || this == POLITICAL_CODE
        || this == DEGREE_CODE
        || this == MAJOR_CODE;
  }
}
