package dev.taizhang.synthetic;

import java.time.LocalDate;

/**
 * An invented graduate.
 *
 * @param campus the university
 * @param index place among its graduates, from 0
 * @param studentNumber 学号
 * @param candidateNumber 考生号
 * @param idNumber 身份证号
 * @param name 姓名
 * @param phone mobile number
 * @param female the gender
 * @param birthDate date of birth
 * @param ethnicityCode 民族
 * @param politicalCode 政治面貌
 * @param origin county that the graduate comes from
 * @param rural whether from the country
 * @param major what was studied, at which level
 * @param degreeCode 学历
 * @param classNumber number of the class within the major
 * @param trainingModeCode 培养方式
 * @param teacherTrainingCode 师范生类别
 * @param hardships hardship tags at first, as {@link Hardships} numbers them
 * @param career what becomes of the graduate
 * @param employer employer or school of the first placement
 * @param nextEmployer employer after an offer that fell through
 * @param salary monthly pay in yuan
 * @param reasonCode why there is no placement, while there is none
 */
record Graduate(
    Campus campus,
    int index,
    String studentNumber,
    String candidateNumber,
    String idNumber,
    String name,
    String phone,
    boolean female,
    LocalDate birthDate,
    String ethnicityCode,
    String politicalCode,
    String origin,
    boolean rural,
    Major major,
    String degreeCode,
    int classNumber,
    String trainingModeCode,
    String teacherTrainingCode,
    int hardships,
    Career career,
    Employer employer,
    Employer nextEmployer,
    int salary,
    String reasonCode) {

  /** The hardship tags that the university tells on a day. */
  int hardships(int day) {
    return day >= career.tagDroppedOn() ? hardships & ~Hardships.EMPLOYMENT_DIFFICULTY : hardships;
  }
}
