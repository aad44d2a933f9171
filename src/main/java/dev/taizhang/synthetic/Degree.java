package dev.taizhang.synthetic;

import java.util.Locale;

/** Level of the degree, as graduates have it. */
enum Degree {
  DOCTORAL("01", "03", 4, 33, 29, 14_000, 1.25),
  MASTER("11", "13", 3, 28, 25, 8_800, 1.10),
  BACHELOR("31", "33", 4, 25, 22, 5_700, 0.96),
  ASSOCIATE("61", "43", 3, 24, 21, 4_300, 1.02);

  private final String code;
  private final String unfinishedCode;
  private final int years;
  private final int oldest;
  private final int youngest;
  private final int medianSalary;
  private final double pace;

  Degree(
      String code,
      String unfinishedCode,
      int years,
      int oldest,
      int youngest,
      int medianSalary,
      double pace) {
    this.code = code;
    this.unfinishedCode = unfinishedCode;
    this.years = years;
    this.oldest = oldest;
    this.youngest = youngest;
    this.medianSalary = medianSalary;
    this.pace = pace;
  }

  /** Its name in the tables. */
  String level() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Code of those who graduate (毕业). */
  String code() {
    return code;
  }

  /** Code of those who end without the certificate of graduation (结业). */
  String unfinishedCode() {
    return unfinishedCode;
  }

  /** Years of study. */
  int years() {
    return years;
  }

  int oldest() {
    return oldest;
  }

  int youngest() {
    return youngest;
  }

  int medianSalary() {
    return medianSalary;
  }

  /** How fast its graduates are placed, as a multiple of the usual hazard. */
  double pace() {
    return pace;
  }
}
