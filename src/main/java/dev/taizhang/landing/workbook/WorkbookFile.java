package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Layout;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.apache.hadoop.conf.Configuration;
import org.apache.poi.EncryptedDocumentException;

/** An open workbook within the limits, of any format that {@link Layout.Workbook} names. */
public interface WorkbookFile extends Closeable {

  /**
   * Opens a workbook.
   *
   * @param encoding its format, as {@link Layout.Workbook} names it
   * @throws ReadingStopped when its content is none, or exceeds a limit
   * @throws IOException when the file system fails
   */
  static WorkbookFile open(
      String location, String encoding, Limits limits, Configuration configuration)
      throws IOException {
    LocalCopy copy = LocalCopy.of(location, configuration);
    try {
      return switch (encoding) {
        case Layout.Workbook.XLS -> XlsFile.open(copy, limits);
        case Layout.Workbook.XML2003 -> XmlSpreadsheetFile.open(copy);
        case Layout.Workbook.HTML -> HtmlFile.open(copy, limits);
        case Layout.Workbook.DBF -> DbfFile.open(copy);
        default -> XlsxFile.open(copy, limits);
      };
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      copy.close();
      throw stopped(e);
    }
  }

  /** What stops the reading: the reason found, or that the content makes no sense. */
  static ReadingStopped stopped(Throwable exception) {
    // Messages of the libraries may repeat cells; only the kinds of their exceptions are told.
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof ReadingStopped stopped) {
        return stopped;
      }
      // One file that does not fit must not end the run of all others, and every run after it.
      if (cause instanceof OutOfMemoryError) {
        return new ReadingStopped(Rejection.outOfMemory());
      }
      if (cause instanceof EncryptedDocumentException) {
        return new ReadingStopped(Rejection.passwordProtected());
      }
      if (cause instanceof ZipException || cause instanceof EOFException) {
        return new ReadingStopped(Rejection.damagedArchive());
      }
    }
    String kind =
        exception instanceof XMLStreamException
            ? "MalformedXml"
            : exception.getClass().getSimpleName();
    return new ReadingStopped(Rejection.unreadable(kind));
  }

  /** Names of the sheets, in their order, also of those that are hidden. */
  List<String> sheetNames();

  /** Whether a sheet is hidden from whoever opens the workbook, by its position from 0. */
  default boolean isHidden(int index) {
    return false;
  }

  /** Whether days are counted from 1904. */
  default boolean isFrom1904() {
    return false;
  }

  /** Which cells of a sheet are merged over several rows, by its position from 0. */
  default MergedRanges merged(int index) throws IOException {
    return MergedRanges.NONE;
  }

  /** The rows of a sheet, by its position from 0; to be closed before the next one is opened. */
  SheetReader sheet(int index) throws IOException;
}
