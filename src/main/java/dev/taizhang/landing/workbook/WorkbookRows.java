package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.FileRows;
import dev.taizhang.landing.rows.Layout;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.RowCells;
import dev.taizhang.landing.rows.SheetLayout;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.hadoop.conf.Configuration;

/** The rows of a workbook, of one sheet with a ledger after another. */
public final class WorkbookRows implements FileRows {

  private final WorkbookFile file;
  private final Layout.Workbook layout;
  private final Deque<SheetLayout> waiting;
  private final Limits limits;
  private SheetRows sheet;
  private long rowCount;
  private long noteCount;

  private WorkbookRows(WorkbookFile file, Layout.Workbook layout, Limits limits) {
    this.file = file;
    this.layout = layout;
    this.waiting = new ArrayDeque<>(layout.sheets());
    this.limits = limits;
  }

  public static WorkbookRows open(
      String location, Layout.Workbook layout, Limits limits, Configuration configuration)
      throws IOException {
    return new WorkbookRows(
        WorkbookFile.open(location, layout.encoding(), limits, configuration), layout, limits);
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
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw WorkbookFile.stopped(e);
    }
  }

  private boolean openSheet() throws IOException {
    SheetLayout next = waiting.poll();
    if (next == null) {
      return false;
    }
    int index = layout.index(next);
    if (index >= file.sheetNames().size()
        || !file.sheetNames().get(index).equals(layout.tabs().get(index).name())) {
      throw new ReadingStopped(Rejection.unreadable("ChangedSinceSurvey"));
    }
    MergedRanges merged =
        layout.tabs().get(index).merged() ? file.merged(index) : MergedRanges.NONE;
    sheet = new SheetRows(file.sheet(index), next, limits, merged, file.isFrom1904());
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
