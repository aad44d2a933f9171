package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taizhang.support.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every question of every notebook can be asked, and the sample ledgers, with one of help beside
 * them, have an answer to it.
 */
class NotebooksTest {

  @TempDir static Path folder;

  /** A cell with SQL, named by its notebook. */
  record Question(String notebook, String sql) {
    @Override
    public String toString() {
      return notebook + ": " + sql.lines().findFirst().orElse("");
    }
  }

  @BeforeAll
  static void runOnTheSamples(@TempDir Path landing) throws IOException {
    FileUtils.copyDirectory(Path.of("data/samples/landing").toFile(), landing.toFile());
    Path help = Files.createDirectories(landing.resolve("assistance"));
    Files.writeString(
        help.resolve("90003_20250622.csv"),
        """
        学号,届别,帮扶日期,帮扶措施,帮扶方式,帮扶单位,帮扶结果,未接受原因
        032100001,2025,20250601,岗位推荐,一对一,高校,未接受,地点不合适
        032100001,2025,20250602,职业技能培训,集中,高校,,
        """);
    Cli.Result run =
        Cli.run(
            "run",
            "--landing",
            landing.toString(),
            "--reference",
            "data/samples/reference",
            "--warehouse",
            folder.toString());
    assertEquals(0, run.exitCode(), run.err());
  }

  private static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  private static List<JsonNode> cells(Path notebook) throws IOException {
    List<JsonNode> cells = new ArrayList<>();
    new ObjectMapper()
        .readTree(notebook.toFile())
        .path("cells")
        .forEach(
            cell -> {
              if (cell.path("cell_type").asText().equals("code")) {
                cells.add(cell);
              }
            });
    return cells;
  }

  static List<Question> questions() throws IOException {
    List<Question> questions = new ArrayList<>();
    for (Path notebook : notebooks()) {
      for (JsonNode cell : cells(notebook)) {
        StringBuilder sql = new StringBuilder();
        cell.path("source").forEach(line -> sql.append(line.asText()));
        questions.add(new Question(notebook.getFileName().toString(), sql.toString()));
      }
    }
    return questions;
  }

  @ParameterizedTest
  @MethodSource("questions")
  void questionHasAnAnswer(Question question) {
    Cli.Result answer =
        Cli.run("query", "--warehouse", folder.toString(), "--format", "csv", question.sql());
    assertEquals(0, answer.exitCode(), answer.err());
    assertTrue(answer.out().lines().count() > 1, "no row: " + answer.out());
  }

  @Test
  void outputsAreCleared() throws IOException {
    assertFalse(notebooks().isEmpty());
    for (Path notebook : notebooks()) {
      for (JsonNode cell : cells(notebook)) {
        assertTrue(cell.path("outputs").isEmpty(), notebook + " has outputs");
        assertTrue(cell.path("execution_count").isNull(), notebook + " has been run");
      }
    }
  }
}
