package dev.taizhang.landing;

import java.io.Serializable;

/**
 * What a file may be at most; beyond it the file is rejected while all others go on.
 *
 * @param fileBytes bytes of a file
 * @param columns columns of a table
 * @param cellCharacters characters of a cell
 * @param workbookBytes bytes of a workbook, unpacked
 * @param compressionRatio unpacked bytes of a workbook for each packed one
 */
public record Limits(
    long fileBytes, int columns, int cellCharacters, long workbookBytes, int compressionRatio)
    implements Serializable {

  public static final Limits DEFAULT = new Limits(512L << 20, 512, 32_768, 4L << 30, 200);
}
