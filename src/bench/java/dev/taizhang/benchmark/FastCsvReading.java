package dev.taizhang.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The bare parser, a file after the other in as many threads as there are cores; no Spark. */
final class FastCsvReading implements Contender {

  @Override
  public String name() {
    return "fastcsv";
  }

  @Override
  public String meaning() {
    return "bare FastCSV, every cell a Java string, its characters counted; no Spark";
  }

  @Override
  public Discipline discipline() {
    return Discipline.READING;
  }

  @Override
  public Finish run(Course course, Path output) throws IOException {
    return BareReading.read(course, FastCsvReading::read);
  }

  private static BareReading.Counts read(Path ledger) {
    long rows = -1;
    long characters = 0;
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(ledger)) {
      for (CsvRecord row : records) {
        if (rows++ >= 0) {
          for (String cell : row.getFields()) {
            characters += cell.length();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BareReading.Counts(rows, characters);
  }
}
