package dev.taizhang.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The data of a site as its page reads them: by the names of files that the page has. */
public final class SiteData {

  private static final Pattern EDITION = Pattern.compile("\"(e-[0-9a-f]{16})/data/edition\\.js\"");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final JsonNode edition;

  private SiteData(Path folder) throws IOException {
    this.folder = folder;
    this.edition = script(folder.resolve("data/edition.js"), "edition");
  }

  /** What the page of a site shows. */
  public static SiteData of(Path site) throws IOException {
    Matcher named = EDITION.matcher(Files.readString(site.resolve("index.html")));
    if (!named.find()) {
      throw new IllegalStateException("The page names no edition");
    }
    return new SiteData(site.resolve(named.group(1)));
  }

  /** The folder of the edition. */
  public Path folder() {
    return folder;
  }

  /** What every page needs. */
  public JsonNode edition() {
    return edition;
  }

  /** A table or a part of one. */
  public SiteTable table(String id, String part) throws IOException {
    for (JsonNode table : edition.get("tables")) {
      if (table.get("id").asText().equals(id) && table.get("part").asText().equals(part)) {
        SiteTable read =
            new SiteTable(
                script(folder.resolve(table.get("file").asText()), id + "/" + part),
                edition.get("words"));
        if (read.rows() != table.get("rows").asInt()
            || !read.columns().equals(columns(table.get("columns")))) {
          throw new IllegalStateException("The list of tables says something else of " + part);
        }
        return read;
      }
    }
    throw new IllegalArgumentException("The site has no " + id + "/" + part);
  }

  /** A list of columns, or where in the list of tables it stands. */
  private List<String> columns(JsonNode columns) {
    JsonNode list =
        columns.isInt() ? edition.get("tables").get(columns.asInt()).get("columns") : columns;
    List<String> names = new ArrayList<>();
    list.forEach(name -> names.add(name.asText()));
    return names;
  }

  private static JsonNode script(Path file, String name) throws IOException {
    String text = Files.readString(file);
    String before = "taizhangData(\"" + name + "\",";
    String after = ");\n";
    if (!text.startsWith(before) || !text.endsWith(after)) {
      throw new IllegalStateException(file + " does not hand over " + name);
    }
    return parsed(text.substring(before.length(), text.length() - after.length()));
  }

  private static JsonNode parsed(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }

  /** A table in its packed form. */
  public static final class SiteTable {

    private final JsonNode packed;
    private final JsonNode words;

    private SiteTable(JsonNode packed, JsonNode words) {
      this.packed = packed;
      this.words = words;
    }

    public int rows() {
      return packed.get("rows").asInt();
    }

    public List<String> columns() {
      List<String> names = new ArrayList<>();
      packed.get("columns").fieldNames().forEachRemaining(names::add);
      return names;
    }

    /** The values of a column: numbers, flags and texts as texts; null for none. */
    public List<String> values(String column) {
      JsonNode one = packed.get("columns").get(column);
      List<String> values = new ArrayList<>();
      if (one.has("constant")) {
        for (int row = 0; row < rows(); row++) {
          values.add(text(one.get("constant")));
        }
      } else if (one.has("values")) {
        values.addAll(expanded(one, "values"));
      } else {
        for (String at : positions(one)) {
          values.add(at == null ? null : code(one.get("codes").get(Integer.parseInt(at))));
        }
      }
      if (values.size() != rows()) {
        throw new IllegalStateException(column + " has " + values.size() + " values");
      }
      return values;
    }

    /** A text, or what stands for it by its number. */
    private String code(JsonNode code) {
      return text(code.isInt() ? words.get(code.asInt()) : code);
    }

    private List<String> positions(JsonNode column) {
      JsonNode at = column.get("at");
      return at.isTextual()
          ? positions(packed.get("columns").get(at.asText()))
          : expanded(column, "at");
    }

    private static List<String> expanded(JsonNode column, String name) {
      List<String> values = new ArrayList<>();
      for (int element = 0; element < column.get(name).size(); element++) {
        int times = column.path("repeat").path(Integer.toString(element)).asInt(1);
        for (int time = 0; time < times; time++) {
          values.add(text(column.get(name).get(element)));
        }
      }
      return values;
    }

    private static String text(JsonNode value) {
      return value.isNull() ? null : value.asText();
    }

    /** The symbol of a cell. */
    public Optional<String> symbol(String column, int row) {
      JsonNode marks = packed.get("marks").path(column);
      JsonNode own = marks.isTextual() ? packed.get("marks").get(marks.asText()) : marks;
      List<String> found = new ArrayList<>();
      own.fieldNames()
          .forEachRemaining(
              symbol -> {
                int marked = 0;
                for (String step : expanded(own.get(symbol), "steps")) {
                  marked += Integer.parseInt(step);
                  if (marked == row) {
                    found.add(symbol);
                  }
                }
              });
      return found.stream().findFirst();
    }

    /** The rows as texts, the given columns joined by commas. */
    public List<String> lines(String... columns) {
      List<List<String>> values = new ArrayList<>();
      for (String column : columns) {
        values.add(values(column));
      }
      List<String> lines = new ArrayList<>();
      for (int row = 0; row < rows(); row++) {
        int at = row;
        lines.add(
            String.join(",", values.stream().map(one -> String.valueOf(one.get(at))).toList()));
      }
      return lines;
    }
  }
}
