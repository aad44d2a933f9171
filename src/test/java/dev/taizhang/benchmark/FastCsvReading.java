package dev.taizhang.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The bare parser, a file after the other in as many threads as there are cores; no Spark. */
final class FastCsvReading implements Contender {

  private record Counts(long rows, long characters) {}

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
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    long start = System.nanoTime();
    long rows = 0;
    long characters = 0;
    try {
      List<Future<Counts>> files = new ArrayList<>();
      for (Path ledger : course.ledgers()) {
        files.add(threads.submit(() -> read(ledger)));
      }
      for (Future<Counts> file : files) {
        rows += file.get().rows();
        characters += file.get().characters();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The files could not be read", e);
    } finally {
      threads.shutdown();
    }
    double seconds = Contender.secondsSince(start);
    course.requireAllRows(rows);
    course.requireAllCharacters(characters);
    return new Finish(rows, seconds);
  }

  private static Counts read(Path ledger) {
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
    return new Counts(rows, characters);
  }
}
