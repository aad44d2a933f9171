package dev.taizhang.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as ledgers write it, as far as it goes. One definition, so that every column of dates
 * reads the same forms.
 *
 * @param year four digits
 * @param month 1 to 12, or 0 where only the year is said
 * @param day 1 to 31, or 0 where only the month is said
 */
public record WrittenDate(int year, int month, int day) {

  // 202206, 2022-6-30, 2022/06/30, 2022年6月, 2022.6; five or seven digits could be cut up in
  // several ways and are none.
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?!\\d{5}$|\\d{7}$)(\\d{4})(?:[-/.年]?(\\d{1,2})(?:[-/.月]?(\\d{1,2})?[日号]?)?)?年?");
  // A day, then the day of the week, then the time of day; the time follows a space, a T or 日.
  private static final Pattern WITH_TIME =
      Pattern.compile(
          "(\\d{4} ?[-/.年] ?\\d{1,2} ?[-/.月] ?\\d{1,2} ?[日号]?|\\d{8})"
              + "(?: ?\\(?(?:星期|周)[一二三四五六日天]\\)?)?"
              + "(?:(?:[ T]|(?<=[日号])) ?(?:上午|下午|中午|晚上|凌晨|[AaPp][Mm])? ?\\d{1,2}[:时点].*)?");
  private static final Pattern UNIVERSAL_TIME =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}):\\d{2}.*Z");
  // China is eight hours ahead of universal time.
  private static final int FIRST_HOUR_OF_NEXT_DAY = 16;
  private static final int DIGITS_OF_DATE = 8;
  private static final Pattern TIME_IN_DIGITS =
      Pattern.compile("([01]\\d|2[0-3])[0-5]\\d([0-5]\\d)?");
  // Day numbers of a spreadsheet from 1957 to 2064; smaller ones could be a year and a month.
  private static final Pattern SERIAL = Pattern.compile("((?:2[1-9]|[3-5]\\d)\\d{3})(?:\\.\\d+)?");
  private static final LocalDate SERIAL_ORIGIN = LocalDate.of(1899, 12, 30);

  public WrittenDate {
    if (month == 0 ? day != 0 : month < 1 || month > 12) {
      throw new IllegalArgumentException("There is no month " + month + " with a day " + day);
    }
    if (day != 0 && !YearMonth.of(year, month).isValidDay(day)) {
      throw new IllegalArgumentException("There is no day " + year + "-" + month + "-" + day);
    }
  }

  /**
   * The date that a cell gives, without its time of day.
   *
   * @param cell text in normal form, in which spaces may part the date from its time
   */
  public static Optional<WrittenDate> of(String cell) {
    if (isDigits(cell)
        && cell.length() > DIGITS_OF_DATE
        && TIME_IN_DIGITS.matcher(cell.substring(DIGITS_OF_DATE)).matches()) {
      return ofDay(cell.substring(0, DIGITS_OF_DATE));
    }
    Matcher serial = SERIAL.matcher(cell);
    if (serial.matches()) {
      return of(SERIAL_ORIGIN.plusDays(Integer.parseInt(serial.group(1))));
    }
    Matcher universal = UNIVERSAL_TIME.matcher(cell);
    if (universal.matches() && Integer.parseInt(universal.group(2)) >= FIRST_HOUR_OF_NEXT_DAY) {
      return ofDay(universal.group(1)).flatMap(date -> of(date.firstDay().plusDays(1)));
    }
    Matcher withTime = WITH_TIME.matcher(cell);
    return ofDay((withTime.matches() ? withTime.group(1) : cell).replace(" ", ""));
  }

  private static Optional<WrittenDate> of(LocalDate date) {
    return Optional.of(new WrittenDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
  }

  private static Optional<WrittenDate> ofDay(String text) {
    if (text.length() == DIGITS_OF_DATE && isDigits(text)) {
      return of(text.substring(0, 4), text.substring(4, 6), text.substring(6));
    }
    Matcher written = WRITTEN.matcher(text);
    return written.matches()
        ? of(written.group(1), written.group(2), written.group(3))
        : Optional.empty();
  }

  /** The date of these digits, where month and day may be missing; empty where there is none. */
  private static Optional<WrittenDate> of(String year, String month, String day) {
    int monthNumber = month == null ? 1 : Integer.parseInt(month);
    int dayNumber = day == null ? 1 : Integer.parseInt(day);
    if (monthNumber < 1
        || monthNumber > 12
        || !YearMonth.of(Integer.parseInt(year), monthNumber).isValidDay(dayNumber)) {
      return Optional.empty();
    }
    return Optional.of(
        new WrittenDate(
            Integer.parseInt(year), month == null ? 0 : monthNumber, day == null ? 0 : dayNumber));
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The date itself; the first of the month or year where it is coarser. */
  public LocalDate firstDay() {
    return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
  }
}
