package dev.taizhang.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures a season of weekly runs: what the last one costs against an early one, and whether a run
 * costs what came in.
 *
 * @see <a href="../../../../../../docs/benchmarks.md">benchmarks.md</a>
 */
@Command(
    name = "season",
    description = {
      "Measures weekly runs into one warehouse: what does the last one cost against an early one,",
      "and does a run cost what came in? Carried on where it was left, by the same --work."
    },
    mixinStandardHelpOptions = true)
final class SeasonBenchmark implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "Folder for files, warehouse and measurements (default: ${DEFAULT-VALUE}).")
  private Path work = Path.of("target", "season");

  @Option(
      names = "--universities",
      description = "Universities that report (default: ${DEFAULT-VALUE}).")
  private int universities = 150;

  @Option(
      names = "--graduates",
      description = "Graduates of all universities (default: ${DEFAULT-VALUE}).")
  private int graduates = 600_000;

  @Option(names = "--weeks", description = "Weeks in all (default: ${DEFAULT-VALUE}).")
  private int weeks = 52;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = {
        "Take the first N weeks in by one run, for machines with little time: the same tables in",
        "fewer versions and files (default: ${DEFAULT-VALUE})."
      })
  private int atOnce = 1;

  @Option(
      names = "--repeat",
      description = {
        "Laps of each amount that comes in for the date after the last week;",
        "0 leaves them out (default: ${DEFAULT-VALUE})."
      })
  private int repeat = 3;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      description = "Greatest heap of the program's JVM, such as 8g (default: as the JVM chooses).")
  private String heap;

  @Option(names = "--out", paramLabel = "FILE", description = "Also write the report to a file.")
  private Path out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Season season = season();
    Machine machine = Machine.here();
    Path folder = work.toAbsolutePath();
    SeasonRuns runs =
        new SeasonRuns(
            new SeasonLanding(folder, season), folder.resolve("logs"), Optional.ofNullable(heap));
    Path warehouse = folder.resolve("warehouse");
    TaizhangProcess.prepare();
    List<WeeklyRun> measured =
        weeklyRuns(season, runs, warehouse, new SeasonRecord(folder.resolve("season.csv")));
    int lastWeek = measured.get(measured.size() - 1).week();
    Incoming incoming =
        new IncomingLaps(season, lastWeek, runs, folder.resolve("incoming"))
            .measure(warehouse, repeat, this::tell);
    SeasonReport report =
        new SeasonReport()
            .circumstances(machine, season, commandLine(), runs.heap())
            .weeks(measured)
            .growth(measured)
            .incoming(incoming, season);
    spec.commandLine().getOut().println(report);
    if (out != null) {
      Files.writeString(out, report + "\n");
    }
    return 0;
  }

  private Season season() {
    if (weeks < 1 || weeks >= Season.GREATEST_WEEK) {
      throw wrong("--weeks is 1 to %d.".formatted(Season.GREATEST_WEEK - 1));
    }
    if (atOnce < 1 || atOnce > weeks) {
      throw wrong("--at-once is 1 to --weeks.");
    }
    if (repeat < 0) {
      throw wrong("--repeat is 0 or more.");
    }
    try {
      return new Season(universities, graduates);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private CommandLine.ParameterException wrong(String what) {
    return new CommandLine.ParameterException(spec.commandLine(), what);
  }

  /** The runs that the record has, and those of the weeks that it lacks. */
  private List<WeeklyRun> weeklyRuns(
      Season season, SeasonRuns runs, Path warehouse, SeasonRecord record)
      throws IOException, InterruptedException {
    List<WeeklyRun> measured = new ArrayList<>(record.runs());
    measured.forEach(run -> requireOfSeason(run, season));
    int done = measured.isEmpty() ? 0 : measured.get(measured.size() - 1).week();
    if (done == 0) {
      clear(runs, warehouse);
    }
    while (done < weeks) {
      int next = done == 0 ? atOnce : done + 1;
      WeeklyRun run = weeklyRun(season, runs, warehouse, done, next);
      record.add(run);
      measured.add(run);
      tell("week %d: %.1f s%s".formatted(next, run.seconds(), run.whole() ? "" : ", carried on"));
      done = next;
    }
    return measured;
  }

  /** What a run that was killed in its first week has left is not worth carrying on. */
  private static void clear(SeasonRuns runs, Path warehouse) throws IOException {
    if (Files.exists(warehouse) && !Files.exists(runs.logs())) {
      throw new IllegalStateException(
          warehouse + " is not of a season. What to do: take another --work.");
    }
    Course.deleteFolder(warehouse);
    Course.deleteFolder(runs.logs());
  }

  private static void requireOfSeason(WeeklyRun run, Season season) {
    Intaken expected = season.intaken(0, season.universities(), run.weeks());
    if (run.files() != expected.filesRead() || run.rows() != expected.rows()) {
      throw new IllegalStateException(
          "The work folder has a season of another size: %d files of %d rows in week %d. What to do: take another --work."
              .formatted(run.files(), run.rows(), run.week()));
    }
  }

  /** Writes the files of the weeks after those that are done, and takes them in by one run. */
  private static WeeklyRun weeklyRun(
      Season season, SeasonRuns runs, Path warehouse, int done, int last)
      throws IOException, InterruptedException {
    for (int week = done + 1; week <= last; week++) {
      runs.landing().write(week, season.universities());
    }
    String name = "week-%02d".formatted(last);
    // A log without a line in the record: that run was killed, and had done some of the work.
    boolean whole = !Files.exists(runs.log(name));
    Intaken expected =
        season.intaken(done * season.universities(), season.universities(), last - done);
    SeasonRuns.Timed timed = runs.run(warehouse, name);
    if (whole) {
      expected.requireToldBy(timed.told());
    }
    return new WeeklyRun(
        last,
        season.snapshotDate(last),
        last - done,
        whole,
        timed.started(),
        expected.filesRead(),
        expected.rows(),
        timed.seconds(),
        Footprint.of(warehouse),
        timed.steps());
  }

  private String commandLine() {
    return "bin/bench "
        + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
  }

  private void tell(String line) {
    spec.commandLine().getErr().println("bench: " + line);
    spec.commandLine().getErr().flush();
  }
}
