package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.flow.Pipeline;
import dev.taizhang.support.Cli;
import dev.taizhang.support.StandaloneCluster;
import dev.taizhang.support.WarehouseRows;
import dev.taizhang.tables.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same command on a cluster makes the same tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterTest {

  // Also for what stands before the tests.
  @TempDir static Path folder;
  private StandaloneCluster cluster;

  @BeforeAll
  void start() throws Exception {
    cluster = StandaloneCluster.start(Files.createDirectories(folder.resolve("cluster")));
    assertEquals(
        0,
        Cli.run(
                "generate",
                "--out",
                folder.resolve("province").toString(),
                "--universities",
                "5",
                "--graduates",
                "600",
                "--weeks",
                "2",
                "--mess",
                "30",
                "--seed",
                "4")
            .exitCode());
    Cli.Result local = Cli.run(run("local").toArray(String[]::new));
    assertEquals(0, local.exitCode(), local.err());
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  private List<String> run(String warehouse, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--landing",
                folder.resolve("province").resolve("landing").toString(),
                "--reference",
                folder.resolve("province").resolve("reference").toString(),
                "--warehouse",
                folder.resolve(warehouse).toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  /** In a process of its own: the session of this one works on this machine. */
  private Process onCluster(String warehouse) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("bin", "spark.jvmargs").toAbsolutePath(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.taizhang.cli.Taizhang"));
    command.addAll(run(warehouse, "--master", cluster.master()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(warehouse + ".log").toFile());
    builder.environment().put("TAIZHANG_KEY", "development");
    return builder.start();
  }

  private void assertSameTables(String warehouse) throws Exception {
    for (Table table : Pipeline.tables()) {
      if (!table.journal()) {
        assertEquals(
            WarehouseRows.of(folder.resolve("local"), table),
            WarehouseRows.of(folder.resolve(warehouse), table),
            table.name());
      }
    }
  }

  private void assertEnds(Process process, String warehouse) throws Exception {
    assertEquals(0, process.waitFor(), () -> "the run on the cluster failed: " + log(warehouse));
  }

  private String log(String warehouse) {
    try {
      return Files.readString(folder.resolve(warehouse + ".log"));
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }

  @Test
  void tablesAreThoseOfALocalRun() throws Exception {
    assertEnds(onCluster("whole"), "whole");
    assertSameTables("whole");
  }

  @Test
  void executorThatDiesCostsTimeOnly() throws Exception {
    Process process = onCluster("bereft");
    int killed = 0;
    while (process.isAlive() && killed == 0) {
      // An executor that has work: files are being read.
      if (log("bereft").contains("landing: ")) {
        for (ProcessHandle executor : cluster.executors().stream().limit(1).toList()) {
          executor.destroyForcibly();
          killed++;
        }
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    assertEquals(1, killed, "no executor was there to be killed");
    assertEnds(process, "bereft");
    assertSameTables("bereft");
  }

  @Test
  void addressOfNoClusterIsTold() {
    Cli.Result result = Cli.run(run("none", "--master", "somewhere").toArray(String[]::new));
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("give --master as spark://host:port"), result.err());
  }
}
