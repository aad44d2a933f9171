package dev.taizhang.landing;

/**
 * What one header of a table was taken for.
 *
 * @param sheetName name of the sheet; empty for a text file
 * @param position column from 1, as a person counts
 * @param header its text; of one that could be somebody's name or number only how long it is
 * @param column the column that it is read as, {@code known} for a header that is known and not
 *     read, {@code unknown}
 * @param why why it is not read; empty where it is
 */
public record HeaderReading(
    String sheetName, int position, String header, String column, String why) {

  /** Known and not read. */
  public static final String KNOWN = "known";

  /** Not known. */
  public static final String UNKNOWN = "unknown";
}
