package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scheduled run takes its settings from a file, and a flag wins over it. */
class JobTest {

  @TempDir Path folder;
  private Path job;

  @BeforeEach
  void writeLedgerAndJob() throws IOException {
    Ledgers.write(
        folder.resolve("landing"), "90001_20250608.csv", HEADER, row("1", 2025, "0", "10"), "2");
    job =
        Files.writeString(
            folder.resolve("weekly.yaml"),
            "landing: landing\nwarehouse: warehouse\nas_of: [2025-06-08]\nstrict: true\n");
  }

  @Test
  void jobFileAloneIsEnoughAndAFlagWinsOverIt() {
    Cli.Result strict = Cli.run("run", "--job", job.toString());
    assertEquals(5, strict.exitCode(), strict.err());
    assertTrue(
        strict.out().contains("accepted 1, rejected 0; rows read 2, quarantined 1"), strict.out());
    assertTrue(Files.exists(folder.resolve("warehouse/marts/placement_rates")));
    Cli.Result other =
        Cli.run("run", "--job", job.toString(), "--landing", folder.resolve("nowhere").toString());
    assertEquals(3, other.exitCode(), other.err());
  }

  @Test
  void wrongJobFileIsExitCode2BeforeAnythingIsDone() throws IOException {
    Files.writeString(job, "landing: landing\nwarehouse: warehouse\nas_of: soon\nstrikt: true\n");
    Cli.Result result = Cli.run("run", "--job", job.toString());
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("has 2 problems; nothing was done"), result.err());
    assertTrue(Files.notExists(folder.resolve("warehouse")));
  }
}
