package dev.taizhang.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.History;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables made like the first of their kind, beside tables made by Delta's transactions. */
class NewTablesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> MORE = Map.of("taizhang.keyCheck", "check");

  private final SparkSession spark = SharedSpark.session();
  @TempDir Path folder;

  private org.apache.hadoop.fs.Path location(String way, Table table) {
    return new org.apache.hadoop.fs.Path(folder.resolve(way).resolve(table.name()).toString());
  }

  private Path log(String way, Table table) {
    return folder.resolve(way).resolve(table.name()).resolve("_delta_log");
  }

  private boolean make(Table table) {
    Warehouse warehouse = Warehouse.at(spark, folder.toString());
    return new NewTables(spark, warehouse.fileSystem()).make(table, location("alike", table), MORE);
  }

  private void makeByDelta(Table table) {
    Map<String, String> properties = new HashMap<>(Ddl.properties(table));
    properties.putAll(MORE);
    TableLog.of(spark, location("delta", table)).create(table, properties);
  }

  /** The actions of the first commit and the checksum file, without what differs for each table. */
  private List<Map<String, JsonNode>> written(String way, Table table) throws IOException {
    List<String> lines =
        new ArrayList<>(Files.readAllLines(log(way, table).resolve("00000000000000000000.json")));
    lines.addAll(Files.readAllLines(log(way, table).resolve("00000000000000000000.crc")));
    List<Map<String, JsonNode>> actions = new ArrayList<>();
    for (String line : lines) {
      Map<String, JsonNode> action = new TreeMap<>();
      JSON.readTree(line)
          .properties()
          .forEach(one -> action.put(one.getKey(), plain(one.getValue())));
      action.remove("txnId");
      actions.add(action);
    }
    return actions;
  }

  private static JsonNode plain(JsonNode value) {
    if (value instanceof ObjectNode object) {
      object.remove(List.of("id", "txnId", "timestamp", "createdTime"));
      if (object.path("operationParameters") instanceof ObjectNode parameters) {
        parameters.set("properties", parsed(parameters.path("properties").asText()));
      }
    }
    return value;
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void tablesAreAsDeltaMakesThem() throws IOException {
    Set<String> ids = new HashSet<>();
    for (Table table : Pipeline.tables()) {
      make(table);
      makeByDelta(table);
      assertEquals(written("delta", table), written("alike", table), table.name());
      ids.add(
          DeltaLog.forTable(spark, location("alike", table))
              .update(false, scala.Option.empty(), scala.Option.empty())
              .metadata()
              .id());
    }
    assertEquals(Pipeline.tables().size(), ids.size(), "each table has an id of its own");
  }

  @Test
  void kindsDifferInWhatTheyAskOfReadersAndWriters() throws IOException {
    Set<JsonNode> protocols = new HashSet<>();
    for (Table table : Pipeline.tables()) {
      make(table);
      written("alike", table).stream()
          .filter(action -> action.containsKey("protocol"))
          .forEach(action -> protocols.add(action.get("protocol")));
    }
    assertTrue(protocols.size() >= 3, protocols::toString);
  }

  @Test
  void deltaWritesToThemAndKeepsTheirConditions() {
    for (Table table : List.of(Decisions.TABLE, History.TABLE, PlacementRates.TABLE)) {
      make(table);
      String named = "delta.`%s`".formatted(location("alike", table));
      List<Row> history = spark.sql("DESCRIBE HISTORY " + named).collectAsList();
      assertEquals(1, history.size());
      assertEquals("CREATE TABLE", history.get(0).getAs("operation"));
      assertEquals(
          0, spark.read().format("delta").load(location("alike", table).toString()).count());
    }
    String decisions = "delta.`%s`".formatted(location("alike", Decisions.TABLE));
    spark.sql("ALTER TABLE %s ADD COLUMNS (more STRING)".formatted(decisions));
    assertTrue(List.of(spark.table(decisions).columns()).contains("more"));
    assertThrows(
        Exception.class,
        () -> spark.sql("INSERT INTO %s (decision_id) VALUES ('1')".formatted(decisions)));
  }

  @Test
  void tableThatAnotherRunHasMadeStaysAsItIs() throws IOException {
    assertTrue(make(Decisions.TABLE));
    byte[] before =
        Files.readAllBytes(log("alike", Decisions.TABLE).resolve("00000000000000000000.json"));
    assertFalse(make(Decisions.TABLE));
    assertEquals(
        new String(before, java.nio.charset.StandardCharsets.UTF_8),
        Files.readString(log("alike", Decisions.TABLE).resolve("00000000000000000000.json")));
  }

  @Test
  void tableIsMadeAnewWhereOneWasTakenAway() throws IOException {
    make(Decisions.TABLE);
    org.apache.hadoop.fs.Path place = location("alike", Decisions.TABLE);
    String before = id(place);
    org.apache.commons.io.FileUtils.deleteDirectory(folder.resolve("alike").toFile());
    make(Decisions.TABLE);
    assertNotEquals(before, id(place));
  }

  private String id(org.apache.hadoop.fs.Path place) {
    return DeltaLog.forTable(spark, place).unsafeVolatileSnapshot().metadata().id();
  }
}
