package dev.taizhang.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmark on four small files: every contender does the whole work, to the same figures. */
class BenchmarkTest {

  private static final int FILES = 4;
  private static final int ROWS = 50;

  @TempDir static Path folder;

  private static Course course;

  @BeforeAll
  static void writeCourse() throws IOException {
    SharedSpark.session();
    course = Course.prepare(folder.resolve("course"), FILES, ROWS, Course.Form.CSV);
  }

  private static Path output(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  @Test
  void courseOfTheSameSizeHasTheSameBytes() throws IOException {
    Course again = Course.prepare(folder.resolve("again"), FILES, ROWS, Course.Form.CSV);
    assertEquals(course.contents(), again.contents());
    for (int i = 0; i < FILES; i++) {
      assertEquals(-1, Files.mismatch(course.ledgers().get(i), again.ledgers().get(i)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "taizhang-rows",
        "taizhang-conform",
        "spark-csv",
        "fastcsv",
        "duckdb-table",
        "duckdb-scan"
      })
  void readersReadEveryRow(String name) throws IOException {
    Contender.Finish finish = Contenders.named(name).run(course, output(name));
    assertEquals(FILES * ROWS, finish.rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"taizhang-rows", "taizhang-conform", "fastexcel"})
  void readersOfWorkbooksReadTheSameRows(String name) throws IOException {
    Course workbooks = Course.prepare(folder.resolve("workbooks"), FILES, ROWS, Course.Form.XLSX);
    assertEquals(course.contents().characters(), workbooks.contents().characters());
    Contender.Finish finish = Contenders.named(name).run(workbooks, output(name + "-workbooks"));
    assertEquals(FILES * ROWS, finish.rows());
  }

  @Test
  void readerThatMissesAFileFails() throws IOException {
    Course larger = new Course(course.folder(), FILES + 1, ROWS, course.form(), course.contents());
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () -> Contenders.named("duckdb-table").run(larger, output("larger")));
    assertEquals("Not the whole course: 200 rows instead of 250.", failure.getMessage());
  }

  @Test
  void duckDbGivesTheFiguresOfTheProgram() throws IOException {
    Path ours = output("taizhang-run");
    Path theirs = output("duckdb-run");
    Cli.Result run =
        Cli.run(
            "run",
            "--landing",
            course.landing().toString(),
            "--warehouse",
            TaizhangRun.warehouse(ours).toString(),
            "--reference",
            course.reference().toString());
    assertEquals(
        "files 4, read 4; submissions accepted 4, rejected 0; rows read 200, quarantined 12",
        run.out().strip(),
        run.err());
    Contenders.named("duckdb-run").run(course, theirs);
    Comparison comparison =
        Comparison.of(SharedSpark.session(), TaizhangRun.warehouse(ours), theirs);
    assertEquals(0, comparison.differingRows(), comparison.toString());
    assertTrue(comparison.agrees(), comparison.toString());
    assertEquals(new Comparison.Pair(188, 188), comparison.entries());
  }

  @Test
  void partsOfARunAddUpToTheWhole() {
    List<StageTimes.Step> steps =
        StageTimes.steps(
            List.of(
                "1000000006000 files read: 4 files, 200 rows = 188 accepted + 12 quarantined"
                    + " + 0 forgotten, 3.0 s",
                "1000000006100 landing: 4 files to read, 4 with new content",
                "1000000008000 intake.quarantine: 12 rows, 1.0 s, version 1",
                "1000000010000 ledger.entries: 188 rows, 2.0 s, version 1",
                "1000000010300 intake.expectation_results: 9 rows, 0.3 s, version 1",
                "1000000010500 intake.major_names: 7 rows, 0.2 s, version 1",
                "1000000013000 ledger.history: 188 rows, 1.5 s, version 1",
                "1000000014000 marts.as_of: 4 rows, 2.0 s, version 1"),
            1_000_000_000_000L);
    assertEquals(
        List.of(),
        steps.stream()
            .map(StageTimes.Step::name)
            .filter(name -> !SeasonRecord.STEPS.contains(name))
            .toList());
    List<StageTimes.Part> parts = StageTimes.parts(steps, 15);
    assertEquals(
        15,
        parts.stream().filter(part -> !part.beside()).mapToDouble(StageTimes.Part::seconds).sum(),
        1e-9);
    assertEquals(
        List.of(3.0, 3.0, 1.0, 2.0, 0.3, 0.2, 1.0, 1.0, 2.5, 1.5, 2.0, 1.0),
        parts.stream().map(part -> Math.round(part.seconds() * 10) / 10.0).toList());
  }
}
