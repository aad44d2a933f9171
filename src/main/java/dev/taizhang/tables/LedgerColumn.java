package dev.taizhang.tables;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The columns that are read from a ledger file, whatever their headers. */
public enum LedgerColumn {
  /** 学号. Becomes the student key and goes no further. */
  STUDENT_NUMBER(true),
  /** 身份证号. Becomes the person id and goes no further. */
  ID_NUMBER(true),
  /** 姓名. Only compared with the employer's name. */
  NAME(true),
  /** 出生日期. Only compared with the ID number. */
  BIRTH_DATE(true),
  /** 手机号码 of the graduate, nobody else's. Only its form is looked at. */
  PHONE(true),
  /** 考生号. Only its form is looked at. */
  EXAMINEE_NUMBER(true),
  UNIVERSITY_CODE,
  DEGREE_CODE,
  DEGREE,
  MAJOR_CODE,
  MAJOR_NAME,
  TRAINING_MODE_CODE,
  TRAINING_MODE,
  TEACHER_TRAINING_CODE,
  TEACHER_TRAINING,
  URBAN_RURAL,
  GENDER_CODE,
  GENDER,
  ETHNICITY_CODE,
  ETHNICITY,
  ORIGIN_REGION_CODE,
  ORIGIN_REGION,
  ENROLMENT_DATE,
  PROGRAMME_YEARS,
  GRADUATION_DATE,
  GRADUATION_YEAR,
  HARDSHIP_CODE,
  HARDSHIP,
  OUTCOME_CODE,
  OUTCOME,
  OUTCOME_DATE,
  EMPLOYER_CREDIT_CODE,
  EMPLOYER_NAME,
  EMPLOYER_KIND_CODE,
  EMPLOYER_KIND,
  INDUSTRY_CODE,
  INDUSTRY,
  EMPLOYER_REGION_CODE,
  EMPLOYER_REGION,
  POSITION_CODE,
  POSITION,
  MONTHLY_SALARY,
  JOB_INTENTION,
  UNPLACED_REASON,
  /** 毕业院校, the university by its name; read where the feed has no code. */
  UNIVERSITY_NAME,
  /** 帮扶措施. */
  MEASURE,
  /** 帮扶日期. */
  MEASURE_DATE,
  /** 帮扶方式. */
  ASSISTANCE_MODE,
  /** 帮扶单位. */
  PROVIDER,
  /** 帮扶结果. */
  RESULT,
  /** 未应聘原因. */
  DECLINE_REASON,
  /** 调查日期. */
  SURVEY_DATE,
  /** 已接受就业服务, several at once. */
  SERVICES_RECEIVED;

  private static final Map<String, LedgerColumn> BY_ID =
      Arrays.stream(values()).collect(toUnmodifiableMap(LedgerColumn::id, column -> column));

  private final boolean personal;
  private final String id;

  LedgerColumn() {
    this(false);
  }

  LedgerColumn(boolean personal) {
    this.personal = personal;
    this.id = name().toLowerCase(Locale.ROOT);
  }

  /** Whether its cells identify a person and must not leave the reader. */
  public boolean personal() {
    return personal;
  }

  /** Its name in {@code column_aliases.csv}. */
  public String id() {
    return id;
  }

  /** The column of that name; empty for headers that are known and not read. */
  public static Optional<LedgerColumn> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
