package dev.taizhang.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.rtrim;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/** Dates and cohorts as ledgers write them. */
public final class Dates {

  // 20220630, 202206, 2022-6-30, 2022/06/30, 2022年6月, 2022.6, each with or without a time of day;
  // five or seven digits could be cut up in several ways and are none.
  private static final String WRITTEN =
      "^(?!\\d{5}$|\\d{7}$)(\\d{4})(?:[-/.年]?(\\d{1,2})(?:[-/.月]?(\\d{1,2})?日?)?)?年?(?:[ T]\\d{1,2}:\\d{2}.*)?$";
  // Day numbers of a spreadsheet from 1982 to 2064.
  private static final String SERIAL = "^[3-5]\\d{4}(?:\\.0+)?$";
  private static final String SERIAL_ORIGIN = "1899-12-30";
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
    Column serial =
        date_add(
            to_date(lit(SERIAL_ORIGIN)), substring(cell, 1, 5).try_cast(DataTypes.IntegerType));
    Column written =
        rtrim(regexp_replace(cell, WRITTEN, "$1-$2-$3"), lit("-")).try_cast(DataTypes.DateType);
    Column date = when(cell.rlike(SERIAL), serial).otherwise(when(cell.rlike(WRITTEN), written));
    return when(year(date).between(EARLIEST_YEAR, LATEST_YEAR), date);
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
    Column statedYear =
        regexp_extract(stated, "^(\\d{4})(?:\\.0)?(?:届|年)?(?:毕业生?)?$", 1)
            .try_cast(DataTypes.IntegerType);
    Column dateYear =
        year(graduationDate)
            .plus(when(month(graduationDate).geq(cohortStartMonth), 1).otherwise(0));
    Column cohort = coalesce(statedYear, dateYear);
    return when(cohort.between(EARLIEST_YEAR, year(snapshotDate).plus(YEARS_AHEAD)), cohort);
  }
}
