package dev.taizhang.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The bare library for workbooks, a file after the other in as many threads as cores; no Spark. */
final class FastExcelReading implements Contender {

  @Override
  public String name() {
    return "fastexcel";
  }

  @Override
  public String meaning() {
    return "bare fastexcel-reader, every cell's text, its characters counted; no Spark";
  }

  @Override
  public Discipline discipline() {
    return Discipline.READING;
  }

  @Override
  public boolean reads(Course.Form form) {
    return form == Course.Form.XLSX;
  }

  @Override
  public Finish run(Course course, Path output) throws IOException {
    return BareReading.read(course, FastExcelReading::read);
  }

  private static BareReading.Counts read(Path ledger) {
    long rows = -1;
    long characters = 0;
    try (ReadableWorkbook workbook = new ReadableWorkbook(ledger.toFile());
        Stream<Row> stream = workbook.getFirstSheet().openStream()) {
      for (Row row : (Iterable<Row>) stream::iterator) {
        if (rows++ >= 0) {
          for (Cell cell : row) {
            characters += cell == null ? 0 : cell.getText().length();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BareReading.Counts(rows, characters);
  }
}
