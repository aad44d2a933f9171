package dev.taizhang.landing.rows;

import java.io.Serializable;

/**
 * What a file may be at most; beyond it the file is rejected while all others go on.
 *
 * @param fileBytes bytes of a file
 * @param columns columns of a table
 * @param cellCharacters characters of a cell
 * @param workbookBytes bytes of a workbook, unpacked
 * @param compressionRatio unpacked bytes of a workbook for each packed one
 * @param workbookCharacters characters of the texts that a workbook makes its reader keep in memory
 */
public record Limits(
    long fileBytes,
    int columns,
    int cellCharacters,
    long workbookBytes,
    int compressionRatio,
    int workbookCharacters)
    implements Serializable {

  // 128 MiB of memory, while as many files are read at once as there are cores. A ledger of 25,000
  // graduates with 74 columns of ten characters, all of them different, has a third of it.
  private static final int USUAL_WORKBOOK_CHARACTERS = 1 << 26;

  public static final Limits DEFAULT = new Limits(512L << 20, 512, 32_768, 4L << 30, 200);

  /** Limits with the usual one of the texts of a workbook. */
  public Limits(
      long fileBytes, int columns, int cellCharacters, long workbookBytes, int compressionRatio) {
    this(
        fileBytes,
        columns,
        cellCharacters,
        workbookBytes,
        compressionRatio,
        USUAL_WORKBOOK_CHARACTERS);
  }
}
