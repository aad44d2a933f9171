package dev.taizhang.conform;

import static org.apache.spark.sql.functions.year;

import dev.taizhang.reference.WrittenDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and cohorts as ledgers write them. Texts are read by functions of ours, since as
 * expressions each reading would take five patterns one after another.
 *
 * @see <a href="../../../../../docs/adr/0004-lookup-function.md">ADR 0004</a>
 */
public final class Dates {

  // 2025, 2025届, 25届, 2025届春季, 2025年秋季, 2025届本科毕业生; a year of enrolment (2021级) is none.
  private static final Pattern STATED_YEAR =
      Pattern.compile(
          "(\\d{4}|\\d{2}(?=[届年]))(?:\\.0+)?[届年]?(?:\\(?[春夏秋冬]季?\\)?)?届?(?:应届)?"
              + "(?:本科|专科|本专科|高职|硕士|博士|研究生)?(?:毕业)?生?");
  private static final Pattern CHINESE_YEAR = Pattern.compile("[〇零○一二三四五六七八九]{4}(?=[届年]|$)");
  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
  // Two digits are a year of this century, as far as ledgers go on.
  private static final int CENTURY = 2000;
  private static final LocalDate SERIAL_ORIGIN = LocalDate.of(1899, 12, 30);
  private static final int EARLIEST_YEAR = 1990;
  private static final int LATEST_YEAR = 2099;
  // The longest course ends this many years after the ledger in which it first appears.
  private static final int YEARS_AHEAD = 10;

  private Dates() {}

  /**
   * The date that a cell gives; the first of the month or year where it is coarser. Null where it
   * is blank or gives none between 1990 and 2099.
   *
   * @param cell text in normal form
   */
  static LocalDate date(String cell) {
    LocalDate date =
        cell == null ? null : WrittenDate.of(cell).map(WrittenDate::firstDay).orElse(null);
    return date == null || date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR
        ? null
        : date;
  }

  /**
   * The cohort (届): the year stated, or else that of the graduation date, where a month from the
   * cohort's first on counts for the next year. Null where there is none, or where it is not
   * between 1990 and ten years after the snapshot.
   *
   * @param stated as {@link #statedYear} reads it
   * @param graduationDate date of graduation
   * @param snapshotDate date of the ledger
   * @param cohortStartMonth first month that counts for the next year
   */
  static Integer graduationYear(
      Integer stated, LocalDate graduationDate, LocalDate snapshotDate, int cohortStartMonth) {
    if (stated == null && graduationDate == null) {
      return null;
    }
    int cohort = stated == null ? cohort(graduationDate, cohortStartMonth) : stated;
    return cohort >= EARLIEST_YEAR && cohort <= snapshotDate.getYear() + YEARS_AHEAD
        ? cohort
        : null;
  }

  /** A date that is not after the list that tells it; what lies ahead of it has not happened. */
  static LocalDate past(LocalDate date, LocalDate snapshotDate) {
    return date == null || date.isAfter(snapshotDate.plusDays(1)) ? null : date;
  }

  /**
   * The cohort that the cell of the graduation year states, as a year or as a date of graduation,
   * such as 2022, 2022届 or 2022-06-30; null where it is blank or states none.
   */
  static Integer statedYear(String cell, int cohortStartMonth) {
    if (cell == null) {
      return null;
    }
    Matcher stated = STATED_YEAR.matcher(withDigits(cell.replace(" ", "")));
    if (stated.matches()) {
      int year = Integer.parseInt(stated.group(1));
      return year < 100 ? CENTURY + year : year;
    }
    return WrittenDate.of(cell).map(date -> statedBy(date, cohortStartMonth)).orElse(null);
  }

  /** A year written in Chinese digits, in ordinary ones. */
  private static String withDigits(String text) {
    Matcher year = CHINESE_YEAR.matcher(text);
    if (!year.lookingAt()) {
      return text;
    }
    StringBuilder digits = new StringBuilder();
    for (char digit : year.group().replaceAll("[零○]", "〇").toCharArray()) {
      digits.append(CHINESE_DIGITS.indexOf(digit));
    }
    return digits + text.substring(year.end());
  }

  private static int statedBy(WrittenDate date, int cohortStartMonth) {
    LocalDate day = date.firstDay();
    long serial = ChronoUnit.DAYS.between(SERIAL_ORIGIN, day);
    // The number 2025 in a cell that a spreadsheet shows as a date is a day of 1905.
    if (serial >= EARLIEST_YEAR && serial <= LATEST_YEAR) {
      return (int) serial;
    }
    return cohort(day, cohortStartMonth);
  }

  private static int cohort(LocalDate graduation, int cohortStartMonth) {
    return graduation.getYear() + (graduation.getMonthValue() >= cohortStartMonth ? 1 : 0);
  }
}
