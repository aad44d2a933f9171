package dev.taizhang.warehouse;

import dev.taizhang.errors.WarehouseBusy;
import dev.taizhang.tables.Lock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one run at a time write. The lock is the row of {@link Lock#TABLE}; two runs that take it at
 * once conflict in Delta's log, and one of them wins. Its heartbeat tells a run that works from one
 * that died.
 */
public final class WriterLock implements AutoCloseable {

  /** Age of a heartbeat from which its run is taken to be dead. */
  public static final Duration STALE_AFTER = Duration.ofMinutes(5);

  private static final Logger LOGGER = LoggerFactory.getLogger(WriterLock.class);
  // Several beats fit into the time after which a run is taken to be dead.
  private static final Duration BEAT = Duration.ofMinutes(1);
  private static final String NOBODY = "";

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final String holder;
  private final Reserve reserve;
  private final ScheduledExecutorService heart;
  private ScheduledFuture<?> beating;
  private boolean released;

  /** What the commit that gives the warehouse free says. */
  private Stamp left = Stamp.of(NOBODY);

  /** Who took the warehouse from this run, which was taken to be dead; null while it is held. */
  private volatile String successor;

  private WriterLock(SparkSession spark, Warehouse warehouse, String holder) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.holder = holder;
    this.reserve = new Reserve(warehouse.fileSystem(), warehouse.location(Lock.TABLE));
    this.heart =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "taizhang-heartbeat");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Takes the warehouse for a run.
   *
   * @param holder identifies the run
   * @throws WarehouseBusy when another run holds it and is alive
   */
  public static WriterLock take(SparkSession spark, Warehouse warehouse, String holder) {
    return take(spark, warehouse, holder, BEAT);
  }

  static WriterLock take(SparkSession spark, Warehouse warehouse, String holder, Duration beat) {
    long seen = warehouse.version(Lock.TABLE);
    Optional<Row> held = holder(warehouse);
    if (held.isPresent() && isAlive(held.get())) {
      throw busy(held.get().getString(0), held.get().getInstant(1));
    }
    held.ifPresent(row -> LOGGER.warn("run {} died; its lock is taken over", row.getString(0)));
    WriterLock lock = new WriterLock(spark, warehouse, holder);
    lock.holdReserve();
    try {
      lock.write(holder);
    } catch (IllegalStateException e) {
      throw isConflict(e) ? simultaneous() : e;
    }
    if (warehouse.version(Lock.TABLE) != seen + 1) {
      // Somebody wrote in between and holds it.
      lock.write(warehouse.read(Lock.TABLE, seen + 1).head().getString(0));
      throw simultaneous();
    }
    lock.beating =
        lock.heart.scheduleWithFixedDelay(
            lock::beat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
    return lock;
  }

  private static Optional<Row> holder(Warehouse warehouse) {
    return warehouse.read(Lock.TABLE).select(Lock.TABLE.columns()).collectAsList().stream()
        .filter(row -> !row.getString(0).equals(NOBODY))
        .findFirst();
  }

  private static WarehouseBusy simultaneous() {
    return busy("that began at the same moment", Instant.now());
  }

  /**
   * Makes sure that this run may still write: one that stood still for long was taken to be dead,
   * and another may be at work.
   *
   * @throws WarehouseBusy when another run took the warehouse
   */
  public void requireHeld() {
    if (successor != null) {
      throw busy(successor, Instant.now());
    }
  }

  private static boolean isAlive(Row row) {
    return row.getInstant(1).plus(STALE_AFTER).isAfter(Instant.now());
  }

  private static WarehouseBusy busy(String holder, Instant heartbeat) {
    return new WarehouseBusy(
        "Another run, "
            + holder
            + ", holds the warehouse; it was last alive at "
            + heartbeat
            + ". Nothing was written. What to do: wait until it ends; a run that died gives the"
            + " warehouse free 5 minutes after its last sign of life.");
  }

  private static boolean isConflict(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getClass().getSimpleName().startsWith("Concurrent")) {
        return true;
      }
    }
    return false;
  }

  private void holdReserve() {
    try {
      reserve.hold();
    } catch (IOException | FSError e) {
      throw warehouse.told(Lock.TABLE, e);
    }
  }

  /** Has the commit that gives the warehouse free say how the run leaves it. */
  public synchronized void leave(Stamp stamp) {
    left = stamp;
  }

  private void write(String name) {
    write(name, Stamp.of(name));
  }

  /** Writes the row; one thread at a time, since two writes at once conflict. */
  private synchronized void write(String name, Stamp stamp) {
    warehouse.replace(
        Lock.TABLE,
        spark
            .createDataFrame(
                List.of(RowFactory.create(name, Instant.now())), Lock.TABLE.structType())
            .coalesce(1),
        stamp);
  }

  private synchronized void beat() {
    if (released) {
      return;
    }
    try {
      successor =
          holder(warehouse)
              .map(row -> row.getString(0))
              .filter(name -> !name.equals(holder))
              .orElse(null);
      if (successor == null) {
        write(holder);
      }
    } catch (RuntimeException e) {
      LOGGER.warn("the heartbeat could not be written: {}", e.getMessage());
    }
  }

  /** Gives the warehouse free, also when the disk is full. */
  @Override
  public synchronized void close() {
    released = true;
    beating.cancel(false);
    heart.shutdown();
    if (successor == null) {
      freeReserve();
      write(NOBODY, left);
    }
  }

  private void freeReserve() {
    try {
      reserve.free();
    } catch (IOException e) {
      LOGGER.warn("the reserve could not be given back: {}", e.getMessage());
    }
  }
}
