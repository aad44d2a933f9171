package dev.taizhang.publish.site;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.taizhang.publish.edition.CodeName;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.EditionRelease;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.KeyFinding;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Symbol;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes what every page needs of an edition. */
final class EditionScript {

  private EditionScript() {}

  /**
   * The script of an edition.
   *
   * @param words texts that tables have by their numbers
   * @param files where the script of a table lies; empty for a table without rows
   */
  static byte[] of(Edition edition, Words words, Function<EditionTable, String> files) {
    return DataScript.of("edition", json -> write(edition, words, files, json));
  }

  private static void write(
      Edition edition, Words words, Function<EditionTable, String> files, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    writeHead(edition, json);
    json.writeArrayFieldStart("years");
    for (int year : edition.graduationYears()) {
      json.writeNumber(year);
    }
    json.writeEndArray();
    writeSymbols(json);
    writeColumns(edition, json);
    writeLists(edition, json);
    writeTables(edition, files, json);
    json.writeArrayFieldStart("words");
    for (String word : words.texts()) {
      json.writeString(word);
    }
    json.writeEndArray();
    writeFindings(edition, json);
    json.writeEndObject();
  }

  private static void writeHead(Edition edition, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("edition");
    json.writeStringField("kind", edition.kind().code());
    writeLabel("title", edition.kind().title(), json);
    writeLabel("notice", edition.kind().notice(), json);
    json.writeStringField("as_of_date", edition.asOfDate().toString());
    json.writeStringField("as_of_kind", edition.asOfKind());
    json.writeStringField("made_from", edition.madeFrom());
    json.writeStringField("program", edition.program());
    json.writeNumberField("stale_days", edition.staleDays());
    json.writeNumberField("covered_days", edition.coveredDays());
    json.writeNumberField("reliable_graduates", Symbol.RELIABLE_GRADUATES);
    json.writeEndObject();
    if (edition.release().isPresent()) {
      writeRelease(edition.release().get(), json);
    }
  }

  private static void writeRelease(EditionRelease release, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("release");
    json.writeStringField("id", release.id());
    json.writeArrayFieldStart("facts");
    for (EditionRelease.Fact fact : release.facts()) {
      json.writeStartObject();
      writeLabel("name", fact.name(), json);
      writeLabel("text", fact.text(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("changes");
    for (Label sentence : release.changes()) {
      writeLabel(sentence, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeSymbols(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("symbols");
    for (Symbol symbol : Symbol.values()) {
      json.writeObjectFieldStart(symbol.code());
      writeLabel("meaning", symbol.meaning(), json);
      writeLabel("reason", symbol.reason(), json);
      json.writeBooleanField("replaces_value", symbol.replacesValue());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Each column once: it means the same in every table. */
  private static void writeColumns(Edition edition, JsonGenerator json) throws IOException {
    Map<String, EditionColumn> columns = new TreeMap<>();
    edition
        .tables()
        .forEach(table -> table.columns().forEach(column -> columns.put(column.id(), column)));
    json.writeObjectFieldStart("columns");
    for (EditionColumn column : columns.values()) {
      json.writeObjectFieldStart(column.id());
      writeLabel("name", column.name(), json);
      json.writeStringField("unit", column.unit().name().toLowerCase(Locale.ROOT));
      writeLabel("definition", column.definition(), json);
      json.writeStringField("numerator", column.numerator());
      json.writeStringField("denominator", column.denominator());
      json.writeStringField("low", column.low());
      json.writeStringField("high", column.high());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeLists(Edition edition, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("lists");
    for (Map.Entry<String, List<CodeName>> list : new TreeMap<>(edition.lists()).entrySet()) {
      json.writeArrayFieldStart(list.getKey());
      for (CodeName code : list.getValue()) {
        json.writeStartObject();
        json.writeStringField("code", code.code());
        writeLabel("name", code.name(), json);
        json.writeStringField("parent", code.parent());
        json.writeStringField("kind", code.kind());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeTables(
      Edition edition, Function<EditionTable, String> files, JsonGenerator json)
      throws IOException {
    Map<List<EditionColumn>, Integer> columns = new HashMap<>();
    int position = 0;
    json.writeArrayFieldStart("tables");
    for (EditionTable table : edition.tables()) {
      json.writeStartObject();
      json.writeStringField("id", table.id());
      json.writeStringField("part", table.part());
      writeLabel("title", table.title(), json);
      json.writeStringField("file", files.apply(table));
      json.writeNumberField("rows", table.rows().size());
      if (!table.note().zh().isEmpty()) {
        writeLabel("note", table.note(), json);
      }
      json.writeFieldName("columns");
      writeColumns(table.columns(), columns.putIfAbsent(table.columns(), position), json);
      json.writeEndObject();
      position++;
    }
    json.writeEndArray();
  }

  /** Hundreds of universities have the same columns: the position of the first that has them. */
  private static void writeColumns(List<EditionColumn> columns, Integer same, JsonGenerator json)
      throws IOException {
    if (same != null) {
      json.writeNumber(same);
      return;
    }
    json.writeStartArray();
    for (EditionColumn column : columns) {
      json.writeString(column.id());
    }
    json.writeEndArray();
  }

  private static void writeFindings(Edition edition, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("findings");
    for (Map.Entry<Integer, List<KeyFinding>> cohort : edition.findings().entrySet()) {
      json.writeArrayFieldStart(Integer.toString(cohort.getKey()));
      for (KeyFinding finding : cohort.getValue()) {
        json.writeStartObject();
        writeLabel("sentence", finding.sentence(), json);
        json.writeStringField("hardship_group", finding.hardshipGroup());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeLabel(String field, Label label, JsonGenerator json) throws IOException {
    json.writeFieldName(field);
    writeLabel(label, json);
  }

  private static void writeLabel(Label label, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("zh", label.zh());
    json.writeStringField("en", label.en());
    json.writeEndObject();
  }
}
