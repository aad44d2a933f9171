package dev.taizhang.release;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The words of an edition in both languages: what columns, tables and codes are called and mean.
 * They are data: {@code edition/columns.csv}, {@code tables.csv} and {@code names.csv}.
 */
public final class EditionWords {

  private final Map<String, EditionColumn> columns = new LinkedHashMap<>();
  private final Map<String, Label> titles = new LinkedHashMap<>();
  private final Map<String, Map<String, Label>> names = new LinkedHashMap<>();

  private EditionWords() {}

  /** Reads the words. */
  public static EditionWords load() {
    EditionWords words = new EditionWords();
    read("columns", row -> words.columns.put(row.getField("id"), column(row)));
    read(
        "tables",
        row -> words.titles.put(row.getField("table") + "/" + row.getField("part"), label(row)));
    read(
        "names",
        row ->
            words
                .names
                .computeIfAbsent(row.getField("list"), list -> new LinkedHashMap<>())
                .put(row.getField("code"), label(row)));
    return words;
  }

  /** A column by its id; IllegalArgumentException where nobody has described it. */
  public EditionColumn column(String id) {
    return known(columns, id);
  }

  /** What a part of a table holds. */
  public Label title(String table, String part) {
    return known(titles, table + "/" + part);
  }

  /** What the part of a table that is about one university holds. */
  public Label titleOfUniversity(String table, Label university) {
    Label title = title(table, "university");
    return new Label(title.zh() + "：" + university.zh(), title.en() + ": " + university.en());
  }

  /** The codes of a list in order, with their names. */
  public Map<String, Label> list(String list) {
    return known(names, list);
  }

  /** What a code of a list is called. */
  public Optional<Label> name(String list, String code) {
    return Optional.ofNullable(list(list).get(code));
  }

  private static <V> V known(Map<String, V> words, String id) {
    V word = words.get(id);
    if (word == null) {
      throw new IllegalArgumentException("The words of an edition have no " + id);
    }
    return word;
  }

  private static EditionColumn column(NamedCsvRecord row) {
    return new EditionColumn(
        row.getField("id"),
        Unit.valueOf(row.getField("unit")),
        label(row),
        new Label(row.getField("definition_zh"), row.getField("definition_en")),
        row.getField("numerator"),
        row.getField("denominator"),
        row.getField("low"),
        row.getField("high"));
  }

  private static Label label(NamedCsvRecord row) {
    return new Label(row.getField("zh"), row.getField("en"));
  }

  /** The bytes of the words, by which an edition in other words is another one. */
  public static List<byte[]> sources() {
    List<byte[]> sources = new ArrayList<>();
    for (String file : new String[] {"columns", "tables", "names"}) {
      try (InputStream stream = open(file)) {
        sources.add(stream.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException("The words of editions cannot be read", e);
      }
    }
    return sources;
  }

  private static void read(String file, Consumer<NamedCsvRecord> row) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      rows.forEach(row);
    } catch (IOException e) {
      throw new UncheckedIOException("The words of editions cannot be read", e);
    }
  }

  private static InputStream open(String file) {
    return EditionWords.class.getResourceAsStream("/edition/" + file + ".csv");
  }
}
