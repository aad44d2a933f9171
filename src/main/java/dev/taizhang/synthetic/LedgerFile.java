package dev.taizhang.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** Writes the file of a delivery. */
final class LedgerFile {

  private static final String UNKNOWN_HEADER = "去向情况";
  private static final String UNKNOWN_PINYIN = "qxqk";

  private LedgerFile() {}

  /**
   * Writes a file.
   *
   * @param folder where to
   * @param day date of the snapshot, as a number
   * @return size in bytes
   */
  static long write(Path folder, Delivery delivery, Rendering rendering, int day)
      throws IOException {
    Path file = folder.resolve(delivery.fileName());
    if (delivery.damage() == Delivery.Damage.NOTHING_WRITTEN) {
      Files.write(file, new byte[0]);
    } else {
      writeRows(file, delivery, rendering, day);
    }
    Files.setLastModifiedTime(file, FileTime.from(delivery.modifiedAt()));
    return Files.size(file);
  }

  private static void writeRows(Path file, Delivery delivery, Rendering rendering, int day)
      throws IOException {
    Style style = delivery.campus().style();
    FileForm form = delivery.campus().form();
    try (RowSink sink = form.workbook() ? new WorkbookSink(file, style) : new CsvSink(file, form)) {
      if (style.title().isPresent()) {
        sink.header(new String[] {style.title().get()});
      }
      if (style.pinyin()) {
        sink.header(headers(delivery, true));
      }
      sink.header(headers(delivery, false));
      for (LedgerRow row : delivery.rows()) {
        String[] cells = rendering.cells(style, row, day);
        sink.row(CellDamage.apply(delivery.damage(), row.fault(), style, cells));
      }
    }
  }

  private static String[] headers(Delivery delivery, boolean pinyin) {
    List<Style.Column> columns = delivery.campus().style().columns();
    String[] headers = new String[columns.size()];
    for (int i = 0; i < headers.length; i++) {
      Style.Column column = columns.get(i);
      boolean lost =
          delivery.damage() == Delivery.Damage.OUTCOME_HEADER_UNKNOWN
              && (column.content() == Content.OUTCOME || column.content() == Content.OUTCOME_CODE);
      String number = column.content() == Content.OUTCOME_CODE ? "1" : "2";
      headers[i] =
          lost
              ? (pinyin ? UNKNOWN_PINYIN : UNKNOWN_HEADER) + number
              : pinyin ? column.pinyin() : column.header();
    }
    return headers;
  }
}
