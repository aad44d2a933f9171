package dev.taizhang.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What the newest commits of a table say of themselves, among it the stamp of what the table was
 * made from, which each write leaves as user metadata. Read from the Delta log itself: a handful of
 * small files, where a query would be a Spark job per table.
 */
final class Commits {

  private static final String LOG = "_delta_log";
  private static final String KEY = "taizhangStamp";
  private static final String PARTS = "taizhangParts";
  // Between two commits of ours lie at most a few of maintenance, which carry no stamp.
  private static final int COMMITS_LOOKED_AT = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Commits() {}

  /** The user metadata that carries a stamp. */
  static String metadata(Stamp stamp) {
    ObjectNode metadata = JSON.createObjectNode().put(KEY, stamp.text());
    if (!stamp.parts().isEmpty()) {
      metadata.set(PARTS, JSON.valueToTree(stamp.parts()));
    }
    try {
      return JSON.writeValueAsString(metadata);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A text can always be written as JSON", e);
    }
  }

  /** The stamp of the newest commit that has one. */
  static Optional<Stamp> stamp(FileSystem fileSystem, Path table) throws IOException {
    return stamp(fileSystem, newest(fileSystem, table));
  }

  /** The stamp of the newest commit; empty where that one has none. */
  static Optional<Stamp> newestStamp(FileSystem fileSystem, Path table) throws IOException {
    return stamp(fileSystem, newest(fileSystem, table).stream().limit(1).toList());
  }

  /** The stamp of a commit; empty where that one has none. */
  static Optional<Stamp> stamp(FileSystem fileSystem, Path table, long version) throws IOException {
    return stamp(
        fileSystem, List.of(new Path(new Path(table, LOG), "%020d.json".formatted(version))));
  }

  /** How many commits a table has had. */
  static long count(FileSystem fileSystem, Path table) throws IOException {
    List<Path> newest = newest(fileSystem, table);
    return newest.isEmpty() ? 0 : Long.parseLong(newest.get(0).getName().replace(".json", "")) + 1;
  }

  /** The newest commit with what it says of itself, among it when it was made; empty for none. */
  static String newestCommit(FileSystem fileSystem, Path table) throws IOException {
    List<Path> newest = newest(fileSystem, table);
    return newest.isEmpty() ? "" : newest.get(0).getName() + " " + info(fileSystem, newest.get(0));
  }

  private static Optional<Stamp> stamp(FileSystem fileSystem, List<Path> commits)
      throws IOException {
    for (Path commit : commits) {
      JsonNode metadata = info(fileSystem, commit).path("userMetadata");
      if (metadata.isTextual()) {
        return stamp(JSON.readTree(metadata.asText()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Stamp> stamp(JsonNode metadata) {
    Map<String, String> parts = new TreeMap<>();
    metadata
        .path(PARTS)
        .properties()
        .forEach(part -> parts.put(part.getKey(), part.getValue().asText()));
    return Optional.ofNullable(metadata.path(KEY).textValue()).map(text -> new Stamp(text, parts));
  }

  /** When the newest commit was made, by the clock of the storage. */
  static Optional<Instant> newestAt(FileSystem fileSystem, Path table) throws IOException {
    List<Path> newest = newest(fileSystem, table);
    return newest.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Instant.ofEpochMilli(fileSystem.getFileStatus(newest.get(0)).getModificationTime()));
  }

  /** Whether a table has a commit; one that is being written has a hidden name. */
  static boolean areThere(FileSystem fileSystem, Path table) throws IOException {
    return Arrays.stream(log(fileSystem, table))
        .anyMatch(file -> file.isFile() && !file.getPath().getName().startsWith("."));
  }

  /** Takes away what is left of a log whose first commit was never made. */
  static void clear(FileSystem fileSystem, Path table) throws IOException {
    if (!areThere(fileSystem, table)) {
      fileSystem.delete(new Path(table, LOG), true);
    }
  }

  /** Rows that the newest commit wrote; 0 where it says nothing. */
  static long rowsWritten(FileSystem fileSystem, Path table) throws IOException {
    List<Path> commits = newest(fileSystem, table);
    return commits.isEmpty()
        ? 0
        : info(fileSystem, commits.get(0)).path("operationMetrics").path("numOutputRows").asLong();
  }

  private static List<Path> newest(FileSystem fileSystem, Path table) throws IOException {
    return Arrays.stream(log(fileSystem, table))
        .map(FileStatus::getPath)
        .filter(file -> file.getName().matches("\\d{20}\\.json"))
        .sorted(Comparator.comparing(Path::getName).reversed())
        .limit(COMMITS_LOOKED_AT)
        .toList();
  }

  private static FileStatus[] log(FileSystem fileSystem, Path table) throws IOException {
    try {
      return fileSystem.listStatus(new Path(table, LOG));
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  private static JsonNode info(FileSystem fileSystem, Path commit) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(fileSystem.open(commit), StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        if (line.startsWith("{\"commitInfo\"")) {
          return JSON.readTree(line).path("commitInfo");
        }
      }
    }
    return MissingNode.getInstance();
  }
}
