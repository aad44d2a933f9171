package dev.taizhang.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.taizhang.publish.SafeText;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import scala.collection.Iterable;

/** How rows are printed. */
enum Format {
  TABLE {
    @Override
    void print(String[] names, List<Row> rows, PrintWriter out) {
      List<List<String>> lines = new ArrayList<>();
      lines.add(Stream.of(names).map(Terminal::value).toList());
      rows.forEach(row -> lines.add(texts(row, true).stream().map(Terminal::value).toList()));
      int[] widths = new int[names.length];
      for (List<String> line : lines) {
        for (int i = 0; i < widths.length; i++) {
          widths[i] = Math.max(widths[i], width(line.get(i)));
        }
      }
      for (List<String> line : lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
          String cell = line.get(i);
          text.append(cell).append(" ".repeat(widths[i] - width(cell) + 2));
        }
        out.println(text.toString().stripTrailing());
      }
      out.flush();
    }
  },
  CSV {
    @Override
    void print(String[] names, List<Row> rows, PrintWriter out) {
      PrintWriter raw = TerminalWriter.raw(out);
      CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(raw);
      csv.writeRecord(Stream.of(names).map(SafeText::inCsv).toList());
      rows.forEach(row -> csv.writeRecord(csvTexts(row)));
      raw.flush();
    }
  },
  JSON {
    @Override
    void print(String[] names, List<Row> rows, PrintWriter out) {
      PrintWriter raw = TerminalWriter.raw(out);
      ObjectMapper json = new ObjectMapper();
      for (Row row : rows) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
          object.put(names[i], jsonValue(row.get(i)));
        }
        try {
          raw.println(Terminal.json(json.writeValueAsString(object)));
        } catch (JsonProcessingException e) {
          throw new IllegalStateException("Texts, numbers and lists can be written as JSON", e);
        }
      }
      raw.flush();
    }
  };

  // Rates are read in tables; the other formats keep every digit.
  private static final int TABLE_DECIMALS = 4;

  /**
   * Prints rows.
   *
   * @param names the columns' names
   */
  abstract void print(String[] names, List<Row> rows, PrintWriter out);

  /** Only texts are looked at: a number has its sign by right. */
  private static List<String> csvTexts(Row row) {
    List<String> texts = texts(row, false);
    for (int i = 0; i < row.size(); i++) {
      if (!(row.get(i) instanceof Number)) {
        texts.set(i, SafeText.inCsv(texts.get(i)));
      }
    }
    return texts;
  }

  private static List<String> texts(Row row, boolean rounded) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      texts.add(text(row.get(i), rounded));
    }
    return texts;
  }

  private static String text(Object value, boolean rounded) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number && rounded) {
      return BigDecimal.valueOf(number)
          .setScale(TABLE_DECIMALS, RoundingMode.HALF_UP)
          .toPlainString();
    }
    if (value instanceof Iterable<?> items) {
      return items.mkString("|");
    }
    return value.toString();
  }

  private static Object jsonValue(Object value) {
    if (value instanceof Iterable<?> items) {
      List<String> texts = new ArrayList<>();
      scala.collection.Iterator<?> iterator = items.iterator();
      while (iterator.hasNext()) {
        texts.add(String.valueOf(iterator.next()));
      }
      return texts;
    }
    return value instanceof Number || value instanceof Boolean || value == null
        ? value
        : value.toString();
  }

  /** Columns of a terminal that a text takes: Chinese characters take two. */
  private static int width(String text) {
    return text.codePoints().map(character -> character >= 0x2E80 ? 2 : 1).sum();
  }
}
