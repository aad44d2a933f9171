package dev.taizhang.publish.pages;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Unit;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words of an invented edition are those of any other. */
final class EditionResource {

  private static final Map<String, NamedCsvRecord> COLUMNS = new LinkedHashMap<>();
  private static final List<NamedCsvRecord> NAMES = read("names");

  static {
    read("columns").forEach(row -> COLUMNS.put(row.getField("id"), row));
  }

  private EditionResource() {}

  /** A column by its name in the tables. */
  static EditionColumn column(String id) {
    NamedCsvRecord row = Objects.requireNonNull(COLUMNS.get(id), id);
    return new EditionColumn(
        id,
        Unit.valueOf(row.getField("unit")),
        label(row),
        new Label(row.getField("definition_zh"), row.getField("definition_en")),
        row.getField("numerator"),
        row.getField("denominator"),
        row.getField("low"),
        row.getField("high"));
  }

  /** The codes of a list in its order. */
  static Map<String, Label> list(String list) {
    Map<String, Label> labels = new LinkedHashMap<>();
    NAMES.stream()
        .filter(row -> row.getField("list").equals(list))
        .forEach(row -> labels.put(row.getField("code"), label(row)));
    return labels;
  }

  private static Label label(NamedCsvRecord row) {
    return new Label(row.getField("zh"), row.getField("en"));
  }

  private static List<NamedCsvRecord> read(String name) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    EditionResource.class.getResourceAsStream("/edition/" + name + ".csv"),
                    StandardCharsets.UTF_8))) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
