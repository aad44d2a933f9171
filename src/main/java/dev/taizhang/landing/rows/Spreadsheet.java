package dev.taizhang.landing.rows;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What spreadsheets leave behind in the cells of a table, in whatever format it is kept then. */
public final class Spreadsheet {

  // The last column of a spreadsheet is XFD.
  public static final int COLUMNS = 16_384;

  /** The number of 1 January 1970 where days are counted from 1904. */
  public static final long EPOCH_1904 = 24_107;

  private static final Pattern PLAIN_DAY = Pattern.compile("[2-5]\\d{4}");
  private static final int FIRST_YEAR = 1980;
  private static final int LAST_YEAR = 2064;
  private static final Set<String> ERRORS =
      Set.of(
          "#NULL!",
          "#DIV/0!",
          "#VALUE!",
          "#REF!",
          "#NAME?",
          "#NUM!",
          "#N/A",
          "#GETTING_DATA",
          "#SPILL!",
          "#CALC!",
          "#FIELD!",
          "#BLOCKED!",
          "#CONNECT!",
          "#UNKNOWN!");

  private Spreadsheet() {}

  /** Whether a text is one that spreadsheets write for an error. */
  public static boolean isError(String text) {
    return ERRORS.contains(text);
  }

  /**
   * The date of a cell that holds the number of a day, counted from 1904, and no format; empty for
   * any other text. Years beside those of ledgers are numbers of another kind.
   */
  static Optional<String> dayFrom1904(CharSequence cell) {
    return PLAIN_DAY.matcher(cell).matches()
        ? Optional.of(LocalDate.ofEpochDay(Long.parseLong(cell.toString()) - EPOCH_1904))
            .filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR)
            .map(LocalDate::toString)
        : Optional.empty();
  }
}
