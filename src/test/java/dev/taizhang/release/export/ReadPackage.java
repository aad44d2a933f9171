package dev.taizhang.release.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A data package as a program reads it that knows the specification alone: whatever the package
 * says of a cell has to hold of it.
 */
final class ReadPackage {

  private final JsonNode root;
  private final Map<String, byte[]> files;

  ReadPackage(Map<String, byte[]> files) {
    this.files = Map.copyOf(files);
    try {
      root = new ObjectMapper().readTree(files.get("datapackage.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode root() {
    return root;
  }

  List<JsonNode> resources() {
    return list(root.get("resources"));
  }

  /** The rows of a file, by column. */
  List<Map<String, String>> rows(String file) {
    String text = new String(files.get(file), StandardCharsets.UTF_8);
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What of the files is not as the package says. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (JsonNode resource : resources()) {
      String file = resource.get("path").asText();
      byte[] bytes = files.get(file);
      if (bytes == null) {
        problems.add(file + " is not there");
      } else {
        if (bytes.length != resource.get("bytes").asInt()
            || !resource.get("hash").asText().equals("sha256:" + sha256(bytes))) {
          problems.add(file + " has other bytes");
        }
        rows(resource, problems);
      }
    }
    return problems;
  }

  private void rows(JsonNode resource, List<String> problems) {
    String file = resource.get("path").asText();
    JsonNode schema = resource.get("schema");
    List<JsonNode> fields = list(schema.get("fields"));
    List<String> names = fields.stream().map(field -> field.get("name").asText()).toList();
    List<String> missing =
        list(schema.get("missingValues")).stream().map(JsonNode::asText).toList();
    Set<List<String>> keys = new HashSet<>();
    for (Map<String, String> row : rows(file)) {
      if (!List.copyOf(row.keySet()).equals(names)) {
        problems.add(file + " has other columns");
        return;
      }
      for (JsonNode field : fields) {
        String cell = row.get(field.get("name").asText());
        String problem = missing.contains(cell) ? lacking(field) : wrong(field, cell);
        if (!problem.isEmpty()) {
          problems.add("%s, %s: '%s' %s".formatted(file, field.get("name"), cell, problem));
        }
      }
      List<String> key =
          list(schema.get("primaryKey")).stream().map(name -> row.get(name.asText())).toList();
      if (key.stream().anyMatch(missing::contains) || !keys.add(key)) {
        problems.add(file + " has no key at " + key);
      }
    }
  }

  private static String lacking(JsonNode field) {
    return field.path("constraints").path("required").asBoolean() ? "is required" : "";
  }

  private static String wrong(JsonNode field, String cell) {
    JsonNode constraints = field.path("constraints");
    try {
      switch (field.get("type").asText()) {
        case "integer" -> Long.parseLong(cell);
        case "number" -> new BigDecimal(cell);
        case "date" -> LocalDate.parse(cell);
        case "boolean" -> {
          if (!List.of("true", "false").contains(cell)) {
            return "is no boolean";
          }
        }
        case "string" -> {
          // Any text is one.
        }
        default -> {
          return "is of an unknown type";
        }
      }
    } catch (RuntimeException e) {
      return "is not of the type";
    }
    if (constraints.has("enum")
        && list(constraints.get("enum")).stream().noneMatch(one -> one.asText().equals(cell))) {
      return "is not in the list";
    }
    boolean isLow =
        constraints.has("minimum")
            && new BigDecimal(cell).compareTo(constraints.get("minimum").decimalValue()) < 0;
    boolean isHigh =
        constraints.has("maximum")
            && new BigDecimal(cell).compareTo(constraints.get("maximum").decimalValue()) > 0;
    return isLow || isHigh ? "is out of bounds" : "";
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
