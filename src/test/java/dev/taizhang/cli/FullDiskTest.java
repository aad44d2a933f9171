package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.flow.Pipeline;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SmallDisk;
import dev.taizhang.support.WarehouseRows;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that fills the disk says so, harms nothing, and is carried on when there is room. */
class FullDiskTest {

  private static final FileTime SENT = FileTime.from(Instant.parse("2025-07-01T00:00:00Z"));
  private static final int MEGABYTES = 16;
  private static final int KILOBYTE = 1024;

  private static final Pattern TOLD =
      Pattern.compile(
          """
          taizhang: The disk is full, so (\\S+) could not be written\\. The warehouse is in \
          (\\S+), which has \\d+\\.\\d MB free; temporary files go to \\S+, which has \\d+\\.\\d MB \
          free\\. Nothing is lost: every table is complete, in its old or its new state\\.
          What to do: free space where it is short, and start the same command again; a run \
          continues where this one stopped\\.
          """);

  @TempDir static Path folder;
  private static Map<String, List<String>> afterOneWeek;
  private static Map<String, List<String>> afterTwoWeeks;
  private static long secondWeekTakes;

  private SmallDisk disk;

  @BeforeAll
  static void runUndisturbed() throws IOException {
    ledger(folder.resolve("one week"), "90001_20250601.csv", "70");
    ledger(folder.resolve("two weeks"), "90001_20250601.csv", "70");
    ledger(folder.resolve("two weeks"), "90001_20250608.csv", "10");
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    assertDone(run("one week", first));
    FileUtils.copyDirectory(first.toFile(), second.toFile());
    assertDone(run("two weeks", second));
    afterOneWeek = rows(first);
    afterTwoWeeks = rows(second);
    secondWeekTakes = SmallDisk.bytesTaken(second) - SmallDisk.bytesTaken(first);
  }

  @BeforeEach
  void makeDisk() throws Exception {
    disk = SmallDisk.mount(folder.resolve("disk"), MEGABYTES);
  }

  @AfterEach
  void unmount() throws Exception {
    if (disk != null) {
      disk.unmount();
    }
  }

  @Test
  void runWithoutRoomSaysWhatToDoAndLeavesTheTablesAsTheyWere() throws Exception {
    Path warehouse = withTheFirstWeek();
    disk.fillBut(8 * KILOBYTE);
    assertEquals("ops.lock", tableThatFound(run("two weeks", warehouse), warehouse));
    assertEquals(afterOneWeek, rows(warehouse));
    Cli.Result verified = Cli.run("verify", "--warehouse", warehouse.toString());
    assertEquals(0, verified.exitCode(), verified.out());
  }

  @Test
  void runThatFillsTheDiskAgainAndAgainEndsInTheTablesOfAnUndisturbedOne() throws Exception {
    Path warehouse = withTheFirstWeek();
    List<String> wanting = new ArrayList<>();
    // What is kept for the end of a run comes to what the tables take.
    long room = 300 * KILOBYTE;
    disk.fillBut(room);
    Cli.Result result = run("two weeks", warehouse);
    while (result.exitCode() != 0 && wanting.size() < 20) {
      wanting.add(tableThatFound(result, warehouse));
      assertEveryTableIsAsBeforeOrAsItIsToBe(warehouse);
      disk.fillBut(room + wanting.size() * secondWeekTakes / 6);
      result = run("two weeks", warehouse);
    }
    assertDone(result);
    assertTrue(new TreeSet<>(wanting).size() > 1, wanting::toString);
    assertEquals(afterTwoWeeks, rows(warehouse));
  }

  @Test
  void firstRunThatFindsNoRoomForItsTablesIsCarriedOn() throws Exception {
    Path warehouse = disk.folder().resolve("warehouse");
    disk.fillBut(64 * KILOBYTE);
    tableThatFound(run("one week", warehouse), warehouse);
    disk.makeRoom();
    assertDone(run("one week", warehouse));
    assertEquals(afterOneWeek, rows(warehouse));
  }

  private Path withTheFirstWeek() throws IOException {
    Path warehouse = disk.folder().resolve("warehouse");
    FileUtils.copyDirectory(folder.resolve("first").toFile(), warehouse.toFile());
    return warehouse;
  }

  /** The table that a run could not write, as its message tells. */
  private static String tableThatFound(Cli.Result noRoom, Path warehouse) {
    assertEquals(1, noRoom.exitCode(), noRoom.err());
    Matcher told = TOLD.matcher(noRoom.err().substring(noRoom.err().indexOf("taizhang: The ")));
    assertTrue(told.matches(), noRoom.err());
    assertEquals(warehouse.toString(), told.group(2));
    return told.group(1);
  }

  private static void assertEveryTableIsAsBeforeOrAsItIsToBe(Path warehouse) {
    rows(warehouse)
        .forEach(
            (table, found) ->
                assertTrue(
                    found.equals(afterOneWeek.get(table)) || found.equals(afterTwoWeeks.get(table)),
                    () -> table + " has " + found));
  }

  private static void ledger(Path landing, String name, String outcome) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int graduate = 1; graduate <= 20; graduate++) {
      lines.add(row(Integer.toString(graduate), 2025, "0", graduate % 3 == 0 ? outcome : "70"));
    }
    Path file = Ledgers.write(landing, name, lines.toArray(String[]::new));
    Files.setLastModifiedTime(file, SENT);
  }

  private static Cli.Result run(String landing, Path warehouse) {
    return Cli.run(
        "run",
        "--landing",
        folder.resolve(landing).toString(),
        "--warehouse",
        warehouse.toString());
  }

  private static void assertDone(Cli.Result result) {
    assertEquals(0, result.exitCode(), result.err());
  }

  /** The rows of every table that does not tell what happened when. */
  private static Map<String, List<String>> rows(Path warehouse) {
    Map<String, List<String>> rows = new TreeMap<>();
    for (Table table : Pipeline.tables()) {
      if (!table.journal()) {
        rows.put(table.name(), WarehouseRows.of(warehouse, table));
      }
    }
    return rows;
  }
}
