package dev.taizhang.warehouse;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * DiskSpace that is kept for the last write of a run, which gives the warehouse free: when the disk
 * filled up meanwhile, the next run would otherwise be refused until the lock is stale.
 */
final class Reserve {

  // The row, its commit and their checksums are some ten small files, and a checkpoint every ten
  // commits is as large as all of them.
  private static final int BYTES = 256 * 1024;

  private final FileSystem fileSystem;
  private final Path file;

  /**
   * A reserve that is not held yet.
   *
   * @param table the folder of the table that it is for; what begins with _ is no file of a table
   */
  Reserve(FileSystem fileSystem, Path table) {
    this.fileSystem = fileSystem;
    this.file = new Path(table, "_reserve");
  }

  /** Takes the room; one file for all runs, so that none is left by those that are killed. */
  void hold() throws IOException {
    // A file system that compresses would give zeros no room.
    byte[] anything = new byte[BYTES];
    new Random(0).nextBytes(anything);
    try (OutputStream stream = fileSystem.create(file, true)) {
      stream.write(anything);
    }
  }

  /** Gives the room back. */
  void free() throws IOException {
    fileSystem.delete(file, false);
  }
}
