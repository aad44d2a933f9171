package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.flow.Pipeline;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.support.WarehouseRows;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in a process of its own that is killed at any moment is carried on by the next. */
class KilledRunTest {

  private static final FileTime SENT = FileTime.from(Instant.parse("2025-07-01T00:00:00Z"));

  @TempDir Path folder;

  @Test
  void fiveKillsLeaveTheTablesOfAnUndisturbedRun() throws Exception {
    killAndCompare(5, 1);
  }

  @Tag("thorough")
  @RepeatedTest(8)
  void fiveMoreKillsLeaveThemToo(RepetitionInfo round) throws Exception {
    killAndCompare(5, 99 + round.getCurrentRepetition());
  }

  private void killAndCompare(int kills, long seed) throws Exception {
    Path undisturbed = folder.resolve("undisturbed" + seed);
    Path killed = folder.resolve("killed" + seed);
    for (Path where : List.of(undisturbed, killed)) {
      ledger(where, "90001_20250601.csv", 20, "70");
      ledger(where, "90002_20250601.csv", 12, "70");
      run(where);
      ledger(where, "90001_20250608.csv", 20, "10");
      ledger(where, "90002_20250601_again.csv", 12, "80");
    }
    run(undisturbed);

    Random random = new Random(seed);
    int alive = 0;
    int refused = 0;
    for (int kill = 0; kill < kills; kill++) {
      Process process = start(killed);
      awaitWork(process, killed.resolve("log"));
      // From the first writes to the last, wherever this machine is by then.
      if (process.waitFor(4_000 * kill + random.nextInt(4_000), TimeUnit.MILLISECONDS)) {
        assertEquals(0, process.exitValue(), Files.readString(killed.resolve("log")));
      } else {
        alive++;
        if (isHeld(killed)) {
          refused++;
          assertEquals(6, result(killed).exitCode(), "a second run at the same time");
        }
        process.destroyForcibly().waitFor();
      }
      fiveMinutesPass(killed);
    }
    assertTrue(alive > 0, "every run ended before it was killed");
    assertTrue(refused > 0, "no run had begun to write when it was killed");
    run(killed);

    for (Table table : Pipeline.tables()) {
      if (!table.journal()) {
        assertEquals(
            WarehouseRows.of(undisturbed.resolve("warehouse"), table),
            WarehouseRows.of(killed.resolve("warehouse"), table),
            table.name());
      }
    }
  }

  private static Process start(Path where) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("bin", "spark.jvmargs").toAbsolutePath(),
                // As bin/taizhang starts short commands: these runs seldom live long.
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.taizhang.cli.Taizhang",
                "run",
                "--landing",
                where.resolve("landing").toString(),
                "--warehouse",
                where.resolve("warehouse").toString())
            .redirectErrorStream(true)
            .redirectOutput(where.resolve("log").toFile());
    command.environment().put("TAIZHANG_KEY", "development");
    return command.start();
  }

  /** Waits until a run has the lock and has looked at the files. */
  private static void awaitWork(Process process, Path log) throws Exception {
    while (process.isAlive() && !Files.readString(log).contains("landing: ")) {
      Thread.sleep(100);
    }
  }

  /** A lock that a killed run left is taken over when it has shown no life for long enough. */
  private static void fiveMinutesPass(Path where) throws IOException {
    Path lock = where.resolve("warehouse").resolve(Lock.TABLE.name().replace('.', '/'));
    SharedSpark.session()
        .createDataFrame(
            List.of(RowFactory.create("killed", Instant.now().minusSeconds(301))),
            Lock.TABLE.structType())
        .write()
        .format("delta")
        .mode("overwrite")
        .save(lock.toString());
    // What counts is when the storage says that the last commit was made.
    FileTime then = FileTime.from(Instant.now().minusSeconds(301));
    try (Stream<Path> log = Files.list(lock.resolve("_delta_log"))) {
      for (Path commit : log.filter(file -> file.toString().endsWith(".json")).toList()) {
        Files.setLastModifiedTime(commit, then);
      }
    }
  }

  private static void ledger(Path where, String name, int graduates, String outcome)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int graduate = 1; graduate <= graduates; graduate++) {
      lines.add(row(Integer.toString(graduate), 2025, "0", graduate % 3 == 0 ? outcome : "70"));
    }
    Path file = Ledgers.write(where.resolve("landing"), name, lines.toArray(String[]::new));
    Files.setLastModifiedTime(file, SENT);
  }

  private static boolean isHeld(Path where) {
    return WarehouseRows.of(where.resolve("warehouse"), Lock.TABLE).stream()
        .noneMatch(row -> row.startsWith("[,") || row.startsWith("[killed,"));
  }

  private static void run(Path where) {
    Cli.Result result = result(where);
    assertEquals(0, result.exitCode(), result.err());
  }

  private static Cli.Result result(Path where) {
    return Cli.run(
        "run",
        "--landing",
        where.resolve("landing").toString(),
        "--warehouse",
        where.resolve("warehouse").toString());
  }
}
