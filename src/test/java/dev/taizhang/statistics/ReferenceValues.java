package dev.taizhang.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The values that R computed; the scripts beside the files say how. */
final class ReferenceValues {

  /** R prints 15 significant digits. */
  static final double TOLERANCE = 1e-12;

  private ReferenceValues() {}

  static <T> List<T> read(String file, Function<NamedCsvRecord, T> value) {
    try (Reader reader =
            new InputStreamReader(
                Objects.requireNonNull(
                    ReferenceValues.class.getResourceAsStream("/statistics/" + file), file),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(reader)) {
      return records.stream().map(value).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long count(NamedCsvRecord record, String column) {
    return Long.parseLong(record.getField(column));
  }

  /** A number, or empty where R has none. */
  static OptionalDouble optional(NamedCsvRecord record, String column) {
    return record.getField(column).isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(number(record, column));
  }

  /** Says that a number is the one of R, to twelve of its digits or of those behind the point. */
  static void assertIsOfR(OptionalDouble expected, OptionalDouble found, String what) {
    assertEquals(expected.isPresent(), found.isPresent(), what);
    if (expected.isPresent()) {
      double value = expected.getAsDouble();
      assertEquals(value, found.getAsDouble(), TOLERANCE * Math.max(1, Math.abs(value)), what);
    }
  }

  static double number(NamedCsvRecord record, String column) {
    return Double.parseDouble(record.getField(column));
  }
}
