package dev.taizhang.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedDocsTest {

  /** Every document that is generated: one that is forgotten here could not become stale. */
  static java.util.Set<String> names() {
    return GeneratedDocs.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void committedDocumentIsWhatTheCodeGenerates(String name) throws IOException {
    String committed = Files.readString(Path.of("docs", name));
    assertEquals(
        GeneratedDocs.all().get(name),
        committed,
        "docs/" + name + " is stale: run 'bin/taizhang docs --out docs' and commit it");
  }

  @Test
  void everyStageComesAfterItsInputs() {
    java.util.Set<String> made = new java.util.HashSet<>();
    Pipeline.tables().stream()
        .filter(table -> Pipeline.STAGES.stream().noneMatch(stage -> stage.output().equals(table)))
        .forEach(table -> made.add(table.name()));
    made.add("landing.rows");
    made.add("landing.file_facts");
    for (Stage stage : Pipeline.STAGES) {
      stage
          .inputs()
          .forEach(
              input ->
                  assertTrue(
                      made.contains(input.name()),
                      stage.output().name() + " comes before " + input.name()));
      made.add(stage.output().name());
    }
  }
}
