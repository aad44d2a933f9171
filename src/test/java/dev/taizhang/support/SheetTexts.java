package dev.taizhang.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads a workbook back as tests compare it. */
public final class SheetTexts {

  private SheetTexts() {}

  /** The names of a workbook's sheets. */
  public static List<String> names(Path file) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      return workbook.getSheets().map(Sheet::getName).toList();
    }
  }

  /**
   * The lines of a sheet that are not empty, with | between the cells, without empty ones at the
   * end.
   *
   * @throws AssertionError when a cell is a formula
   */
  public static List<String> lines(Path file, int sheet) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> rows = workbook.getSheet(sheet).orElseThrow().openStream()) {
      List<String> lines = new ArrayList<>();
      rows.forEach(row -> lines.add(line(row)));
      return lines.stream()
          .map(line -> line.replaceFirst("\\|+$", ""))
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  private static String line(Row row) {
    return String.join(
        "|",
        IntStream.range(0, row.getCellCount())
            .mapToObj(column -> text(row.getCell(column)))
            .toList());
  }

  private static String text(Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (cell.getType() == CellType.FORMULA) {
      throw new AssertionError(cell.getAddress() + " is a formula: " + cell.getFormula());
    }
    return cell.getText();
  }
}
