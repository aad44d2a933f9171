package dev.taizhang.flow;

import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Rule;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The documents that are generated from the contract and the flow. */
public final class GeneratedDocs {

  private GeneratedDocs() {}

  /** Writes all documents into a folder. */
  public static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> document : all().entrySet()) {
      Files.writeString(folder.resolve(document.getKey()), document.getValue());
    }
  }

  /** The text of each document by its file name. */
  static Map<String, String> all() {
    Map<String, String> documents = new LinkedHashMap<>();
    documents.put("contract.csv", contract());
    documents.put("data-dictionary.md", dictionary());
    documents.put("data-flow.md", flow());
    documents.put("rules.md", rules());
    return documents;
  }

  private static List<Table> tables() {
    return Stream.concat(
            Pipeline.tables().stream(), Pipeline.VIEWS.stream().map(Pipeline.View::table))
        .toList();
  }

  private static String contract() {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord(
        "table", "column", "type", "nullable", "key", "allowed_values", "comment", "since");
    for (Table table : tables()) {
      for (Field field : table.fields()) {
        csv.writeRecord(
            table.name(),
            field.name(),
            field.type().sql(),
            Boolean.toString(field.nullable()),
            Boolean.toString(table.key().contains(field)),
            String.join("|", field.allowed()),
            field.comment(),
            field.since());
      }
    }
    return text.toString();
  }

  private static String dictionary() {
    StringBuilder text =
        new StringBuilder(
            """
            # Data dictionary

            Generated from the contract by `bin/taizhang docs --out docs`; the build fails when it is stale.
            What the figures mean is in [definitions.md](definitions.md).
            """);
    for (Table table : tables()) {
      text.append("\n## ").append(table.name()).append("\n\n").append(table.grain());
      if (table.journal()) {
        text.append(" Journal: it records what happened when.");
      }
      if (table.storage().changeFeed()) {
        text.append(" Its change data feed shows which rows each run changed.");
      }
      text.append("\n\n| column | type | null | key | meaning |\n|---|---|---|---|---|\n");
      for (Field field : table.fields()) {
        text.append(
            "| `%s` | %s | %s | %s | %s%s |\n"
                .formatted(
                    field.name(),
                    field.type().sql().toLowerCase(Locale.ROOT),
                    field.nullable() ? "yes" : "",
                    table.key().contains(field) ? "key" : "",
                    field.comment(),
                    field.allowed().isEmpty()
                        ? ""
                        : " One of `" + String.join("`, `", field.allowed()) + "`."));
      }
      List<Rule> rules = table.ownRules();
      if (!rules.isEmpty()) {
        text.append("\nRules: ")
            .append(
                rules.stream()
                    .map(rule -> "%s: `%s`".formatted(rule.name(), rule.condition()))
                    .collect(joining("; ", "", ".\n")));
      }
    }
    return text.toString();
  }

  private static String rules() {
    StringBuilder text =
        new StringBuilder(
            """
            # Rules

            Generated from `data/reference/expectations.csv` by `bin/taizhang docs --out docs`; the build fails when it is stale. What severity and scope mean, and how to add a rule, is in [expectations.md](expectations.md).

            | rule | feeds | severity | scope | is broken where | message | source |
            |---|---|---|---|---|---|---|
            """);
    for (Expectation rule : ReferenceData.load(Optional.empty()).expectations()) {
      text.append(
          "| `%s` | %s | %s | %s | `%s` | %s %s | %s |\n"
              .formatted(
                  rule.id(),
                  String.join(", ", rule.feeds()),
                  rule.severity().id(),
                  rule.scope().id(),
                  rule.expression().replace("|", "\\|"),
                  rule.messageZh(),
                  rule.messageEn(),
                  rule.source()));
    }
    return text.toString();
  }

  private static String flow() {
    StringBuilder text =
        new StringBuilder(
            """
            # Data flow

            Generated from the list of stages by `bin/taizhang docs --out docs`; the build fails when it is stale.

            ```mermaid
            flowchart LR
            """);
    for (Stage stage : Pipeline.STAGES) {
      for (Table input : stage.inputs()) {
        text.append("  %s --> %s\n".formatted(input.name(), stage.output().name()));
      }
    }
    for (Pipeline.View view : Pipeline.VIEWS) {
      for (Table read : view.on()) {
        text.append("  %s -.-> %s\n".formatted(read.name(), view.table().name()));
      }
    }
    text.append("```\n\n| stage | makes | of | a run replaces |\n|---|---|---|---|\n");
    int number = 0;
    for (Stage stage : Pipeline.STAGES) {
      text.append(
          "| %d | %s | %s | %s |\n"
              .formatted(
                  ++number,
                  stage.output().name(),
                  stage.inputs().stream().map(Table::name).collect(joining(", ")),
                  stage.scope().replaced()));
    }
    return text.toString();
  }
}
