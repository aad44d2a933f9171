package dev.taizhang.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.landing.ShownNames;
import dev.taizhang.reference.FileNameWords;
import dev.taizhang.support.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All nasty files in one run: each has its own ending, and none keeps the others from theirs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NastyFilesTest {

  private static final String ENDINGS =
      """
      SELECT s.file_name, s.status, coalesce(s.reason_code, ''), coalesce(s.accepted_count, 0),
        coalesce(array_join(array_sort(collect_list(concat(q.rule_id, '=', q.n))), ' '), '')
      FROM intake.submissions s LEFT JOIN (
        SELECT submission_id, rule_id, count(*) n FROM intake.quarantine GROUP BY 1, 2) q
      ON s.submission_id = q.submission_id
      GROUP BY s.submission_id, s.file_name, s.status, s.reason_code, s.accepted_count""";

  @TempDir private static Path folder;
  private List<NastyFile> files;
  private Cli.Result run;
  private final Map<String, String> endings = new TreeMap<>();

  @BeforeAll
  void takeAllOfThemIn() throws IOException {
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    files = new NastyFiles(scratch).all();
    Path landing = folder.resolve("landing");
    for (NastyFile file : files) {
      Path path = landing.resolve("ledger").resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.write(path, file.content());
      Files.setLastModifiedTime(
          path,
          FileTime.from(LocalDate.parse(file.modified()).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
    Files.writeString(landing.resolve("ledger/~$91000_20250608.xlsx"), "a lock");
    Files.writeString(landing.resolve("ledger/91000_20250608.csv.part"), "half a copy");
    String warehouse = folder.resolve("warehouse").toString();
    run = Cli.run("run", "--landing", landing.toString(), "--warehouse", warehouse);
    Cli.Result query = Cli.run("query", "--warehouse", warehouse, "--format", "csv", ENDINGS);
    query
        .out()
        .lines()
        .skip(1)
        .forEach(
            line -> {
              String[] cells = line.split(",", -1);
              endings.put(
                  cells[0],
                  cells[1].equals("rejected")
                      ? "rejected " + cells[2]
                      : ("accepted " + cells[3] + " " + cells[4]).strip());
            });
  }

  Stream<NastyFile> files() {
    return files.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void eachHasItsOwnEnding(NastyFile file) {
    // Tables have names without what may be somebody's name.
    String name =
        ShownNames.of(FileNameWords.load(Optional.empty(), List.of()), PseudonymKey.development())
            .name(file.path().substring(file.path().lastIndexOf('/') + 1));
    assertEquals(file.expected(), endings.get(name), () -> file.path() + run.err());
  }

  @Test
  void runGoesOnToItsEnd() {
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("files " + files.size() + ", read " + files.size()), run.out());
    assertTrue(files.size() >= 60);
  }
}
