package dev.taizhang.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.taizhang.errors.InvalidUsage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** The rows of one reference file: those that are shipped, then the analyst's own. */
final class ReferenceFile {

  private final String name;
  private final List<String> columns;
  private final Optional<Path> additions;
  private final MessageDigest fingerprint;
  private final List<String> doubled = new ArrayList<>();

  /**
   * A reference file.
   *
   * @param name its file name
   * @param columns the columns that it must have
   * @param directory the folder with additions, in which the file may lack
   * @param fingerprint takes the bytes of all that is read
   */
  ReferenceFile(
      String name, List<String> columns, Optional<Path> directory, MessageDigest fingerprint) {
    this.name = name;
    this.columns = columns;
    this.additions = directory.map(folder -> folder.resolve(name)).filter(Files::exists);
    this.fingerprint = fingerprint;
  }

  /**
   * The rows, each made a value, one of each key: of several the last, in the place of the first.
   * The analyst's come after those that are shipped and take their places.
   *
   * @param key what a row is about; of one thing a list speaks once
   */
  <T> List<T> read(Function<NamedCsvRecord, T> value, Function<T, ?> key) {
    Map<Object, T> last = new LinkedHashMap<>();
    readAll(value, key).forEach(row -> last.put(key.apply(row), row));
    return List.copyOf(last.values());
  }

  /**
   * All rows in their order, for lists in which an older name of a code goes on to stand for it.
   *
   * @param key what a row is about
   */
  <T> List<T> readAll(Function<NamedCsvRecord, T> value, Function<T, ?> key) {
    List<T> values = new ArrayList<>();
    try (InputStream shipped = ReferenceFile.class.getResourceAsStream("/reference/" + name)) {
      if (shipped != null) {
        addRows(shipped.readAllBytes(), "the shipped " + name, value, key, values);
      }
      if (additions.isPresent()) {
        addRows(
            Files.readAllBytes(additions.get()), additions.get().toString(), value, key, values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Reference data " + name + " cannot be read", e);
    }
    return values;
  }

  /** Lines that say something else of what a line before them in their file is about. */
  List<String> doubled() {
    return List.copyOf(doubled);
  }

  private <T> void addRows(
      byte[] bytes,
      String place,
      Function<NamedCsvRecord, T> value,
      Function<T, ?> key,
      List<T> values)
      throws IOException {
    Map<Object, NamedCsvRecord> before = new HashMap<>();
    fingerprint.update(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    try (CsvReader<NamedCsvRecord> records =
        CsvReader.builder().detectBomHeader(false).ofNamedCsvRecord(withoutBom(text))) {
      for (NamedCsvRecord record : records) {
        requireColumns(record, place);
        T row = valueOf(record, place, value);
        Object subject = key.apply(row);
        values.add(row);
        NamedCsvRecord earlier = before.put(subject, record);
        if (earlier != null && !earlier.getFields().equals(record.getFields())) {
          doubled.add(
              "%s, line %d: '%s' is also in line %d, with other values"
                  .formatted(
                      place,
                      record.getStartingLineNumber(),
                      subject,
                      earlier.getStartingLineNumber()));
        }
      }
    } catch (CsvParseException e) {
      throw new InvalidUsage(
          place
              + " is not a CSV file: "
              + e.getMessage()
              + ". What to do: save it as CSV in UTF-8.",
          e);
    }
  }

  private static String withoutBom(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void requireColumns(NamedCsvRecord record, String place) {
    List<String> missing =
        columns.stream().filter(column -> !record.getHeader().contains(column)).toList();
    if (!missing.isEmpty()) {
      throw new InvalidUsage(
          "%s lacks the columns %s; it has %s. What to do: add them, and save the file in UTF-8."
              .formatted(place, missing, record.getHeader()));
    }
  }

  private static <T> T valueOf(
      NamedCsvRecord record, String place, Function<NamedCsvRecord, T> value) {
    try {
      return value.apply(record);
    } catch (NoSuchElementException e) {
      throw new InvalidUsage(
          "%s, line %d: the line has fewer cells than the header. What to do: complete the line."
              .formatted(place, record.getStartingLineNumber()),
          e);
    } catch (IllegalArgumentException e) {
      throw new InvalidUsage(
          "%s, line %d: %s What to do: correct the line."
              .formatted(place, record.getStartingLineNumber(), e.getMessage()),
          e);
    }
  }
}
