package dev.taizhang.conform;

import dev.taizhang.tables.Rows;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What only a file as a whole can tell of its rows.
 *
 * @param rowCount rows below the header
 * @param earliestYear earliest cohort that a row names; null when none names one
 * @param idNumbersDestroyed whether a spreadsheet has rounded the file's ID numbers
 */
public record FileFacts(long rowCount, Integer earliestYear, boolean idNumbersDestroyed) {

  // Fewer numbers than this that end in 000 can be chance.
  private static final int FEW_ROUNDED = 3;

  /** Gathers the facts of one file, row by row. */
  public static final class Gathering {

    private static final int STATE = Rows.TABLE.fields().indexOf(Rows.ID_NUMBER_STATE);
    private static final Set<String> ROUNDED = Set.of(Rows.ID_ROUNDED, Rows.ID_DESTROYED);

    private long rowCount;
    private Integer earliestYear;
    private long rounded;
    private long present;

    /**
     * Takes a row.
     *
     * @param row as {@link Rows}
     * @param graduationYear the cohort that it names, or null
     */
    public void add(InternalRow row, Integer graduationYear) {
      String state = row.getUTF8String(STATE).toString();
      rowCount++;
      if (graduationYear != null && (earliestYear == null || graduationYear < earliestYear)) {
        earliestYear = graduationYear;
      }
      rounded += ROUNDED.contains(state) ? 1 : 0;
      present += state.equals(Rows.ID_MISSING) ? 0 : 1;
    }

    /**
     * The facts of the rows taken.
     *
     * @param destroyedIdentityShare share of the ID numbers that end in 000 from which all are
     *     taken to be rounded
     */
    public FileFacts facts(double destroyedIdentityShare) {
      return new FileFacts(
          rowCount,
          earliestYear,
          rounded >= FEW_ROUNDED && rounded > present * destroyedIdentityShare);
    }
  }
}
