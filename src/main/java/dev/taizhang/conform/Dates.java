package dev.taizhang.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Dates and cohorts as ledgers write them. Texts are read by functions of ours, since as
 * expressions each reading would take five patterns one after another.
 *
 * @see <a href="../../../../../docs/adr/0004-lookup-function.md">ADR 0004</a>
 */
public final class Dates {

  // 20220630, 202206, 2022-6-30, 2022/06/30, 2022年6月, 2022.6, each with or without a time of day;
  // five or seven digits could be cut up in several ways and are none.
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?!\\d{5}$|\\d{7}$)(\\d{4})(?:[-/.年]?(\\d{1,2})(?:[-/.月]?(\\d{1,2})?日?)?)?年?(?:[ T]\\d{1,2}:\\d{2}.*)?");
  private static final int DIGITS_OF_DATE = 8;
  // Day numbers of a spreadsheet from 1982 to 2064.
  private static final Pattern SERIAL = Pattern.compile("([3-5]\\d{4})(?:\\.0+)?");
  private static final LocalDate SERIAL_ORIGIN = LocalDate.of(1899, 12, 30);
  private static final Pattern STATED_YEAR = Pattern.compile("(\\d{4})(?:\\.0)?(?:届|年)?(?:毕业生?)?");
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
  public static Column date(Column cell) {
    UDF1<String, LocalDate> read = Dates::date;
    return udf(read, DataTypes.DateType).apply(cell);
  }

  private static LocalDate date(String cell) {
    LocalDate date = cell == null ? null : anyDate(cell);
    return date == null || date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR
        ? null
        : date;
  }

  private static LocalDate anyDate(String cell) {
    if (cell.length() == DIGITS_OF_DATE && isDigits(cell)) {
      return date(cell.substring(0, 4), cell.substring(4, 6), cell.substring(6));
    }
    Matcher serial = SERIAL.matcher(cell);
    if (serial.matches()) {
      return SERIAL_ORIGIN.plusDays(Integer.parseInt(serial.group(1)));
    }
    Matcher written = WRITTEN.matcher(cell);
    return written.matches() ? date(written.group(1), written.group(2), written.group(3)) : null;
  }

  private static boolean isDigits(String cell) {
    return cell.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The date of these digits, where month and day may be missing; null where there is none. */
  private static LocalDate date(String year, String month, String day) {
    int monthNumber = month == null ? 1 : Integer.parseInt(month);
    int dayNumber = day == null ? 1 : Integer.parseInt(day);
    if (monthNumber < 1 || monthNumber > 12) {
      return null;
    }
    YearMonth of = YearMonth.of(Integer.parseInt(year), monthNumber);
    return of.isValidDay(dayNumber) ? of.atDay(dayNumber) : null;
  }

  /**
   * The cohort (届): the year stated, or else that of the graduation date, where a month from the
   * cohort's first on counts for the next year. Null where there is none, or where it is not
   * between 1990 and ten years after the snapshot.
   *
   * @param stated cell of the graduation year, such as 2022 or 2022届
   * @param graduationDate date of graduation
   * @param snapshotDate date of the ledger
   * @param cohortStartMonth first month that counts for the next year
   */
  public static Column graduationYear(
      Column stated, Column graduationDate, Column snapshotDate, int cohortStartMonth) {
    UDF1<String, Integer> read = Dates::statedYear;
    Column dateYear =
        year(graduationDate)
            .plus(when(month(graduationDate).geq(cohortStartMonth), 1).otherwise(0));
    Column cohort = coalesce(udf(read, DataTypes.IntegerType).apply(stated), dateYear);
    return when(cohort.between(EARLIEST_YEAR, year(snapshotDate).plus(YEARS_AHEAD)), cohort);
  }

  private static Integer statedYear(String cell) {
    if (cell == null) {
      return null;
    }
    Matcher stated = STATED_YEAR.matcher(cell);
    return stated.matches() ? Integer.valueOf(stated.group(1)) : null;
  }
}
