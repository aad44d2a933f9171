package dev.taizhang.warehouse;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.DeletionVectorDescriptor;

/**
 * The files in a table's folder that its present version does not name: those of earlier versions,
 * and those that a write left which was never committed. Delta's own vacuuming finds them with some
 * jobs for each table, a second however small it is; the log and one look into the folder tell the
 * same.
 */
final class EarlierVersions {

  /** Where Delta writes what a commit changed, for readers that follow; no version names it. */
  private static final String CHANGES = "_change_data";

  private final FileSystem fileSystem;
  private final Path table;

  EarlierVersions(FileSystem fileSystem, Path table) {
    this.fileSystem = fileSystem;
    this.table = table;
  }

  /**
   * Removes them.
   *
   * @param present the files of the table as it is now
   * @throws IllegalStateException when a file cannot be removed, or when one of the present version
   *     is not found in the folder, so that nothing tells which others are not needed
   */
  void remove(List<AddFile> present) throws IOException {
    Set<Path> named = new HashSet<>();
    for (AddFile file : present) {
      named.add(place(file.path()));
      DeletionVectorDescriptor vector = file.deletionVector();
      if (vector != null && vector.isOnDisk()) {
        named.add(fileSystem.makeQualified(vector.absolutePath(table)));
      }
    }
    Set<Path> found = files(table);
    if (!found.containsAll(named)) {
      throw new IllegalStateException(
          "Files of the present version are not in %s, so none was removed".formatted(table));
    }
    found.removeAll(named);
    for (Path file : found) {
      if (!fileSystem.delete(file, false) && fileSystem.exists(file)) {
        throw new IllegalStateException("%s cannot be removed".formatted(file));
      }
    }
  }

  /** The log writes paths as addresses, with their unusual characters escaped. */
  private Path place(String path) {
    try {
      return fileSystem.makeQualified(new Path(table, new Path(new URI(path))));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The log of %s names no file".formatted(table), e);
    }
  }

  private Set<Path> files(Path folder) throws IOException {
    Set<Path> files = new HashSet<>();
    List<Path> folders = new ArrayList<>(List.of(folder));
    while (!folders.isEmpty()) {
      for (FileStatus one : listed(folders.remove(folders.size() - 1))) {
        if (one.isDirectory()) {
          folders.add(one.getPath());
        } else {
          files.add(one.getPath());
        }
      }
    }
    return files;
  }

  /** What begins with these signs is no part of the rows: the log, and what is kept for a lock. */
  private List<FileStatus> listed(Path folder) throws IOException {
    return Arrays.stream(fileSystem.listStatus(folder))
        .filter(one -> isOfTheRows(one.getPath().getName()))
        .toList();
  }

  private static boolean isOfTheRows(String name) {
    return name.equals(CHANGES) || Stream.of("_", ".").noneMatch(name::startsWith);
  }
}
