package dev.taizhang.landing;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * How to read the rows of one file.
 *
 * @param submissionId the submission that it is
 * @param feed the feed that it is a file of
 * @param location full path, for the file system
 * @param byteSize size in bytes
 * @param universityCode the submitter
 * @param snapshotDate the date in the file's name
 * @param layout where in it what is to be found
 */
public record FilePlan(
    String submissionId,
    Feed feed,
    String location,
    long byteSize,
    String universityCode,
    LocalDate snapshotDate,
    Layout layout)
    implements Serializable {

  // Per byte, reading a workbook takes this many times as long as text; measured in ADR 0011.
  private static final int XLSX_EFFORT = 12;
  private static final int XLS_EFFORT = 5;
  // Pages of 66 MB took 2 to 6 times as long; a dBase file takes about as long as text.
  private static final int HTML_EFFORT = 4;
  private static final int XML_EFFORT = 2;

  /** How long the file takes to read, in bytes of text. */
  long effort() {
    return switch (layout.encoding()) {
      case Layout.Workbook.XLSX -> byteSize * XLSX_EFFORT;
      case Layout.Workbook.XLS -> byteSize * XLS_EFFORT;
      case Layout.Workbook.HTML -> byteSize * HTML_EFFORT;
      case Layout.Workbook.XML2003 -> byteSize * XML_EFFORT;
      default -> byteSize;
    };
  }
}
