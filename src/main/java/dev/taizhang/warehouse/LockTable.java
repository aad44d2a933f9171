package dev.taizhang.warehouse;

import dev.taizhang.tables.Lock;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Option;

/**
 * The row of {@link Lock#TABLE} as a register that is changed only by whoever has seen its newest
 * state: of two that change it at once one is refused, and so is one that changes what another has
 * changed since it looked.
 */
final class LockTable {

  /** Nobody's name. */
  static final String NOBODY = "";

  private final SparkSession spark;
  private final Warehouse warehouse;

  LockTable(SparkSession spark, Warehouse warehouse) {
    this.spark = spark;
    this.warehouse = warehouse;
  }

  /**
   * A state of the table.
   *
   * @param holder who holds the warehouse; {@link #NOBODY} for none
   */
  record State(Snapshot snapshot, String holder) {

    boolean isFree() {
      return holder.equals(NOBODY);
    }
  }

  /** The newest state. */
  State newest() {
    Snapshot snapshot = snapshot();
    return new State(snapshot, holder(snapshot));
  }

  /** The newest state where somebody holds the warehouse in it; told by its commit, mostly. */
  Optional<State> newestOf(String name) {
    Snapshot snapshot = snapshot();
    boolean stamped =
        warehouse
            .stampOf(Lock.TABLE, snapshot.version())
            .filter(Stamp.of(name)::equals)
            .isPresent();
    return stamped || holder(snapshot).equals(name)
        ? Optional.of(new State(snapshot, name))
        : Optional.empty();
  }

  /** Whether somebody holds the warehouse now; a look at the log as it lies on the disk. */
  boolean isHeldBy(String name) {
    return warehouse.newestStamp(Lock.TABLE).filter(Stamp.of(name)::equals).isPresent()
        || newestOf(name).isPresent();
  }

  private String holder(Snapshot snapshot) {
    return warehouse.records(Lock.RECORDS, snapshot).stream()
        .map(Lock.Holding::holder)
        .filter(name -> !name.equals(NOBODY))
        .findFirst()
        .orElse(NOBODY);
  }

  /**
   * Changes the row.
   *
   * @param seen the state that it is changed from
   * @param heartbeat when the holder was alive, by its own clock
   * @return false where somebody else changed it first
   */
  boolean change(State seen, String holder, Instant heartbeat, Stamp stamp) {
    try {
      TableLog.Change change = TableLog.of(spark, location()).changeFrom(seen.snapshot());
      change.files().forEach(change::remove);
      TableRows.of(Lock.RECORDS, List.of(new Lock.Holding(holder, heartbeat)))
          .write(warehouse.files(Lock.TABLE))
          .files()
          .forEach(change::add);
      change.commit(SaveMode.Overwrite, Optional.empty(), Commits.metadata(stamp));
      return true;
    } catch (Exception | FSError e) {
      // Spark throws checked exceptions that it does not declare.
      if (isConflict(e)) {
        return false;
      }
      throw warehouse.told(Lock.TABLE, e);
    }
  }

  private static boolean isConflict(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getClass().getSimpleName().startsWith("Concurrent")) {
        return true;
      }
    }
    return false;
  }

  /**
   * How long the table has not been changed, by the clock of the storage alone: it dates the last
   * commit and a file that is written now. What clock the machine of the holder has, and what clock
   * this one, does not matter.
   */
  Duration age() {
    FileSystem fileSystem = warehouse.fileSystem();
    Path probe = new Path(warehouse.location(Lock.TABLE), "_clock-" + UUID.randomUUID());
    try {
      Optional<Instant> changed = Commits.newestAt(fileSystem, warehouse.location(Lock.TABLE));
      try (OutputStream stream = fileSystem.create(probe, true)) {
        stream.write(0);
      }
      Instant now = Instant.ofEpochMilli(fileSystem.getFileStatus(probe).getModificationTime());
      fileSystem.delete(probe, false);
      return changed.map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
    } catch (IOException | FSError e) {
      throw warehouse.told(Lock.TABLE, e);
    }
  }

  private Snapshot snapshot() {
    return log().update(false, Option.empty(), Option.empty());
  }

  private DeltaLog log() {
    return DeltaLog.forTable(spark, location());
  }

  private Path location() {
    return warehouse.location(Lock.TABLE);
  }
}
