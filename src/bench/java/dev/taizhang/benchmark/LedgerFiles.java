package dev.taizhang.benchmark;

import dev.taizhang.benchmark.Cohort.Cell;
import dev.taizhang.reference.ReferenceData;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the ledgers of the universities of one province, a file each, of invented graduates. The
 * same size gives the same bytes.
 */
final class LedgerFiles {

  /** Date in the files' names. */
  static final String SNAPSHOT_DATE = "20250608";

  private static final int ROWS_AT_ONCE = 1000;

  private final Path folder;
  private final int files;
  private final int rowsPerFile;
  private final Course.Form form;
  private final ReferenceData reference = ReferenceData.load(Optional.empty());

  LedgerFiles(Path folder, int files, int rowsPerFile, Course.Form form) {
    if (files < 1 || rowsPerFile < Cohort.DEFECTS) {
      throw new IllegalArgumentException(
          "At least one file, and %d rows in it for one of each defect.".formatted(Cohort.DEFECTS));
    }
    this.folder = folder;
    this.files = files;
    this.rowsPerFile = rowsPerFile;
    this.form = form;
  }

  /** Writes files and roster; tells what is in them. */
  Course.Contents write() throws IOException {
    Path ledgers = Files.createDirectories(folder.resolve("landing").resolve("ledger"));
    long quarantined = 0;
    long characters = 0;
    long bytes = 0;
    for (int i = 0; i < files; i++) {
      Cohort cohort = new Cohort(reference, Roster.universityCode(i), rowsPerFile);
      Path file =
          ledgers.resolve(
              "%05d_%s.%s".formatted(cohort.universityCode(), SNAPSHOT_DATE, form.extension()));
      characters += form == Course.Form.CSV ? write(file, cohort) : writeWorkbook(file, cohort);
      quarantined += cohort.quarantined();
      bytes += Files.size(file);
    }
    Roster.write(folder.resolve("reference"), files, reference);
    return new Course.Contents(quarantined, characters, bytes);
  }

  /** Writes one file and counts the characters of its cells. */
  static long write(Path file, Iterable<List<String>> rows) throws IOException {
    long characters = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write(
          Arrays.stream(Cell.values()).map(Cell::header).collect(Collectors.joining(",")) + "\r\n");
      for (List<String> row : rows) {
        for (String cell : row) {
          characters += cell.length();
        }
        writer.write(String.join(",", row));
        writer.write("\r\n");
      }
    }
    return characters;
  }

  /** The same as a workbook, every cell a text. */
  private static long writeWorkbook(Path file, Cohort cohort) throws IOException {
    long characters = 0;
    try (OutputStream stream = Files.newOutputStream(file);
        Workbook workbook = new Workbook(stream, "taizhang", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("台账");
      int number = 0;
      List<Cell> header = List.of(Cell.values());
      for (int i = 0; i < header.size(); i++) {
        sheet.value(0, i, header.get(i).header());
      }
      for (List<String> row : cohort) {
        number++;
        for (int i = 0; i < row.size(); i++) {
          characters += row.get(i).length();
          if (!row.get(i).isEmpty()) {
            sheet.inlineString(number, i, row.get(i));
          }
        }
        if (number % ROWS_AT_ONCE == 0) {
          sheet.flush();
        }
      }
    }
    return characters;
  }
}
