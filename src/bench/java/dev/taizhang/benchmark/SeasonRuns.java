package dev.taizhang.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs of the program over the landing folder of a season, as a user starts them.
 *
 * @param landing the landing folder
 * @param logs folder for their logs
 * @param heap greatest heap of the program's JVM; empty for the JVM's default
 */
record SeasonRuns(SeasonLanding landing, Path logs, Optional<String> heap) {

  // As the program logs, with the milliseconds that the course of a run is read from.
  private static final Path LOGGING = Path.of("src/bench/resources/benchmark/log4j2.properties");

  /**
   * A run as measured.
   *
   * @param told what it told on stdout
   * @param started when its process was started
   * @param seconds from its start to its end
   * @param steps seconds of each step, as {@link StageTimes#seconds} gives them
   */
  record Timed(String told, Instant started, double seconds, Map<String, Double> steps) {}

  /** Where the log of a run is. */
  Path log(String name) {
    return logs.resolve(name + ".log");
  }

  /**
   * Runs the program once.
   *
   * @param name of the log
   * @param options beside the folders
   * @throws IllegalStateException when it fails, or holds a slice back
   */
  Timed run(Path warehouse, String name, String... options)
      throws IOException, InterruptedException {
    Path log = log(name);
    Files.createDirectories(logs);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--landing",
                landing.landing().toString(),
                "--warehouse",
                warehouse.toString(),
                "--reference",
                landing.reference().toString()));
    arguments.addAll(List.of(options));
    Stopwatch.flush();
    TaizhangProcess.Finish finish =
        new TaizhangProcess().withJavaOptions(javaOptions()).withLog(log).run(arguments);
    List<String> lines = Files.readAllLines(log);
    requireNothingHeld(lines, log);
    return new Timed(
        finish.told(),
        finish.started(),
        finish.seconds(),
        StageTimes.seconds(
            StageTimes.steps(lines, finish.started().toEpochMilli()), finish.seconds()));
  }

  private List<String> javaOptions() {
    List<String> options = new ArrayList<>();
    options.add("-Dlog4j2.configurationFile=" + Project.folder().resolve(LOGGING));
    heap.ifPresent(most -> options.add("-Xmx" + most));
    return options;
  }

  private static void requireNothingHeld(List<String> lines, Path log) {
    if (lines.stream().anyMatch(line -> line.startsWith("held ") || line.startsWith("stray "))) {
      throw new IllegalStateException("The run held slices back; see " + log);
    }
  }
}
