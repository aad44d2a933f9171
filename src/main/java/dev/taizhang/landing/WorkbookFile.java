package dev.taizhang.landing;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** An open workbook within the limits, with what is needed to read it. */
final class WorkbookFile implements Closeable {

  private final LocalCopy copy;
  private final ReadableWorkbook workbook;

  private WorkbookFile(LocalCopy copy, ReadableWorkbook workbook) {
    this.copy = copy;
    this.workbook = workbook;
  }

  /**
   * Opens a workbook.
   *
   * @throws ReadingStopped when its content is none, or exceeds a limit
   * @throws IOException when the file system fails
   */
  static WorkbookFile open(String location, Limits limits, Configuration configuration)
      throws IOException {
    LocalCopy copy = LocalCopy.of(location, configuration);
    try {
      return new WorkbookFile(copy, workbook(copy, limits));
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw stopped(e);
    }
  }

  private static ReadableWorkbook workbook(LocalCopy copy, Limits limits) throws IOException {
    WorkbookPackage content = WorkbookPackage.of(copy.file());
    content.require(limits);
    boolean cellsWithErrors = true;
    return new ReadableWorkbook(
        copy.file(), new ReadingOptions(content.hasStyles(), cellsWithErrors));
  }

  /** What stops the reading: the reason found, or that the content makes no sense. */
  static ReadingStopped stopped(Exception exception) {
    // Messages of the library may repeat cells.
    return exception instanceof ReadingStopped stopped
        ? stopped
        : new ReadingStopped(Rejection.unreadable(exception.getClass().getSimpleName()));
  }

  List<Sheet> sheets() {
    return workbook.getSheets().toList();
  }

  /** The rows of a sheet; to be closed. */
  Stream<Row> rows(Sheet sheet) throws IOException {
    return sheet.openStream();
  }

  /** Reads the cells of this workbook as text. */
  WorkbookCellText cellText() {
    return new WorkbookCellText(workbook.isDate1904());
  }

  @Override
  public void close() throws IOException {
    try (copy) {
      workbook.close();
    }
  }
}
