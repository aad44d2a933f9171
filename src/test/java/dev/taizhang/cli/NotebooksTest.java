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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question of every notebook can be asked, and the sample ledgers have an answer to it. */
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
  static void runOnTheSamples() {
    Cli.Result run =
        Cli.run(
            "run",
            "--landing",
            "data/samples/landing",
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
