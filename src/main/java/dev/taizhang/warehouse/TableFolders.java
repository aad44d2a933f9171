package dev.taizhang.warehouse;

import dev.taizhang.tables.Table;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where tables lie. */
public final class TableFolders {

  private TableFolders() {}

  /** Whether a folder is the one of a table of a warehouse, whatever links and dots lead to it. */
  public static boolean isOneOf(Warehouse warehouse, List<Table> tables, String folder) {
    return realPath(warehouse, new Path(folder))
        .filter(
            real ->
                tables.stream()
                    .anyMatch(
                        table ->
                            realPath(warehouse, warehouse.location(table))
                                .filter(real::equals)
                                .isPresent()))
        .isPresent();
  }

  /** Where a folder lies in truth; empty where there is none. */
  private static Optional<String> realPath(Warehouse warehouse, Path folder) {
    try {
      FileSystem at = warehouse.fileSystem(folder);
      URI uri = at.resolvePath(folder).toUri().normalize();
      return Optional.of(
          "file".equals(uri.getScheme())
              ? java.nio.file.Path.of(uri.getPath()).toRealPath().toString()
              : uri.toString());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
