package dev.taizhang.warehouse;

import dev.taizhang.errors.DiskFull;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** The room that the disks have on which the program writes. */
final class DiskSpace {

  // Less than a small table's files take, so that a write that failed most likely found no room.
  private static final long HARDLY_ANY_BYTES = 64 * 1024;
  private static final double BYTES_PER_MEGABYTE = 1e6;

  private final Path warehouse;
  private final File temporary;

  DiskSpace(SparkSession spark, Path warehouse) {
    this.warehouse = warehouse;
    this.temporary =
        new File(
            spark
                .sparkContext()
                .getConf()
                .get("spark.local.dir", System.getProperty("java.io.tmpdir"))
                .split(",", 2)[0]);
  }

  /**
   * Whether a write failed for want of room. A folder that cannot be made does not say why, so that
   * the disk itself is asked, too.
   */
  boolean wasWanting(Throwable failure) {
    return DiskFull.isCauseOf(failure)
        || (isOfFiles(failure)
            && local().filter(folder -> free(folder) < HARDLY_ANY_BYTES).isPresent());
  }

  private static boolean isOfFiles(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException || cause instanceof FSError) {
        return true;
      }
    }
    return false;
  }

  /** The failure as a person is told it. */
  DiskFull told(String what, Throwable failure) {
    return new DiskFull(
        """
        The disk is full, so %s could not be written. The warehouse is in %s%s; temporary files go \
        to %s, which has %s free. Nothing is lost: every table is complete, in its old or its new \
        state.
        What to do: free space where it is short, and start the same command again; a run \
        continues where this one stopped."""
            .formatted(
                what,
                local().map(File::toString).orElseGet(warehouse::toString),
                local().map(folder -> ", which has " + megabytes(folder) + " free").orElse(""),
                temporary,
                megabytes(temporary)),
        failure);
  }

  /** The warehouse's folder, where it is on a disk of this machine. */
  private Optional<File> local() {
    return "file".equals(warehouse.toUri().getScheme())
        ? Optional.of(new File(warehouse.toUri().getPath()))
        : Optional.empty();
  }

  private static String megabytes(File folder) {
    return "%.1f MB".formatted(free(folder) / BYTES_PER_MEGABYTE);
  }

  private static long free(File folder) {
    File present = folder;
    while (!present.exists() && present.getParentFile() != null) {
      present = present.getParentFile();
    }
    return present.getUsableSpace();
  }
}
