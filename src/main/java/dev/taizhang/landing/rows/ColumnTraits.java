package dev.taizhang.landing.rows;

import dev.taizhang.tables.LedgerColumn;
import java.util.EnumSet;
import java.util.Set;

/** What may stand in the cells of a column, as far as it decides how they are read. */
final class ColumnTraits {

  // Names of firms may hold spaces, a date is parted from its time of day by one, and the items of
  // a list may be parted by nothing else; all else are codes, numbers and Chinese names.
  private static final Set<LedgerColumn> WITH_SPACES =
      EnumSet.of(
          LedgerColumn.EMPLOYER_NAME,
          LedgerColumn.MAJOR_NAME,
          LedgerColumn.BIRTH_DATE,
          LedgerColumn.ENROLMENT_DATE,
          LedgerColumn.GRADUATION_DATE,
          LedgerColumn.GRADUATION_YEAR,
          LedgerColumn.OUTCOME_DATE,
          LedgerColumn.MEASURE_DATE,
          LedgerColumn.SURVEY_DATE,
          LedgerColumn.HARDSHIP_CODE,
          LedgerColumn.HARDSHIP,
          LedgerColumn.SERVICES_RECEIVED);
  // Only these hold the number of a day where a cell has no format.
  private static final Set<LedgerColumn> DATES =
      EnumSet.of(
          LedgerColumn.ENROLMENT_DATE,
          LedgerColumn.GRADUATION_DATE,
          LedgerColumn.OUTCOME_DATE,
          LedgerColumn.MEASURE_DATE,
          LedgerColumn.SURVEY_DATE);
  // Spaces are part of these, and part items or times of day in all others that may hold them.
  private static final Set<LedgerColumn> NAMES =
      EnumSet.of(LedgerColumn.EMPLOYER_NAME, LedgerColumn.MAJOR_NAME);
  // Without these a row cannot be counted rightly, so that nothing in the file can be trusted when
  // two columns differ.
  private static final Set<LedgerColumn> NEEDED =
      EnumSet.of(
          LedgerColumn.STUDENT_NUMBER,
          LedgerColumn.ID_NUMBER,
          LedgerColumn.GRADUATION_YEAR,
          LedgerColumn.GRADUATION_DATE,
          LedgerColumn.OUTCOME_CODE,
          LedgerColumn.OUTCOME);

  private ColumnTraits() {}

  /** Whether spaces within its cells mean something. */
  static boolean holdsSpaces(LedgerColumn column) {
    return WITH_SPACES.contains(column);
  }

  /** Whether a plain number in its cells is a day. */
  static boolean isDate(LedgerColumn column) {
    return DATES.contains(column);
  }

  /** Whether its cells hold names, of which spaces are a part. */
  static boolean isName(LedgerColumn column) {
    return NAMES.contains(column);
  }

  /** Whether no row can be counted rightly without it. */
  static boolean isNeeded(LedgerColumn column) {
    return NEEDED.contains(column);
  }
}
