package dev.taizhang.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.WarehouseBusy;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.support.SmallDisk;
import dev.taizhang.tables.Lock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {

  @TempDir Path folder;
  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeEach
  void open() {
    spark = SharedSpark.session();
    warehouse = Warehouse.openToWrite(spark, folder.toString(), List.of(Lock.TABLE), "check");
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
    WriterLock lock = WriterLock.take(spark, warehouse, "alive", Duration.ofMillis(1));
    Thread.sleep(3000);
    assertEquals("alive", holder());
    lock.close();
    long after = warehouse.version(Lock.TABLE);
    assertTrue(after > before + 2, "there were heartbeats: " + before + " to " + after);
    Thread.sleep(1000);
    assertEquals("", holder());
    assertEquals(after, warehouse.version(Lock.TABLE));
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
          Warehouse.openToWrite(spark, disk.folder().toString(), List.of(Lock.TABLE), "check");
      WriterLock lock = WriterLock.take(spark, small, "fills the disk");
      disk.fillBut(0);
      lock.close();
      assertEquals("", small.read(Lock.TABLE).head().getString(0));
    } finally {
      disk.unmount();
    }
  }

  @Test
  void lockOfADeadRunIsTakenOver() {
    heldBy("dead", Instant.now().minus(WriterLock.STALE_AFTER).minusSeconds(1));
    WriterLock lock = WriterLock.take(spark, warehouse, "alive");
    assertEquals("alive", holder());
    lock.close();
  }

  @Test
  void lockOfARunThatWasJustAliveIsNot() {
    heldBy("alive", Instant.now().minus(WriterLock.STALE_AFTER).plusSeconds(30));
    assertThrows(WarehouseBusy.class, () -> WriterLock.take(spark, warehouse, "second"));
    assertEquals("alive", holder());
  }

  @Timeout(60)
  @Test
  void runThatWasTakenToBeDeadWritesNoMore() throws InterruptedException {
    // Long enough for the other run to write before the first beat, also on a busy machine.
    WriterLock paused = WriterLock.take(spark, warehouse, "paused", Duration.ofSeconds(12));
    paused.requireHeld();
    heldBy("successor", Instant.now());
    WarehouseBusy refused = awaitRefusal(paused);
    assertTrue(refused.getMessage().contains("successor"), refused.getMessage());
    paused.close();
    assertEquals("successor", holder());
  }

  /** Waits for the heartbeat that sees the other run. */
  private static WarehouseBusy awaitRefusal(WriterLock lock) throws InterruptedException {
    while (true) {
      try {
        lock.requireHeld();
        Thread.sleep(100);
      } catch (WarehouseBusy refused) {
        return refused;
      }
    }
  }
}
