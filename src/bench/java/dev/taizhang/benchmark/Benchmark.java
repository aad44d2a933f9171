package dev.taizhang.benchmark;

import dev.taizhang.benchmark.disclosure.DisclosureBenchmark;
import dev.taizhang.tables.Entries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures the program beside other ways to do the same, all in one sitting on the same files.
 *
 * @see <a href="../../../../../../docs/benchmarks.md">benchmarks.md</a>
 */
@Command(
    name = "bench",
    description = "Measures taizhang beside other ways to do the same, on the same files.",
    subcommands = {SeasonBenchmark.class, AttackBenchmark.class, DisclosureBenchmark.class},
    mixinStandardHelpOptions = true)
public final class Benchmark implements Callable<Integer> {

  private static final int DIFFERENT_FIGURES = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "Folder for files and output (default: ${DEFAULT-VALUE}).")
  private Path work = Path.of("target", "bench");

  @Option(names = "--files", description = "Number of ledgers (default: ${DEFAULT-VALUE}).")
  private int files = 500;

  @Option(names = "--rows", description = "Rows of each ledger (default: ${DEFAULT-VALUE}).")
  private int rows = 4000;

  @Option(
      names = "--form",
      description = "Form of the ledgers: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Course.Form form = Course.Form.CSV;

  @Option(names = "--repeat", description = "Laps of each contender (default: ${DEFAULT-VALUE}).")
  private int repeat = 3;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Only these contenders, separated by commas.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      description = "Greatest heap of each JVM, such as 8g (default: as the JVM chooses).")
  private String heap;

  @Option(names = "--out", paramLabel = "FILE", description = "Also write the report to a file.")
  private Path out;

  /** Starts the benchmark. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Benchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (repeat < 1) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--repeat is at least 1.");
    }
    List<Contender> contenders = chosen();
    Machine machine = Machine.here();
    tell("files: %d of %d rows".formatted(files, rows));
    Path folder = work.toAbsolutePath();
    Course course = Course.prepare(folder.resolve("course"), files, rows, form);
    for (Contender contender : contenders) {
      contender.prepare();
    }
    course.warmFileCache();
    Stopwatch stopwatch = new Stopwatch(course, folder.resolve("laps"), Optional.ofNullable(heap));
    List<Measurement> measurements = measure(stopwatch, contenders);
    Report report = new Report().circumstances(machine, course, commandLine(), stopwatch);
    for (Contender.Discipline discipline : Contender.Discipline.values()) {
      report.laps(discipline, measurements);
    }
    boolean agrees = addFindings(report, stopwatch, measurements);
    spec.commandLine().getOut().println(report);
    if (out != null) {
      Files.writeString(out, report + "\n");
    }
    return agrees ? 0 : DIFFERENT_FIGURES;
  }

  private List<Contender> chosen() {
    try {
      List<Contender> named = only.stream().map(Contenders::named).toList();
      return Contenders.ALL.stream()
          .filter(one -> named.isEmpty() ? one.reads(form) : named.contains(one))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** Lap after lap, each round through all contenders, every second one backwards. */
  private List<Measurement> measure(Stopwatch stopwatch, List<Contender> contenders)
      throws IOException, InterruptedException {
    List<Measurement> measurements = new ArrayList<>();
    for (int round = 1; round <= repeat; round++) {
      List<Contender> order = new ArrayList<>(contenders);
      if (round % 2 == 0) {
        Collections.reverse(order);
      }
      for (Contender contender : order) {
        Measurement measurement = stopwatch.measure(contender, round);
        measurements.add(measurement);
        tell(
            "round %d, %s: process %.1f s, work %.1f s"
                .formatted(
                    round,
                    contender.name(),
                    measurement.processSeconds(),
                    measurement.workSeconds()));
        if (round > 1) {
          // What the first lap wrote is looked into; the others wrote the same.
          Course.deleteFolder(Stopwatch.output(stopwatch.lap(contender, round)));
        }
      }
    }
    return measurements;
  }

  /** What the first laps of the whole runs left; whether their figures are the same. */
  private static boolean addFindings(
      Report report, Stopwatch stopwatch, List<Measurement> measurements) throws IOException {
    Contender run = Contenders.of(Contender.Discipline.WHOLE_RUN).get(0);
    Optional<Measurement> ours = first(run, measurements);
    if (ours.isEmpty()) {
      return true;
    }
    Path lap = stopwatch.lap(run, 1);
    Path warehouse = TaizhangRun.warehouse(Stopwatch.output(lap));
    SparkSession spark = Landing.session();
    boolean agrees = true;
    Contender other = new DuckDbRun();
    if (first(other, measurements).isPresent()) {
      Comparison comparison =
          Comparison.of(spark, warehouse, Stopwatch.output(stopwatch.lap(other, 1)));
      report.comparison(comparison);
      agrees = comparison.agrees();
    }
    List<StageTimes.Step> steps =
        StageTimes.steps(
            Files.readAllLines(Stopwatch.log(lap)), ours.get().started().toEpochMilli());
    double whole = ours.get().processSeconds();
    report.stages(StageTimes.parts(steps, whole), whole);
    List<TableSize> sizes = TableSize.of(spark, warehouse);
    long graduates =
        sizes.stream()
            .filter(size -> size.name().equals(Entries.TABLE.name()))
            .mapToLong(TableSize::rows)
            .findFirst()
            .orElseThrow();
    report.sizes(sizes, graduates);
    return agrees;
  }

  private static Optional<Measurement> first(Contender contender, List<Measurement> measurements) {
    return measurements.stream()
        .filter(measurement -> measurement.contender().equals(contender.name()))
        .findFirst();
  }

  private String commandLine() {
    return "bin/bench " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
  }

  private void tell(String line) {
    spec.commandLine().getErr().println("bench: " + line);
    spec.commandLine().getErr().flush();
  }
}
