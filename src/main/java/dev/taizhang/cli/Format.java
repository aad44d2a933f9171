package dev.taizhang.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.collection.Iterable;

/** How rows are printed. */
enum Format {
  TABLE {
    @Override
    void print(String[] names, List<Row> rows, PrintWriter out) {
      List<List<String>> lines = new ArrayList<>(List.of(Arrays.asList(names)));
      rows.forEach(row -> lines.add(texts(row, true)));
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
      CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(out);
      csv.writeRecord(names);
      rows.forEach(row -> csv.writeRecord(texts(row, false)));
      out.flush();
    }
  },
  JSON {
    @Override
    void print(String[] names, List<Row> rows, PrintWriter out) {
      ObjectMapper json = new ObjectMapper();
      for (Row row : rows) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
          object.put(names[i], jsonValue(row.get(i)));
        }
        try {
          out.println(json.writeValueAsString(object));
        } catch (JsonProcessingException e) {
          throw new IllegalStateException("Texts, numbers and lists can be written as JSON", e);
        }
      }
      out.flush();
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
