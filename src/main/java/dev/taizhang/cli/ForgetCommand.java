package dev.taizhang.cli;

import dev.taizhang.answers.ShownPaths;
import dev.taizhang.config.JobFile;
import dev.taizhang.config.PseudonymKey;
import dev.taizhang.erasure.Erasure;
import dev.taizhang.tables.Releases.Release;
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
      "Erases a person as the law requires: all their rows, states and counts, and all earlier",
      "versions of the tables. Later rows of the same person are left out. Reads whom to forget from",
      "standard input, one number per line: an ID number, or a university code and a student number."
    })
final class ForgetCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "The reference folder of your runs, so that figures are made the same way.")
  private String reference;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      description = {
        "The landing folder of your runs, so that files are listed under their real names even where",
        "the tables store a hash in place of a person's name."
      })
  private String landing;

  @Option(names = "--job", paramLabel = "FILE", description = "The job file of your runs.")
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
    err.println(
        "Who is to be forgotten? Enter one number per line: 身份证号, or 院校代码 学号. End with Ctrl-D.");
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
        Forgotten: no trace of them is left in the tables, and all earlier versions are gone.
        What is left to do: delete the files above, or remove the rows from them; runs leave such \
        rows out and say so. Check files that were rejected or not read yet, feedback workbooks, \
        backups, exports and copies of the tables yourself.""");
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
          place.hasAnother() ? " (also has another number, whose other rows stay)" : "");
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
          "This call continues one that was interrupted; the rows that it had already listed and removed are not listed again.");
    } else if (found.rows() == 0) {
      err.println(
          "No row has these numbers; later rows with them will be left out. What to do: check the numbers.");
    }
    if (found.places().stream().anyMatch(Erasure.Place::hasAnother)) {
      err.println(
          "Some rows also have another number, which may be somebody else's. What to do: look at these rows in the files; if the number is the same person's, forget it as well.");
    }
    if (!found.lockedDates().isEmpty()) {
      err.printf(
          "Locked figures are kept, as counts only: %s.%n",
          found.lockedDates().stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
    tellReleases(found.releases());
  }

  /** What was given out stays, and says so; what was not is made anew. */
  private void tellReleases(List<Release> releases) {
    PrintWriter err = spec.commandLine().getErr();
    List<Release> givenOut = releases.stream().filter(Release::wasGivenOut).toList();
    if (!givenOut.isEmpty()) {
      err.printf(
          """
          Approved releases count them as one of many; their figures stay as they are, and their \
          manifests say that people were forgotten since. What to do: nothing; files that were \
          given out hold counts alone.
          下列已批准的发布在汇总数中计入了此人；汇总数不变，发布说明中注明此后有人依法被删除。无需处理：对外提供的文件只有汇总数。
          """);
      givenOut.forEach(
          one ->
              err.printf(
                  "  %s (%s; approved at %s by %s)%n",
                  one.releaseId(), one.state(), one.approvedAt(), one.approvedBy()));
    }
    List<String> drafts =
        releases.stream().filter(Release::isDraft).map(Release::releaseId).toList();
    if (!drafts.isEmpty()) {
      err.printf(
          """
          Drafts count them as well: %s. What to do: do not approve these; make them again with \
          'taizhang release create'.
          下列草稿也计入了此人：%s。怎么办：不要批准，用 taizhang release create 重新生成。
          """,
          String.join(", ", drafts), String.join("、", drafts));
    }
  }
}
