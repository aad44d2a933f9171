package dev.taizhang.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Rows;
import org.apache.spark.sql.Column;

/** The defects of an accepted row: it counts, under {@code unknown} where it is defective. */
final class Flags {

  private Flags() {}

  /** The ids of the rules that a row breaks, sorted. */
  static Column broken() {
    Column outcome = Conform.either(LedgerColumn.OUTCOME_CODE, LedgerColumn.OUTCOME);
    Column idState = Rows.ID_NUMBER_STATE.column();
    return array_sort(
        array_compact(
            array(
                flag("outcome_missing", outcome.isNull()),
                unreadable("outcome_unlisted", outcome, Entries.OUTCOME_CODE.column()),
                unreadable(
                    "degree_unlisted",
                    Conform.either(LedgerColumn.DEGREE_CODE, LedgerColumn.DEGREE),
                    Entries.DEGREE_CODE.column()),
                flag(
                    "major_unrecognised",
                    Entries.MAJOR_CATALOGUE.column().equalTo(Dimensions.UNKNOWN)),
                unreadable(
                    "origin_unlisted",
                    Conform.either(LedgerColumn.ORIGIN_REGION_CODE, LedgerColumn.ORIGIN_REGION),
                    col(Conform.ORIGIN_LISTED)),
                flag("hardship_unlisted", hardshipUnlisted()),
                flag("id_number_invalid", idState.equalTo(Rows.ID_INVALID)),
                flag("id_number_destroyed", idState.equalTo(Rows.ID_DESTROYED)),
                unreadable(
                    "graduation_date_unreadable",
                    Conform.cell(LedgerColumn.GRADUATION_DATE),
                    Entries.GRADUATION_DATE.column()),
                unreadable(
                    "outcome_date_unreadable",
                    Conform.cell(LedgerColumn.OUTCOME_DATE),
                    Entries.OUTCOME_DATE.column()),
                unreadable(
                    "salary_unreadable",
                    // No pay is what the unplaced have.
                    nullif(Conform.cell(LedgerColumn.MONTHLY_SALARY), lit("0")),
                    Entries.MONTHLY_SALARY_YUAN.column()))));
  }

  private static Column flag(String id, Column condition) {
    return when(coalesce(condition, lit(false)), lit(id));
  }

  /** There is ink in the cell, and nothing could be made of it. */
  private static Column unreadable(String id, Column cell, Column value) {
    return flag(id, cell.isNotNull().and(value.isNull()));
  }

  /** A word that is no tag, in a cell that is no mask as a whole. */
  private static Column hardshipUnlisted() {
    return col(Conform.HARDSHIP_MASK)
        .isNull()
        .and(exists(col(Conform.HARDSHIP_ITEMS), Column::isNull));
  }
}
