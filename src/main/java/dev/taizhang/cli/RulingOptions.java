package dev.taizhang.cli;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.decisions.Ruling;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a person decides of, and why. */
final class RulingOptions {

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--submission",
      required = true,
      paramLabel = "ID",
      description = "The submission's id, at least its first eight digits, or its file name.")
  private String submission;

  @Option(
      names = "--graduation-year",
      paramLabel = "YEAR",
      description = "Only this cohort's slice of a ledger (default: the whole submission).")
  private Integer graduationYear;

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "The reason; it is recorded in intake.decisions.")
  private String why;

  /** The key where there is one: a decision does without. */
  private static Optional<PseudonymKey> key() {
    Map<String, String> environment = Environment.variables();
    boolean named =
        Stream.of("TAIZHANG_KEY", "TAIZHANG_KEY_FILE")
            .anyMatch(name -> !environment.getOrDefault(name, "").isEmpty());
    return named ? Optional.of(PseudonymKey.fromEnvironment(environment)) : Optional.empty();
  }

  /** Records the decision and tells of it. */
  int record(String kind, CommandLine command) {
    if (why.isBlank()) {
      throw new CommandLine.ParameterException(
          command, "--why is empty. What to do: give the reason for the decision.");
    }
    String id =
        Ruling.record(
            Spark.session(),
            warehouse.location(),
            new Ruling.Request(kind, submission, Optional.ofNullable(graduationYear), why.strip()),
            key());
    command
        .getOut()
        .printf(
            "%s %s%s; the next run applies it to the tables%n",
            kind, id, graduationYear == null ? "" : " for " + graduationYear);
    return 0;
  }
}
