package dev.taizhang.landing;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** The rows of a workbook, of one sheet with a ledger after another. */
final class WorkbookRows implements FileRows {

  private final WorkbookFile file;
  private final Deque<SheetLayout> waiting;
  private final Limits limits;
  private SheetRows sheet;
  private long rowCount;
  private long noteCount;

  private WorkbookRows(WorkbookFile file, List<SheetLayout> sheets, Limits limits) {
    this.file = file;
    this.waiting = new ArrayDeque<>(sheets);
    this.limits = limits;
  }

  static WorkbookRows open(
      String location, Layout.Workbook layout, Limits limits, Configuration configuration)
      throws IOException {
    return new WorkbookRows(
        WorkbookFile.open(location, layout.encoding(), limits, configuration),
        layout.sheets(),
        limits);
  }

  @Override
  public RowCells next() {
    try {
      while (sheet != null || openSheet()) {
        RowCells row = sheet.next();
        if (row != null) {
          rowCount++;
          return row;
        }
        noteCount += sheet.noteCount();
        sheet.close();
        sheet = null;
      }
      return null;
    } catch (IOException | RuntimeException e) {
      throw WorkbookFile.stopped(e);
    }
  }

  private boolean openSheet() throws IOException {
    SheetLayout layout = waiting.poll();
    if (layout == null) {
      return false;
    }
    int index = file.sheetNames().indexOf(layout.sheetName());
    if (index < 0) {
      throw new ReadingStopped(Rejection.unreadable("ChangedSinceSurvey"));
    }
    sheet = new SheetRows(file.sheet(index), layout, limits);
    return true;
  }

  @Override
  public long rowCount() {
    return rowCount;
  }

  @Override
  public long noteCount() {
    return noteCount;
  }

  @Override
  public void close() throws IOException {
    try (file) {
      if (sheet != null) {
        sheet.close();
      }
    }
  }
}
