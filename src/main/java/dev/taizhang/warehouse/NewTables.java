package dev.taizhang.warehouse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.storage.LogStore;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Makes tables without rows. The first of its kind is made by a transaction of Delta's. For others,
 * which differ from it in columns, texts and conditions alone, what that transaction wrote is
 * written with theirs: for each table it works out anew what the table asks of readers and writers,
 * which for all tables of a warehouse takes longer than a small run's files.
 *
 * @see <a href="../../../../../docs/adr/0047-tables-like-the-first-of-their-kind.md">ADR 47</a>
 */
final class NewTables {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Kind, Optional<First>> FIRST = new ConcurrentHashMap<>();
  private static final Set<Path> MADE = ConcurrentHashMap.newKeySet();

  private final SparkSession spark;
  private final Configuration configuration;
  private final FileSystem fileSystem;
  private LogStore store;

  /**
   * In a warehouse.
   *
   * @param fileSystem where it lies
   */
  NewTables(SparkSession spark, FileSystem fileSystem) {
    this.spark = spark;
    this.configuration = spark.sparkContext().hadoopConfiguration();
    this.fileSystem = fileSystem;
  }

  /** What decides what a table asks of readers and writers; all columns are of plain types. */
  private record Kind(Map<String, String> features, boolean withRules) {

    static Kind of(Table table) {
      return new Kind(Map.copyOf(Ddl.features(table)), !table.rules().isEmpty());
    }
  }

  /**
   * What Delta wrote for the first table of a kind.
   *
   * @param commit the lines of the commit, each of one action
   * @param checksum what the checksum file says
   * @param added properties that nobody asked for
   */
  private record First(List<ObjectNode> commit, ObjectNode checksum, Map<String, String> added) {}

  /**
   * Makes a table.
   *
   * @param more properties beside those of its contract
   * @return whether it was made; not where another run did so at the same time
   */
  boolean make(Table table, Path location, Map<String, String> more) {
    Map<String, String> properties = new HashMap<>(Ddl.properties(table));
    properties.putAll(more);
    if (!MADE.add(location)) {
      // Delta goes through all tables that it knows of to forget one.
      DeltaLog.invalidateCache(spark, location);
    }
    boolean[] isFirst = new boolean[1];
    Optional<First> first =
        FIRST.computeIfAbsent(
            Kind.of(table),
            kind -> {
              isFirst[0] = true;
              return byDelta(table, location, properties);
            });
    if (isFirst[0]) {
      return true;
    }
    if (first.isEmpty()) {
      byDelta(table, location, properties);
      return true;
    }
    try {
      return write(first.get(), table, location, properties);
    } catch (IOException e) {
      throw new UncheckedIOException("The table " + table.name() + " cannot be made", e);
    }
  }

  /**
   * Makes a table by a transaction, and tells what that wrote; empty where it wrote it otherwise.
   */
  private Optional<First> byDelta(Table table, Path location, Map<String, String> properties) {
    TableLog.of(spark, location).create(table, properties);
    LogStore store = store();
    try {
      if (!fileSystem.exists(checksum(location))) {
        return Optional.empty();
      }
      List<ObjectNode> commit = new ArrayList<>();
      for (String line : CollectionConverters.asJava(store.read(commit(location), configuration))) {
        commit.add((ObjectNode) JSON.readTree(line));
      }
      String checksum =
          String.join(
              "", CollectionConverters.asJava(store.read(checksum(location), configuration)));
      Map<String, String> added = new HashMap<>();
      commit.stream()
          .filter(action -> action.has("metaData"))
          .flatMap(action -> action.path("metaData").path("configuration").properties().stream())
          .filter(property -> !properties.containsKey(property.getKey()))
          .forEach(property -> added.put(property.getKey(), property.getValue().asText()));
      return Optional.of(new First(commit, (ObjectNode) JSON.readTree(checksum), added));
    } catch (IOException e) {
      throw new UncheckedIOException("The log of " + table.name() + " cannot be read", e);
    }
  }

  private boolean write(First first, Table table, Path location, Map<String, String> asked)
      throws IOException {
    Map<String, String> properties = new HashMap<>(asked);
    properties.putAll(first.added());
    String transaction = UUID.randomUUID().toString();
    long now = System.currentTimeMillis();
    List<String> lines = new ArrayList<>();
    ObjectNode metadata = JSON.createObjectNode();
    for (ObjectNode action : first.commit()) {
      ObjectNode own = action.deepCopy();
      if (own.get("commitInfo") instanceof ObjectNode info) {
        info.put("timestamp", now).put("txnId", transaction);
        ((ObjectNode) info.get("operationParameters"))
            .put("description", table.grain())
            .put("properties", JSON.writeValueAsString(asked));
      } else if (own.get("metaData") instanceof ObjectNode described) {
        described
            .put("id", UUID.randomUUID().toString())
            .put("description", table.grain())
            .put("schemaString", table.structType().json())
            .put("createdTime", now);
        described.set("configuration", JSON.valueToTree(properties));
        metadata = described;
      }
      lines.add(JSON.writeValueAsString(own));
    }
    ObjectNode checksum = first.checksum().deepCopy();
    checksum.put("txnId", transaction);
    checksum.set("metadata", metadata);
    fileSystem.mkdirs(commit(location).getParent());
    try {
      write(commit(location), lines);
      write(checksum(location), List.of(JSON.writeValueAsString(checksum)));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Made once: each has settings of its own to read. */
  private synchronized LogStore store() {
    if (store == null) {
      store = LogStore.apply(spark);
    }
    return store;
  }

  private void write(Path file, List<String> lines) throws FileAlreadyExistsException {
    try {
      store().write(file, CollectionConverters.asScala(lines.iterator()), false, configuration);
    } catch (Exception e) {
      // Scala throws checked exceptions that it does not declare.
      if (e instanceof java.nio.file.FileAlreadyExistsException
          || e instanceof FileAlreadyExistsException) {
        throw new FileAlreadyExistsException(file.toString());
      }
      throw e;
    }
  }

  private static Path commit(Path table) {
    return new Path(new Path(table, "_delta_log"), "00000000000000000000.json");
  }

  private static Path checksum(Path table) {
    return new Path(new Path(table, "_delta_log"), "00000000000000000000.crc");
  }
}
