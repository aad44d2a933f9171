package dev.taizhang.publish.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads a workbook back, as people and as programs see it. */
final class WorkbookFile implements AutoCloseable {

  static final int HEAD = 3;

  private final Path file;
  private final XSSFWorkbook workbook;

  WorkbookFile(Path file) throws IOException {
    this.file = file;
    try (InputStream stream = Files.newInputStream(file)) {
      this.workbook = new XSSFWorkbook(stream);
    }
  }

  XSSFWorkbook workbook() {
    return workbook;
  }

  XSSFSheet sheet(String name) {
    XSSFSheet sheet = workbook.getSheet(name);
    if (sheet == null) {
      throw new AssertionError("No sheet " + name);
    }
    return sheet;
  }

  List<String> sheetNames() {
    List<String> names = new ArrayList<>();
    workbook.forEach(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Sheet sheet : workbook) {
      sheet.forEach(row -> row.forEach(cells::add));
    }
    return cells;
  }

  /** The cell of a table's row below a head, whose English line is given. */
  Cell cell(String sheet, int row, String head) {
    Row heads = sheet(sheet).getRow(HEAD);
    for (Cell cell : heads) {
      if (cell.getStringCellValue().endsWith("\n" + head)) {
        return sheet(sheet).getRow(HEAD + 1 + row).getCell(cell.getColumnIndex());
      }
    }
    throw new AssertionError("No column " + head + " in " + sheet);
  }

  /** Every part of the file, by name. */
  Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        try (InputStream stream = zip.getInputStream(entry)) {
          parts.put(entry.getName(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
