package dev.taizhang.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes small workbooks of invented people. */
public final class Workbooks {

  private Workbooks() {}

  /** Fills a workbook. */
  @FunctionalInterface
  public interface Filling {
    void fill(Workbook workbook);
  }

  /** Writes a workbook. */
  public static Path write(Path file, Filling filling) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream stream = Files.newOutputStream(file);
        Workbook workbook = new Workbook(stream, "taizhang", "1.0")) {
      filling.fill(workbook);
    }
    return file;
  }

  /** Adds a sheet whose cells are the parts of each line between commas, as text. */
  public static Worksheet sheet(Workbook workbook, String name, String... lines) {
    Worksheet sheet = workbook.newWorksheet(name);
    for (int row = 0; row < lines.length; row++) {
      String[] cells = lines[row].split(",", -1);
      for (int column = 0; column < cells.length; column++) {
        if (!cells[column].isEmpty()) {
          sheet.value(row, column, cells[column]);
        }
      }
    }
    return sheet;
  }
}
