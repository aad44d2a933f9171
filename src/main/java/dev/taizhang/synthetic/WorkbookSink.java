package dev.taizhang.synthetic;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook of one sheet. Numbers are numbers, and dates in the form 2025-06-30 are dates,
 * as spreadsheets keep them; codes are text.
 */
final class WorkbookSink implements RowSink {

  private static final int ROWS_IN_MEMORY = 500;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern DESTROYED = Pattern.compile("\\d{15}000|\\d\\.\\d{5}E\\+17");

  private final Path file;
  private final Path draft;
  private final List<Style.Column> columns;
  private final OutputStream stream;
  private final Workbook workbook;
  private final Worksheet sheet;
  private int row;

  WorkbookSink(Path file, Style style) throws IOException {
    this.file = file;
    this.columns = style.columns();
    // The draft is not compressed: the final file is, once.
    this.draft = Files.createTempFile("taizhang", ".xlsx");
    this.stream = new BufferedOutputStream(Files.newOutputStream(draft));
    this.workbook = new Workbook(stream, "taizhang", "1.0");
    this.workbook.setCompressionLevel(0);
    this.sheet = workbook.newWorksheet("毕业生就业台账");
  }

  @Override
  public void header(String[] cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      sheet.inlineString(row, i, cells[i]);
    }
    endRow();
  }

  @Override
  public void row(String[] cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        cell(i, cells[i]);
      }
    }
    endRow();
  }

  private void cell(int column, String text) {
    Content content = column < columns.size() ? columns.get(column).content() : Content.NOTHING;
    if (content.isNumber() && NUMBER.matcher(text).matches()) {
      sheet.value(row, column, Integer.valueOf(text));
    } else if (content.isDate() && DATE.matcher(text).matches()) {
      sheet.value(row, column, LocalDate.parse(text));
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (content == Content.ID_NUMBER
        && !text.endsWith("X")
        && DESTROYED.matcher(text).matches()) {
      sheet.value(row, column, Double.valueOf(text));
    } else {
      sheet.inlineString(row, column, text);
    }
  }

  private void endRow() throws IOException {
    row++;
    if (row % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      workbook.close();
      stream.close();
      StableZip.copy(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
