package dev.taizhang.registry;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.taizhang.errors.InvalidUsage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Reads a list of universities as text: .xls, .xlsx or CSV, by content. */
final class ListFile {

  // The ministry's list of 2025 has 400 kB.
  private static final long LARGEST = 64L * 1024 * 1024;
  private static final int XLS = 0xD0CF11E0;
  private static final int ZIP = 0x504B0304;

  private ListFile() {}

  /**
   * All sheets of a list.
   *
   * @throws InvalidUsage when there is no such file, or its content is no list
   */
  static List<ListSheet> read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new InvalidUsage(
            "There is no file " + file + ". What to do: check the name of the list.");
      }
      if (Files.size(file) > LARGEST) {
        throw new InvalidUsage(
            "%s has %d bytes, too many for a list of universities. What to do: check the file."
                .formatted(file, Files.size(file)));
      }
      byte[] bytes = Files.readAllBytes(file);
      int start = bytes.length < 4 ? 0 : ByteBuffer.wrap(bytes).getInt();
      return switch (start) {
        case XLS -> excel97(bytes);
        case ZIP -> workbook(bytes);
        default -> List.of(csv(text(bytes)));
      };
    } catch (IOException | CsvParseException e) {
      throw unreadable(file, e);
    }
  }

  private static InvalidUsage unreadable(Path file, Exception cause) {
    return new InvalidUsage(
        "%s cannot be read as .xls, .xlsx or CSV (%s). What to do: open it and save it again."
            .formatted(file, cause.getClass().getSimpleName()),
        cause);
  }

  private static List<ListSheet> excel97(byte[] bytes) throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
      List<ListSheet> sheets = new ArrayList<>();
      for (Sheet sheet : workbook) {
        List<List<String>> rows = new ArrayList<>();
        for (int index = 0; index <= sheet.getLastRowNum(); index++) {
          rows.add(cells(sheet.getRow(index)));
        }
        sheets.add(new ListSheet(sheet.getSheetName(), rows));
      }
      return sheets;
    } catch (RuntimeException e) {
      // The library has an exception of its own for every way in which a file can be broken.
      throw new IOException(e);
    }
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; row != null && column < row.getLastCellNum(); column++) {
      Cell cell = row.getCell(column);
      cells.add(cell == null ? "" : text(cell));
    }
    return cells;
  }

  /** A number as its digits, however the sheet shows it. */
  private static String text(Cell cell) {
    return switch (cell.getCellType()) {
      case NUMERIC -> NumberToTextConverter.toText(cell.getNumericCellValue());
      case FORMULA ->
          switch (cell.getCachedFormulaResultType()) {
            case NUMERIC -> NumberToTextConverter.toText(cell.getNumericCellValue());
            case STRING -> cell.getStringCellValue();
            default -> "";
          };
      default -> new DataFormatter().formatCellValue(cell);
    };
  }

  private static List<ListSheet> workbook(byte[] bytes) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      List<ListSheet> sheets = new ArrayList<>();
      for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
        List<List<String>> rows = new ArrayList<>();
        try (Stream<org.dhatim.fastexcel.reader.Row> read = sheet.openStream()) {
          read.forEach(row -> addRow(row, rows));
        }
        sheets.add(new ListSheet(sheet.getName(), rows));
      }
      return sheets;
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  /** Rows without cells are not in the file, so that they are put back. */
  private static void addRow(org.dhatim.fastexcel.reader.Row row, List<List<String>> rows) {
    while (rows.size() < row.getRowNum() - 1) {
      rows.add(List.of());
    }
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < row.getCellCount(); column++) {
      org.dhatim.fastexcel.reader.Cell cell = row.getCell(column);
      cells.add(cell == null ? "" : text(cell));
    }
    rows.add(cells);
  }

  private static String text(org.dhatim.fastexcel.reader.Cell cell) {
    return switch (cell.getType()) {
      case NUMBER -> cell.asNumber().stripTrailingZeros().toPlainString();
      default -> cell.getText();
    };
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        // The next one may fit.
      }
    }
    throw new CharacterCodingException();
  }

  private static ListSheet csv(String text) {
    List<List<String>> rows = new ArrayList<>();
    for (CsvRecord record : CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text)) {
      rows.add(record.getFields());
    }
    return new ListSheet("", rows);
  }
}
