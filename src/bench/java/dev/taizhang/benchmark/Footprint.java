package dev.taizhang.benchmark;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What a warehouse takes on the disk, with the data files of earlier versions of its tables.
 *
 * @param files number of files
 * @param bytes bytes of all files
 * @param logBytes of these, those of the tables' transaction logs
 */
record Footprint(long files, long bytes, long logBytes) {

  private static final Path LOG = Path.of("_delta_log");

  /** The footprint of a folder. */
  static Footprint of(Path folder) throws IOException {
    Counting counting = new Counting();
    Files.walkFileTree(folder, counting);
    return new Footprint(counting.files, counting.bytes, counting.logBytes);
  }

  private static final class Counting extends SimpleFileVisitor<Path> {
    private long files;
    private long bytes;
    private long logBytes;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      files++;
      bytes += attributes.size();
      for (Path name : file) {
        if (name.equals(LOG)) {
          logBytes += attributes.size();
        }
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
