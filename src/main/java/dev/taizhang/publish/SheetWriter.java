package dev.taizhang.publish;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a sheet line by line. Every text becomes a cell of text in its safe form, and every number
 * of ours a number; there are no formulas.
 */
final class SheetWriter {

  private static final String HEADER_FILL = "1F4E79";
  private static final String HEADER_FONT = "FFFFFF";
  private static final String LINE = "BFBFBF";

  private final Worksheet sheet;
  private int next;

  SheetWriter(Workbook workbook, String name, double... widths) {
    this.sheet = workbook.newWorksheet(name);
    for (int column = 0; column < widths.length; column++) {
      sheet.width(column, widths[column]);
    }
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }

  /** A line in large letters. */
  void title(String text) {
    sheet.value(next, 0, SafeText.of(text));
    sheet.style(next, 0).bold().fontSize(14).set();
    next++;
  }

  /** A line of a label and its value. */
  void labelled(String label, String value) {
    sheet.value(next, 0, SafeText.of(label));
    sheet.style(next, 0).bold().set();
    sheet.value(next, 1, SafeText.of(value));
    next++;
  }

  /** A line of text across a number of columns. */
  void paragraph(String text, int columns, double height) {
    sheet.value(next, 0, SafeText.of(text));
    sheet.range(next, 0, next, columns - 1).merge();
    sheet.range(next, 0, next, columns - 1).style().wrapText(true).verticalAlignment("top").set();
    sheet.rowHeight(next, height);
    next++;
  }

  void blank() {
    next++;
  }

  /** The header of a table. */
  void header(String... names) {
    row((Object[]) names);
    sheet
        .range(next - 1, 0, next - 1, names.length - 1)
        .style()
        .bold()
        .fontColor(HEADER_FONT)
        .fillColor(HEADER_FILL)
        .wrapText(true)
        .verticalAlignment("center")
        .borderStyle("thin")
        .borderColor(LINE)
        .set();
    sheet.rowHeight(next - 1, 32);
  }

  /** A line of a table: texts and numbers. */
  void line(Object... cells) {
    row(cells);
    sheet
        .range(next - 1, 0, next - 1, cells.length - 1)
        .style()
        .wrapText(true)
        .verticalAlignment("top")
        .borderStyle("thin")
        .borderColor(LINE)
        .set();
  }

  private void row(Object... cells) {
    for (int column = 0; column < cells.length; column++) {
      if (cells[column] instanceof Number number) {
        sheet.value(next, column, number);
      } else if (!cells[column].toString().isEmpty()) {
        sheet.value(next, column, SafeText.of(cells[column].toString()));
      }
    }
    next++;
  }

  /** Keeps the first line in sight, with a filter on it; for a sheet that is one table. */
  void asTable(int columns) {
    sheet.freezePane(0, 1);
    sheet.repeatRows(0);
    sheet.setAutoFilter(0, 0, Math.max(1, next - 1), columns - 1);
  }
}
