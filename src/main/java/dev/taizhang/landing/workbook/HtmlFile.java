package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.io.IOException;
import java.util.AbstractList;
import java.util.List;

/**
 * The tables of a web page, each like a sheet of a workbook. Pages are read as a stream; a table
 * that lies within another one, for layout, is read like all others.
 *
 * @see <a href="../../../../../../docs/adr/0024-tables-of-web-systems.md">ADR 0024</a>
 */
final class HtmlFile implements WorkbookFile {

  // Each table that lies in the middle of another one takes a pass of its own.
  private static final int MOST_PASSES = 64;

  private final LocalCopy copy;
  private final MarkupFile markup;
  private final Limits limits;
  private final int tables;
  private HtmlTables pass;
  private int passes;

  private HtmlFile(LocalCopy copy, MarkupFile markup, Limits limits, int tables) {
    this.copy = copy;
    this.markup = markup;
    this.limits = limits;
    this.tables = tables;
  }

  /** Opens a page; the copy is closed with it. */
  static HtmlFile open(LocalCopy copy, Limits limits) throws IOException {
    MarkupFile markup = MarkupFile.of(copy.file());
    try (HtmlTables all = HtmlTables.of(markup.open(), limits)) {
      while (all.hasRow()) {
        all.pass();
      }
      if (all.count() == 0) {
        throw new ReadingStopped(all.hasFrames() ? Rejection.framedPage() : Rejection.noTable());
      }
      return new HtmlFile(copy, markup, limits, all.count());
    }
  }

  /** Their places in the page. */
  @Override
  public List<String> sheetNames() {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return Integer.toString(index + 1);
      }

      @Override
      public int size() {
        return tables;
      }
    };
  }

  @Override
  public SheetReader sheet(int index) throws IOException {
    int wanted = index + 1;
    if (pass == null || pass.hasPassed(wanted)) {
      closePass();
      if (++passes > MOST_PASSES) {
        throw new ReadingStopped(Rejection.unsafeContent("表格嵌套过多 / too many nested tables"));
      }
      pass = HtmlTables.of(markup.open(), limits);
    }
    return new HtmlTable(pass, wanted);
  }

  /** The rows of one table; what comes of others in between is passed over. */
  private record HtmlTable(HtmlTables tables, int wanted) implements SheetReader {

    @Override
    public boolean next(SheetRow row) {
      while (tables.hasRow() && !tables.isOver(wanted)) {
        boolean found = tables.table() == wanted;
        if (found) {
          tables.take(row);
        } else {
          tables.pass();
        }
        if (found) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void close() {
      // The page is the file's, and is read on.
    }
  }

  private void closePass() throws IOException {
    if (pass != null) {
      pass.close();
      pass = null;
    }
  }

  @Override
  public void close() throws IOException {
    try (copy) {
      closePass();
    }
  }
}
