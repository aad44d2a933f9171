package dev.taizhang.release.export;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.taizhang.errors.InvalidUsage;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder of an export. It comes into being with all of its files in one move, and what is there
 * already is never written over or removed.
 */
final class ExportFolder {

  private final Path folder;
  private final Consumer<String> beforeFile;

  /**
   * A folder.
   *
   * @param beforeFile is told each file that is about to be written
   */
  ExportFolder(Path folder, Consumer<String> beforeFile) {
    this.folder = folder.toAbsolutePath().normalize();
    this.beforeFile = beforeFile;
  }

  /**
   * Writes the files.
   *
   * @return whether they were written; the same files are left as they are
   * @throws InvalidUsage when something else is there
   */
  boolean write(SortedMap<String, byte[]> files) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !isEmpty()) {
      requireSame(files);
      return false;
    }
    Path parent = Files.createDirectories(folder.getParent());
    Path unfinished = parent.resolve(".taizhang-" + UUID.randomUUID());
    Files.createDirectory(unfinished);
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        beforeFile.accept(file.getKey());
        Files.write(unfinished.resolve(file.getKey()), file.getValue());
      }
      Files.move(unfinished, folder, ATOMIC_MOVE);
    } catch (FileSystemException e) {
      remove(unfinished);
      throw e;
    }
    return true;
  }

  private boolean isEmpty() throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private void requireSame(SortedMap<String, byte[]> files) throws IOException {
    if (!Files.isDirectory(folder) || !isSame(files)) {
      throw new InvalidUsage(
          "There is something else at %s already. Nothing was written or removed. What to do: give --out a folder that is new or empty. %s 已有其他内容，未写入也未删除任何文件；请用 --out 指定新的或空的文件夹。"
              .formatted(folder, folder));
    }
  }

  private boolean isSame(SortedMap<String, byte[]> files) throws IOException {
    List<String> names;
    try (Stream<Path> entries = Files.list(folder)) {
      names = entries.map(entry -> entry.getFileName().toString()).toList();
    }
    if (!new TreeSet<>(names).equals(files.keySet())) {
      return false;
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.isRegularFile(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** What could not be finished is the program's own. */
  private static void remove(Path unfinished) throws IOException {
    try (Stream<Path> entries = Files.list(unfinished)) {
      for (Path entry : entries.toList()) {
        Files.delete(entry);
      }
    }
    Files.delete(unfinished);
  }
}
