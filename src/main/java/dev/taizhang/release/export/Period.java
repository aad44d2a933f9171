package dev.taizhang.release.export;

import dev.taizhang.tables.published.PublishedTable;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.function.Function;

/**
 * When a row is of: the academic year at whose end a cohort graduates, or the week of a report.
 *
 * @param period the year, with four digits, or six for an academic one
 * @param identifier what kind of year or part of one it is
 */
record Period(Function<Object[], String> period, Function<Object[], String> identifier) {

  private static final int CENTURY = 100;

  static Period of(PublishedTable table) {
    return table.column("graduation_year").isPresent() ? academicYear(table) : week(table);
  }

  private static Period academicYear(PublishedTable table) {
    return new Period(
        row -> {
          int year = (Integer) table.value(row, "graduation_year");
          return "%d%02d".formatted(year - 1, year % CENTURY);
        },
        row -> "Academic year");
  }

  /** The week of ISO 8601, which ends on a Sunday as the weeks of reports do. */
  private static Period week(PublishedTable table) {
    Function<Object[], LocalDate> end = row -> (LocalDate) table.value(row, "week_ending");
    return new Period(
        row -> Integer.toString(end.apply(row).get(IsoFields.WEEK_BASED_YEAR)),
        row -> "Week " + end.apply(row).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  String period(Object[] row) {
    return period.apply(row);
  }

  String identifier(Object[] row) {
    return identifier.apply(row);
  }
}
