package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code generate} as a user meets it. */
class GenerateTest {

  @TempDir Path folder;

  @Test
  void provinceIsWrittenAndToldOf() {
    Path out = folder.resolve("province");
    Cli.Result result =
        Cli.run("generate", "--out", out.toString(), "--universities", "3", "--graduates", "60");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        result
            .out()
            .matches(
                "files 12, rows 2\\d\\d, bytes \\d+; landing %s, reference %s, truth %s\\R"
                    .formatted(
                        out.resolve("landing"), out.resolve("reference"), out.resolve("truth"))),
        result.out());
    assertTrue(result.err().contains("generate: wrote 12 of about 12 files"), result.err());
    assertTrue(Files.isRegularFile(out.resolve("README.md")));
  }

  @Test
  void impossibleProvinceIsWrongUsage() {
    Cli.Result result =
        Cli.run("generate", "--out", folder.resolve("none").toString(), "--universities", "0");
    assertEquals(2, result.exitCode());
    assertEquals(
        "taizhang: This province cannot be invented: a province must have 1 to 800 universities,"
            + " not 0. What to do: correct the option; 'taizhang generate --help' lists the options.",
        result.err().strip());
    assertTrue(Files.notExists(folder.resolve("none")));
  }

  @Test
  void folderOfSomethingElseIsWrongUsage() throws Exception {
    Files.writeString(folder.resolve("letter.txt"), "mine");
    Cli.Result result = Cli.run("generate", "--out", folder.toString());
    assertEquals(2, result.exitCode());
    assertTrue(
        result.err().contains("holds something other than an earlier province"), result.err());
  }

  @Test
  void demonstrationOfNoUniversityIsWrongUsageToo() {
    Cli.Result result = Cli.run("demo", "--universities", "0");
    assertEquals(2, result.exitCode());
    assertTrue(
        result.err().contains("correct the option; 'taizhang demo --help' lists the options."),
        result.err());
  }
}
