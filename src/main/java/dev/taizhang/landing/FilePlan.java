package dev.taizhang.landing;

import dev.taizhang.tables.LedgerColumn;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Map;

/**
 * How to read the rows of one file.
 *
 * @param submissionId the submission that it is
 * @param location full path, for the file system
 * @param byteSize size in bytes, by which work is shared out
 * @param universityCode the submitter
 * @param snapshotDate the date in the file's name
 * @param layout encoding, delimiter and columns
 */
public record FilePlan(
    String submissionId,
    String location,
    long byteSize,
    String universityCode,
    LocalDate snapshotDate,
    Layout layout)
    implements Serializable {

  /**
   * Where in a text file what is to be found.
   *
   * @param charsetName the character encoding
   * @param byteOrderMark bytes to skip at the beginning
   * @param delimiter between cells
   * @param headerRow row of the header, from 1
   * @param width columns that the header has
   * @param columns which of them are read, by position from 0
   * @param template names the layout: files with the same header have the same
   */
  public record Layout(
      String charsetName,
      int byteOrderMark,
      char delimiter,
      int headerRow,
      int width,
      Map<Integer, LedgerColumn> columns,
      String template)
      implements Serializable {

    public Layout {
      columns = Map.copyOf(columns);
    }

    Charset charset() {
      return Charset.forName(charsetName);
    }
  }
}
