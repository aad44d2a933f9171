package dev.taizhang.release.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.release.record.Manifest;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.published.ColumnRule;
import dev.taizhang.tables.published.PublishedColumn;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

/** The files of a release say what its rows say, to whoever knows nothing of the program. */
class ExportFilesTest {

  private static final PublishedRows ROWS = InventedRows.all();

  private static Release release(boolean isDraft) {
    Instant approved = isDraft ? null : Instant.parse("2025-09-30T17:00:00Z");
    return new Release(
        InventedRows.RELEASE,
        isDraft ? Releases.DRAFT : Releases.APPROVED,
        LocalDate.of(2025, 8, 31),
        "official",
        "default",
        "suppress",
        Instant.parse("2025-09-02T01:02:03Z"),
        "analyst",
        approved,
        isDraft ? null : "director",
        isDraft ? null : "checked",
        null,
        null,
        null,
        "0.1",
        17,
        5,
        null,
        """
        {"submissions": [{"university_code": "90001"}, {"university_code": "90002"}],
         "checked": null}""");
  }

  private static SortedMap<String, byte[]> files(boolean isDraft) {
    Release release = release(isDraft);
    return ExportFiles.of(release, Manifest.read(release.manifest()), ROWS);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void everyCellIsWhatThePackageSaysOfIt() {
    ReadPackage read = new ReadPackage(files(false));
    assertEquals(List.of(), read.problems());
    assertEquals(2 * PublishedTables.ALL.size(), read.resources().size());
  }

  @Test
  void everyValueAndSymbolOfATableIsInItsFile() {
    ReadPackage read = new ReadPackage(files(false));
    for (PublishedTable table : PublishedTables.ALL) {
      List<Object[]> rows = ROWS.of(table);
      List<Map<String, String>> found = read.rows(table.name() + ".csv");
      assertEquals(rows.size(), found.size(), table.name());
      for (int i = 0; i < rows.size(); i++) {
        Map<String, Object> back = publishedRow(table, found.get(i));
        for (PublishedColumn column : table.columns()) {
          assertEquals(
              table.value(rows.get(i), column.name()),
              back.get(column.name()),
              table.name() + "." + column.name());
        }
      }
    }
  }

  /** A row of a published table as a line of its file tells it. */
  private static Map<String, Object> publishedRow(PublishedTable table, Map<String, String> line) {
    Map<String, Object> row = new HashMap<>();
    for (PublishedColumn column : table.columns()) {
      String name = column.name();
      if (column.rule().isFigure()) {
        String cell = line.get(name);
        String mark = line.getOrDefault(name + "_symbol", "");
        boolean isSymbol = List.of("c", "z", "low").contains(cell);
        row.put(
            name,
            isSymbol ? (cell.equals("low") ? value(column, "0") : null) : value(column, cell));
        row.put(name + "_symbol", isSymbol ? cell : mark.isEmpty() ? null : mark);
      } else if (column.rule() != ColumnRule.SYMBOL && line.containsKey(name)) {
        row.putIfAbsent(name, value(column, line.get(name)));
      }
    }
    place(table, line).forEach(row::put);
    return row;
  }

  /** What mart columns say of a place that the file says in one way. */
  private static Map<String, Object> place(PublishedTable table, Map<String, String> line) {
    Map<String, Object> place = new HashMap<>();
    String level = line.get("geographic_level");
    String kind =
        level.equals("All")
            ? "all"
            : level.equals("Institution") ? "university" : level.toLowerCase(Locale.ROOT);
    boolean isRegion = List.of("province", "prefecture").contains(kind);
    put(place, table, line, "university_code", "institution");
    put(place, table, line, "province_code", "province");
    if (table.column("region_level").isPresent()) {
      place.put("region_level", isRegion ? kind : "all");
      put(place, table, line, "region_code", isRegion ? kind : "");
    }
    if (table.column("place_level").isPresent()) {
      place.put("place_level", kind);
      put(place, table, line, "place_code", kind.equals("university") ? "institution" : kind);
    }
    return place;
  }

  private static void put(
      Map<String, Object> place,
      PublishedTable table,
      Map<String, String> line,
      String code,
      String columns) {
    if (table.column(code).isEmpty()) {
      return;
    }
    String found = line.getOrDefault(columns + "_code", "");
    place.put(code, found.isEmpty() ? "all" : found);
    for (String language : List.of("zh", "en")) {
      String name = line.getOrDefault(columns + "_name_" + language, "");
      String ofAll = language.equals("zh") ? "全部" : "All";
      place.put(
          PublishedTable.nameOf(code, language),
          found.isEmpty() ? ofAll : name.isEmpty() ? null : name);
    }
  }

  private static Object value(PublishedColumn column, String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    var type = column.field().type();
    if (type.equals(DataTypes.LongType)) {
      return Long.valueOf(cell);
    }
    if (type.equals(DataTypes.IntegerType)) {
      return Integer.valueOf(cell);
    }
    if (type.equals(DataTypes.DoubleType)) {
      return Double.valueOf(cell);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.valueOf(cell);
    }
    return type.equals(DataTypes.DateType) ? LocalDate.parse(cell) : cell;
  }

  @Test
  void timeIsTheAcademicYearOfACohortOrTheWeekOfAReport() {
    ReadPackage read = new ReadPackage(files(false));
    assertEquals(
        List.of("200708 Academic year", "200809 Academic year"),
        read.rows("campaign.csv").stream()
            .filter(row -> List.of("2008", "2009").contains(row.get("graduation_year")))
            .map(row -> row.get("time_period") + " " + row.get("time_identifier"))
            .sorted()
            .toList());
    assertEquals(
        "199900 Academic year",
        read.rows("campaign.csv").stream()
            .filter(row -> row.get("graduation_year").equals("2000"))
            .map(row -> row.get("time_period") + " " + row.get("time_identifier"))
            .findFirst()
            .orElseThrow());
    assertEquals(
        "2025 Week 35",
        read.rows("reporting.csv").stream()
            .filter(row -> row.get("week_ending").equals("2025-08-31"))
            .map(row -> row.get("time_period") + " " + row.get("time_identifier"))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void metadataHasALineForEachFilterAndIndicator() {
    ReadPackage read = new ReadPackage(files(false));
    List<Map<String, String>> lines = read.rows("placement_rates.meta.csv");
    assertEquals(
        List.of(
            "col_name",
            "col_type",
            "label",
            "indicator_grouping",
            "indicator_unit",
            "indicator_dp",
            "filter_hint",
            "filter_grouping_column"),
        List.copyOf(lines.get(0).keySet()).subList(0, 8));
    Map<String, String> rate = line(lines, "placement_rate");
    assertEquals("Indicator", rate.get("col_type"));
    assertEquals("Placement rate", rate.get("label"));
    assertEquals("毕业去向落实率", rate.get("label_zh"));
    assertEquals("4", rate.get("indicator_dp"));
    assertEquals("c|z|u", rate.get("symbols"));
    assertEquals("Filter", line(lines, "hardship_group").get("col_type"));
    assertEquals("major_level", line(lines, "major_code").get("filter_grouping_column"));
    assertTrue(
        lines.stream()
            .noneMatch(one -> one.get("col_name").matches("time_.*|.*_name_..|major_level")));
    assertEquals("人", line(read.rows("hardship_gaps.meta.csv"), "graduates").get("unit_zh"));
    assertTrue(
        line(read.rows("hardship_gaps.meta.csv"), "graduates")
            .get("definition_zh")
            .endsWith("；全部合计，取整到十人。"));
  }

  private static Map<String, String> line(List<Map<String, String>> lines, String column) {
    return lines.stream()
        .filter(one -> one.get("col_name").equals(column))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everythingOfADraftSaysSo() {
    SortedMap<String, byte[]> files = files(true);
    assertEquals(
        List.of("datapackage.json"),
        files.keySet().stream().filter(name -> !name.startsWith("draft-")).toList());
    JsonNode root = new ReadPackage(files).root();
    assertEquals("draft-taizhang-" + InventedRows.RELEASE, root.get("name").asText());
    assertTrue(root.get("title").asText().contains("草稿"), root.get("title").asText());
    assertTrue(root.get("title").asText().contains("DRAFT"), root.get("title").asText());
    assertEquals("draft", root.get("taizhang").get("state").asText());
    String readme = text(files.get("draft-README.md"));
    assertTrue(readme.startsWith("# 草稿："), readme);
    assertTrue(readme.contains("\n# DRAFT: "), readme);
    assertTrue(readme.contains("not to be given out"), readme);
    assertEquals(List.of(), new ReadPackage(files).problems());
  }

  @Test
  void readmeSaysWhatEachFileHoldsAndWhatSymbolsMean() {
    String readme = text(files(false).get("README.md"));
    for (PublishedTable table : PublishedTables.ALL) {
      assertTrue(readme.contains("| `%s.csv` | ".formatted(table.name())), table.name());
    }
    for (String expected :
        List.of(
            "2025-10-01 由 director 批准发布。",
            "Approved on 2025-10-01 by director.",
            "| `c` | 不予公布 | 人数太少，或与其他数字对照可推知个人情况 |",
            "| `c` | withheld | so few people, alone or beside other figures, that something could be learned of single ones |",
            "使用许可由发布单位决定",
            "The licence is for the publishing office to decide",
            "Withheld figures have not been attacked yet.")) {
      assertTrue(readme.contains(expected), expected);
    }
    assertFalse(readme.matches("(?s).*\\{[a-z_]+}.*"), readme);
  }

  @Test
  void sameReleaseGivesTheSameBytes() {
    SortedMap<String, byte[]> once = files(false);
    SortedMap<String, byte[]> again = files(false);
    assertEquals(once.keySet(), again.keySet());
    once.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
  }

  @Test
  void linesEndAsRfc4180SaysAndNothingStandsBeforeTheHeader() {
    files(false)
        .forEach(
            (name, bytes) -> {
              if (name.endsWith(".csv")) {
                assertTrue(text(bytes).endsWith("\r\n"), name);
                assertTrue(text(bytes).matches("(?s)[a-z_]+,.*"), name);
              }
            });
  }
}
