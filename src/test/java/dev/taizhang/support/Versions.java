package dev.taizhang.support;

import dev.taizhang.flow.Pipeline;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The newest version of every table of a warehouse, read from the Delta logs. */
public final class Versions {

  private Versions() {}

  /** Version by table name. */
  public static Map<String, Long> of(Path warehouse) throws IOException {
    Map<String, Long> versions = new TreeMap<>();
    for (Table table : Pipeline.tables()) {
      Path log = warehouse.resolve(table.name().replace('.', '/')).resolve("_delta_log");
      try (Stream<Path> commits = Files.list(log)) {
        versions.put(
            table.name(),
            commits
                .map(file -> file.getFileName().toString())
                .filter(name -> name.matches("\\d{20}\\.json"))
                .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
                .max()
                .orElseThrow());
      }
    }
    return versions;
  }
}
