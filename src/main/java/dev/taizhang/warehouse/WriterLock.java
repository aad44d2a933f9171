package dev.taizhang.warehouse;

import dev.taizhang.errors.WarehouseBusy;
import dev.taizhang.tables.Lock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one run at a time write. The lock is the row of {@link Lock#TABLE}; two runs that take it at
 * once conflict in Delta's log, and one of them wins. Its heartbeat tells a run that works from one
 * that died. A run that was taken to be dead and is not writes no more: whether it still holds the
 * warehouse is asked in the log itself, before each commit.
 *
 * @see <a href="../../../../../docs/adr/0029-the-lock-is-asked.md">ADR 0029</a>
 */
public final class WriterLock implements AutoCloseable {

  /** Time without a heartbeat after which a run is taken to be dead. */
  public static final Duration STALE_AFTER = Duration.ofMinutes(5);

  private static final Logger LOGGER = LoggerFactory.getLogger(WriterLock.class);
  // Several beats fit into the time after which a run is taken to be dead.
  private static final Duration BEAT = Duration.ofMinutes(1);

  private final LockTable table;
  private final String holder;
  private final Clock clock;
  private final Reserve reserve;
  private final ScheduledExecutorService heart;
  private boolean released;

  /** The beats to come; null for a heart that does not beat by itself. */
  private ScheduledFuture<?> beating;

  /** What the commit that gives the warehouse free says. */
  private Stamp left = Stamp.of(LockTable.NOBODY);

  private WriterLock(LockTable table, Warehouse warehouse, String holder, Clock clock) {
    this.table = table;
    this.holder = holder;
    this.clock = clock;
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
   * @param holder identifies the run, as no other
   * @throws WarehouseBusy when another run holds it and is alive
   */
  public static WriterLock take(SparkSession spark, Warehouse warehouse, String holder) {
    WriterLock lock = take(spark, warehouse, holder, Clock.systemUTC());
    lock.beating =
        lock.heart.scheduleWithFixedDelay(
            lock::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    return lock;
  }

  /** Takes the warehouse, with no heart that beats by itself. */
  static WriterLock take(SparkSession spark, Warehouse warehouse, String holder, Clock clock) {
    LockTable table = new LockTable(spark, warehouse);
    LockTable.State seen = table.newest();
    if (!seen.isFree()) {
      Duration age = table.age();
      if (age.compareTo(STALE_AFTER) < 0) {
        throw busy(seen.holder(), "it was last alive %d seconds ago".formatted(age.toSeconds()));
      }
      LOGGER.warn("run {} died; taking over its lock", seen.holder());
    }
    WriterLock lock = new WriterLock(table, warehouse, holder, clock);
    lock.holdReserve(warehouse);
    if (!table.change(seen, holder, clock.instant(), Stamp.of(holder))) {
      throw busy(table.newest().holder(), "it started at the same moment");
    }
    return lock;
  }

  /**
   * Makes sure that this run may still write: one that stood still for long was taken to be dead,
   * and another may be at work.
   *
   * @throws WarehouseBusy when another run took the warehouse
   */
  public void requireHeld() {
    if (!table.isHeldBy(holder)) {
      throw lost();
    }
  }

  private WarehouseBusy lost() {
    String successor = table.newest().holder();
    return new WarehouseBusy(
        "This run, %s, showed no sign of life for 5 minutes or more, and %s; nothing more was written. What to do: start the same command again once no other run is active; what was written is complete, and the command continues from there."
            .formatted(
                holder,
                successor.equals(LockTable.NOBODY)
                    ? "another run took over the warehouse and has ended since"
                    : "another run, " + successor + ", took over the warehouse"));
  }

  private static WarehouseBusy busy(String holder, String alive) {
    return new WarehouseBusy(
        "Another run, "
            + holder
            + ", holds the warehouse; "
            + alive
            + ". Nothing was written. What to do: wait until it ends; if a run died, the"
            + " warehouse is free again 5 minutes after its last sign of life.");
  }

  private void holdReserve(Warehouse warehouse) {
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

  /** Shows a sign of life; one thread at a time, since two writes at once conflict. */
  synchronized void beat() {
    if (released) {
      return;
    }
    try {
      change(holder, Stamp.of(holder));
    } catch (RuntimeException e) {
      LOGGER.warn("the heartbeat could not be written: {}", e.getMessage());
    }
  }

  /** Changes the row from a state in which this run holds the warehouse; another's row stays. */
  private void change(String name, Stamp stamp) {
    boolean changed = false;
    while (!changed) {
      Optional<LockTable.State> held = table.newestOf(holder);
      if (held.isEmpty()) {
        LOGGER.warn("another run took over the warehouse");
        return;
      }
      changed = table.change(held.get(), name, clock.instant(), stamp);
    }
  }

  /** Gives the warehouse free, also when the disk is full, unless another run took it. */
  @Override
  public synchronized void close() {
    released = true;
    if (beating != null) {
      beating.cancel(false);
    }
    heart.shutdown();
    if (table.isHeldBy(holder)) {
      freeReserve();
      change(LockTable.NOBODY, left);
    }
  }

  private void freeReserve() {
    try {
      reserve.free();
    } catch (IOException e) {
      LOGGER.warn("the reserved disk space could not be freed: {}", e.getMessage());
    }
  }
}
