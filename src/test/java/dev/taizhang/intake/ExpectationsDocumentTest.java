package dev.taizhang.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.conform.RuleScope;
import dev.taizhang.reference.Expectation.Scope;
import dev.taizhang.reference.Expectation.Severity;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on rules names every column that an expression may look at. */
class ExpectationsDocumentTest {

  @Test
  void everyColumnOfRulesIsNamed() throws IOException {
    String page = Files.readString(Path.of("docs/expectations.md"));
    RuleScope scope = RuleScope.of(SharedSpark.session());
    Set<String> entries =
        Entries.TABLE.fields().stream().map(Field::name).collect(Collectors.toSet());
    Set<String> unnamed =
        Stream.of(
                scope.columns(Severity.QUARANTINE, Scope.ROW),
                scope.columns(Severity.FLAG, Scope.ROW))
            .flatMap(List::stream)
            .filter(column -> !column.startsWith("cell_") && !entries.contains(column))
            .filter(column -> !page.contains("`" + column + "`"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), unnamed);
    assertEquals(
        entries, Set.copyOf(scope.columns(Severity.FLAG, Scope.FILE)), "what files' rules see");
  }
}
