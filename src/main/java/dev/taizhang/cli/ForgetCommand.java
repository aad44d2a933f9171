package dev.taizhang.cli;

import dev.taizhang.answers.ShownPaths;
import dev.taizhang.config.JobFile;
import dev.taizhang.config.PseudonymKey;
import dev.taizhang.erasure.Erasure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes a person by law. */
@Command(
    name = "forget",
    description = {
      "Removes a person by law: every row, state and count of theirs, and all earlier versions of",
      "the tables. Rows that come again are left out. Reads who it is from standard input, one",
      "number on a line: an ID number, or a university's code and a student number of it."
    })
final class ForgetCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "The folder that runs are given, so that figures are made as they make them.")
  private String reference;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      description = {
        "The folder that runs are given, so that files are named as they are there, also where",
        "the tables have a hash for a name of somebody in a file's name."
      })
  private String landing;

  @Option(names = "--job", paramLabel = "FILE", description = "The job file that runs are given.")
  private Path jobFile;

  private Map<String, String> pathsInFolder = Map.of();

  @Override
  public Integer call() throws IOException {
    JobFile job = jobFile == null ? JobFile.NONE : JobFile.read(jobFile);
    PseudonymKey key = PseudonymKey.fromEnvironment(Environment.variables());
    new RunReportPrinter(spec.commandLine()).warnOf(key);
    Optional<String> additions = Optional.ofNullable(reference).or(job::reference);
    pathsInFolder =
        Optional.ofNullable(landing)
            .or(job::landing)
            .<Map<String, String>>map(
                folder -> ShownPaths.of(Spark.session(), folder, additions, key))
            .orElse(Map.of());
    PrintWriter err = spec.commandLine().getErr();
    err.println("Who is to be forgotten? One number on a line: 身份证号, or 院校代码 学号. End with Ctrl-D.");
    List<String> lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
            .lines()
            .toList();
    Erasure.forget(
        Spark.session(),
        new Erasure.Request(warehouse.location(), additions, job.thresholds(), job.expectations()),
        key,
        lines,
        this::tell);
    err.println(
        """
        Forgotten; the tables have no trace of them, and no earlier versions any more.
        What is left to do: delete the files above, or take the rows out of them; a run leaves such \
        rows out, and says so. Files that were rejected or not read yet, feedback workbooks, backups, \
        exports and copies of the tables are yours to look through.""");
    return 0;
  }

  private void tell(Erasure.Found found) {
    PrintWriter out = spec.commandLine().getOut();
    for (Erasure.Place place : found.places()) {
      out.printf(
          "%s%s row %d%s%n",
          Terminal.value(pathsInFolder.getOrDefault(place.path(), place.path())),
          place.sheetName().isEmpty() ? "" : " [sheet " + place.sheetName() + "]",
          place.rowNumber(),
          place.hasAnother() ? " (has another number, too, whose other rows stay)" : "");
    }
    out.printf(
        "rows %d, files %d%n",
        found.rows(), found.places().stream().map(Erasure.Place::path).distinct().count());
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    if (found.places().stream()
        .map(Erasure.Place::path)
        .anyMatch(path -> ShownPaths.isShortened(path) && !pathsInFolder.containsKey(path))) {
      err.println(ShownPaths.HINT);
    }
    if (found.goesOn()) {
      err.println(
          "A call that was interrupted is carried on; it has named the rows that it removed, which are not among these.");
    } else if (found.rows() == 0) {
      err.println(
          "No row has these numbers; rows that come with them are left out. What to do: check the numbers.");
    }
    if (found.places().stream().anyMatch(Erasure.Place::hasAnother)) {
      err.println(
          "Some rows have another number, too, which may be of somebody else. What to do: look at them in the files; where it is the person's, forget it as well.");
    }
    if (!found.lockedDates().isEmpty()) {
      err.printf(
          "Locked figures stay, as counts: %s.%n",
          found.lockedDates().stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
  }
}
