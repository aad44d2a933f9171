package dev.taizhang.warehouse;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.WarehouseBusy;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.support.SmallDisk;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {

  private static final Field NUMBER = Field.required("number", IntegerType, "A number.");
  private static final Table PROBE =
      Table.named("ops.probe").grain("One row per number.").fields(NUMBER).key(NUMBER);

  /** What another process does while a task is at work. */
  private static final AtomicReference<Runnable> TAKEN_IN_BETWEEN = new AtomicReference<>();

  @TempDir Path folder;
  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeEach
  void open() {
    spark = SharedSpark.session();
    warehouse = Opening.toWrite(spark, folder.toString(), List.of(Lock.TABLE), "check");
  }

  private void heldBy(String holder, Instant heartbeat) {
    warehouse.replace(
        Lock.TABLE,
        spark.createDataFrame(
            List.of(RowFactory.create(holder, heartbeat)), Lock.TABLE.structType()),
        "test");
  }

  private String holder() {
    return warehouse.read(Lock.TABLE).head().getString(0);
  }

  @Test
  void secondRunIsRefusedUntilTheFirstEnds() {
    WriterLock first = WriterLock.take(spark, warehouse, "first");
    WarehouseBusy refused =
        assertThrows(WarehouseBusy.class, () -> WriterLock.take(spark, warehouse, "second"));
    assertEquals(6, refused.exitCode());
    assertTrue(refused.getMessage().contains("first"), refused.getMessage());
    first.close();
    WriterLock second = WriterLock.take(spark, warehouse, "second");
    assertEquals("second", holder());
    second.close();
    assertEquals("", holder());
  }

  @Test
  void heartbeatsAndTheEndDoNotGetInEachOthersWay() throws InterruptedException {
    long before = warehouse.version(Lock.TABLE);
    WriterLock lock = take("alive");
    lock.beat();
    lock.beat();
    assertEquals("alive", holder());
    assertEquals(before + 3, warehouse.version(Lock.TABLE));
    Thread heart = new Thread(lock::beat);
    heart.start();
    lock.close();
    heart.join();
    long after = warehouse.version(Lock.TABLE);
    lock.beat();
    assertEquals("", holder());
    assertEquals(after, warehouse.version(Lock.TABLE), "nothing beats after the end");
  }

  @Test
  void roomForTheLastWriteIsKeptWhileTheWarehouseIsHeld() {
    Path reserve = folder.resolve("ops/lock/_reserve");
    try (WriterLock lock = WriterLock.take(spark, warehouse, "alive")) {
      lock.requireHeld();
      assertTrue(Files.exists(reserve));
    }
    assertFalse(Files.exists(reserve));
  }

  @Test
  void warehouseIsGivenFreeAlsoWhenTheDiskIsFull() throws IOException, InterruptedException {
    SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 4);
    try {
      Warehouse small =
          Opening.toWrite(spark, disk.folder().toString(), List.of(Lock.TABLE), "check");
      WriterLock lock = WriterLock.take(spark, small, "fills the disk");
      disk.fillBut(0);
      lock.close();
      assertEquals("", small.read(Lock.TABLE).head().getString(0));
    } finally {
      disk.unmount();
    }
  }

  @Test
  void lockOfADeadRunIsTakenOver() throws IOException {
    heldBy("dead", Instant.now());
    passes(WriterLock.STALE_AFTER.plusSeconds(1));
    WriterLock lock = WriterLock.take(spark, warehouse, "alive");
    assertEquals("alive", holder());
    lock.close();
  }

  @Test
  void lockOfARunThatWasJustAliveIsNot() throws IOException {
    heldBy("alive", Instant.now());
    passes(WriterLock.STALE_AFTER.minusSeconds(30));
    assertThrows(WarehouseBusy.class, () -> WriterLock.take(spark, warehouse, "second"));
    assertEquals("alive", holder());
  }

  @Test
  void clockThatIsAheadTakesNoLockOfALiveRun() {
    WriterLock alive = take("alive");
    Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
    assertThrows(
        WarehouseBusy.class, () -> WriterLock.take(spark, warehouse, "of another host", ahead));
    assertEquals("alive", holder());
    alive.close();
  }

  @Test
  void lockOfALiveRunWhoseClockIsBehindIsNotTaken() {
    heldBy("alive", Instant.now().minus(Duration.ofMinutes(10)));
    assertThrows(WarehouseBusy.class, () -> WriterLock.take(spark, warehouse, "second"));
    assertEquals("alive", holder());
  }

  @Test
  void lockOfADeadRunWhoseClockWasAheadIsTakenOver() throws IOException {
    heldBy("dead", Instant.now().plus(Duration.ofMinutes(10)));
    passes(WriterLock.STALE_AFTER.plusSeconds(1));
    WriterLock.take(spark, warehouse, "alive").close();
    assertEquals("", holder());
  }

  @Test
  void runThatWasTakenToBeDeadWritesNoMore() {
    WriterLock paused = take("paused");
    Warehouse held = withProbe().heldBy(paused);
    held.append(PROBE, probe(), "before");
    long version = held.version(PROBE);

    heldBy("successor", Instant.now());

    for (Executable write :
        List.<Executable>of(
            () -> held.append(PROBE, probe(), "after"),
            () -> held.replace(PROBE, probe(), "after"),
            () -> held.replaceWhere(PROBE, probe(), "number > 0", "after"),
            () -> held.removeEarlierVersions(PROBE))) {
      WarehouseBusy refused = assertThrows(WarehouseBusy.class, write);
      assertTrue(refused.getMessage().contains("successor"), refused.getMessage());
    }
    assertEquals(version, held.version(PROBE));
    paused.close();
    assertEquals("successor", holder());
  }

  @Test
  void runThatLosesTheWarehouseWhileItsRowsAreMadeDoesNotCommitThem() {
    WriterLock paused = take("paused");
    Warehouse held = withProbe().heldBy(paused);
    long version = held.version(PROBE);
    TAKEN_IN_BETWEEN.set(() -> heldBy("successor", Instant.now()));

    Dataset<Row> slow =
        probe()
            .filter(
                (FilterFunction<Row>)
                    row -> {
                      // A task may not ask Spark for anything, as another process may.
                      CompletableFuture.runAsync(TAKEN_IN_BETWEEN.get()).join();
                      return true;
                    });
    WarehouseBusy refused =
        assertThrows(WarehouseBusy.class, () -> held.append(PROBE, slow, "too late"));

    assertTrue(refused.getMessage().contains("successor"), refused.getMessage());
    assertEquals(version, held.version(PROBE));
    paused.close();
  }

  @Test
  void lockOfTheSuccessorIsNeitherFreedNorBeatenForIt() throws IOException {
    WriterLock paused = take("paused");
    passes(WriterLock.STALE_AFTER.plusSeconds(1));
    WriterLock successor = take("successor");
    long version = warehouse.version(Lock.TABLE);

    paused.beat();
    paused.close();

    assertEquals("successor", holder());
    assertEquals(version, warehouse.version(Lock.TABLE));
    assertTrue(Files.exists(folder.resolve("ops/lock/_reserve")), "the successor's reserve");
    successor.requireHeld();
    successor.close();
    assertEquals("", holder());
  }

  @Test
  void runThatStoodStillAndLostNothingGoesOn() throws IOException {
    WriterLock paused = take("paused");
    passes(WriterLock.STALE_AFTER.multipliedBy(3));
    paused.requireHeld();
    paused.beat();
    assertThrows(WarehouseBusy.class, () -> take("second"));
    paused.close();
  }

  @Test
  void changeFromAStateThatIsNotTheNewestIsRefused() {
    LockTable table = new LockTable(spark, warehouse);
    LockTable.State seen = table.newest();
    assertTrue(table.change(seen, "first", Instant.now(), Stamp.of("first")));
    assertFalse(table.change(seen, "second", Instant.now(), Stamp.of("second")));
    assertEquals("first", holder());
    LockTable.State held = table.newest();
    assertTrue(table.change(held, "successor", Instant.now(), Stamp.of("successor")));
    assertFalse(table.change(held, "", Instant.now(), Stamp.of("")));
    assertEquals("successor", holder());
  }

  private WriterLock take(String holder) {
    return WriterLock.take(spark, warehouse, holder, Clock.systemUTC());
  }

  private Warehouse withProbe() {
    return Opening.toWrite(spark, folder.toString(), List.of(Lock.TABLE, PROBE), "check");
  }

  private Dataset<Row> probe() {
    return spark.createDataFrame(List.of(RowFactory.create(1)), PROBE.structType());
  }

  /** Time passes on the storage since the last sign of life. */
  private void passes(Duration time) throws IOException {
    try (Stream<Path> log = Files.list(folder.resolve("ops/lock/_delta_log"))) {
      for (Path file : log.filter(one -> one.toString().endsWith(".json")).toList()) {
        FileTime then = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.from(then.toInstant().minus(time)));
      }
    }
  }
}
