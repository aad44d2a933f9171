package dev.taizhang.publish.site;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Shown;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a table column by column, each as short as it can be. What a column shares with one before
 * it, as names do with codes and limits with their rate, is written once: in its place stands the
 * name of that column.
 */
final class TableScript {

  /** Telling a run costs as much as five elements. */
  private static final int SHORTEST_RUN = 6;

  private final EditionTable table;
  private final Words words;
  private final JsonGenerator json;
  private final List<Coded> coded = new ArrayList<>();
  private final Map<SortedMap<String, List<Integer>>, String> columnsOfMarks = new HashMap<>();

  private TableScript(EditionTable table, Words words, JsonGenerator json) {
    this.table = table;
    this.words = words;
    this.json = json;
  }

  /**
   * The script of a table.
   *
   * @param words texts that are written elsewhere
   */
  static byte[] of(EditionTable table, Words words) {
    return DataScript.of(
        table.id() + "/" + table.part(), json -> new TableScript(table, words, json).write());
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("table", table.id());
    json.writeStringField("part", table.part());
    json.writeNumberField("rows", table.rows().size());
    json.writeObjectFieldStart("columns");
    for (int column = 0; column < table.columns().size(); column++) {
      json.writeObjectFieldStart(name(column));
      writeColumn(name(column), values(column));
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeObjectFieldStart("marks");
    for (int column = 0; column < table.columns().size(); column++) {
      SortedMap<String, List<Integer>> marks = marks(column);
      if (!marks.isEmpty()) {
        json.writeFieldName(name(column));
        writeMarks(marks, columnsOfMarks.putIfAbsent(marks, name(column)));
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private String name(int column) {
    return table.columns().get(column).id();
  }

  private List<Object> values(int column) {
    List<Object> values = new ArrayList<>();
    for (List<Shown> row : table.rows()) {
      values.add(scriptValue(row.get(column).value()));
    }
    return values;
  }

  /** Whole numbers and flags stand for themselves, shares for their ten-thousandths. */
  static Object scriptValue(Object value) {
    if (value instanceof BigDecimal share) {
      return share.setScale(Shown.DECIMALS).unscaledValue().longValueExact();
    }
    return value == null || value instanceof Long || value instanceof Boolean
        ? value
        : value.toString();
  }

  private void writeColumn(String name, List<Object> values) throws IOException {
    if (values.stream().allMatch(value -> Objects.equals(value, values.get(0)))) {
      json.writeFieldName("constant");
      writeValue(values.isEmpty() ? null : values.get(0));
    } else if (values.stream().anyMatch(String.class::isInstance)) {
      writeCodes(name, values);
    } else {
      writeRuns("values", values);
    }
  }

  private void writeCodes(String name, List<Object> values) throws IOException {
    Coded own = Coded.of(name, values);
    Optional<Coded> before =
        coded.stream().filter(other -> own.namesAfter(other).isPresent()).findFirst();
    if (before.isPresent()) {
      writeCodes(own.namesAfter(before.get()).get());
      json.writeStringField("at", before.get().name());
    } else {
      coded.add(own);
      writeCodes(own.codes());
      writeRuns("at", own.positions());
    }
  }

  private void writeCodes(List<Object> codes) throws IOException {
    List<Object> shortest = new ArrayList<>();
    codes.forEach(code -> shortest.add(words.numberOr(code)));
    writeArray("codes", shortest);
  }

  /** An array in which an element that stands many times in a row is written once. */
  private void writeRuns(String name, List<?> values) throws IOException {
    List<Object> elements = new ArrayList<>();
    Map<Integer, Integer> repeated = new LinkedHashMap<>();
    for (int from = 0; from < values.size(); ) {
      int to = from + 1;
      while (to < values.size() && Objects.equals(values.get(to), values.get(from))) {
        to++;
      }
      boolean isRun = to - from >= SHORTEST_RUN;
      if (isRun) {
        repeated.put(elements.size(), to - from);
      }
      elements.addAll(values.subList(from, isRun ? from + 1 : to));
      from = to;
    }
    writeArray(name, elements);
    if (!repeated.isEmpty()) {
      json.writeObjectFieldStart("repeat");
      for (Map.Entry<Integer, Integer> run : repeated.entrySet()) {
        json.writeNumberField(Integer.toString(run.getKey()), run.getValue());
      }
      json.writeEndObject();
    }
  }

  /** The rows that have a symbol in a column, by its code. */
  private SortedMap<String, List<Integer>> marks(int column) {
    SortedMap<String, List<Integer>> marks = new TreeMap<>();
    for (int row = 0; row < table.rows().size(); row++) {
      Shown cell = table.rows().get(row).get(column);
      if (cell.symbol() != null) {
        marks.computeIfAbsent(cell.symbol().code(), symbol -> new ArrayList<>()).add(row);
      }
    }
    return marks;
  }

  private void writeMarks(SortedMap<String, List<Integer>> marks, String sharing)
      throws IOException {
    if (sharing != null) {
      json.writeString(sharing);
      return;
    }
    json.writeStartObject();
    for (Map.Entry<String, List<Integer>> rows : marks.entrySet()) {
      json.writeObjectFieldStart(rows.getKey());
      writeRuns("steps", steps(rows.getValue()));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** How far each row is from the one before it. */
  private static List<Integer> steps(List<Integer> rows) {
    List<Integer> steps = new ArrayList<>();
    int before = 0;
    for (int row : rows) {
      steps.add(row - before);
      before = row;
    }
    return steps;
  }

  private void writeArray(String name, Iterable<?> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (Object value : values) {
      writeValue(value);
    }
    json.writeEndArray();
  }

  private void writeValue(Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString((String) value);
    }
  }
}
