package dev.taizhang.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Starts a process for each lap and measures it from outside.
 *
 * @param course the files
 * @param laps folder for what the laps leave
 * @param heap greatest heap of each JVM, such as {@code 8g}; empty for the JVM's default
 */
record Stopwatch(Course course, Path laps, Optional<String> heap) {

  /** Where a lap's output is. */
  static Path output(Path lap) {
    return lap.resolve("output");
  }

  /** Where the lines that the process wrote are. */
  static Path log(Path lap) {
    return lap.resolve("log.txt");
  }

  /** The folder of a lap. */
  Path lap(Contender contender, int number) {
    return laps.resolve(contender.name() + "-" + number);
  }

  /**
   * Measures one lap.
   *
   * @throws IllegalStateException when the process fails or leaves no finish
   */
  Measurement measure(Contender contender, int number) throws IOException, InterruptedException {
    Path lap = lap(contender, number);
    Course.deleteFolder(lap);
    Files.createDirectories(output(lap));
    flush();
    Path finish = lap.resolve("finish.properties");
    Instant started = Instant.now();
    long start = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(command(contender, output(lap), finish))
            .redirectErrorStream(true)
            .redirectOutput(log(lap).toFile());
    // For the contender that starts the program by its script.
    heap.ifPresent(most -> builder.environment().put("TAIZHANG_JAVA_OPTS", "-Xmx" + most));
    Process process = builder.start();
    // A benchmark that is interrupted leaves no lap running behind it.
    Thread end = new Thread(() -> destroy(process));
    Runtime.getRuntime().addShutdownHook(end);
    require(process, contender.name(), log(lap));
    Runtime.getRuntime().removeShutdownHook(end);
    double seconds = Contender.secondsSince(start);
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(finish)) {
      properties.load(reader);
    }
    return new Measurement(
        contender.name(),
        started,
        seconds,
        Double.parseDouble(properties.getProperty(Lap.WORK_SECONDS)),
        Long.parseLong(properties.getProperty(Lap.ROWS)),
        Long.parseLong(properties.getProperty(Lap.PEAK_BYTES)));
  }

  /** What was written before goes to the disk before the next process starts. */
  static void flush() throws IOException, InterruptedException {
    int exitCode = new ProcessBuilder("sync").inheritIO().start().waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException("sync ended with exit code " + exitCode);
    }
  }

  private static void destroy(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private static void require(Process process, String name, Path log) throws InterruptedException {
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException(
          "%s ended with exit code %d; see %s".formatted(name, exitCode, log));
    }
  }

  private List<String> command(Contender contender, Path output, Path finish) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Project.folder().resolve("bin").resolve("spark.jvmargs"));
    command.add("-D%s=%s".formatted(Project.PROPERTY, Project.folder()));
    heap.ifPresent(most -> command.add("-Xmx" + most));
    command.add("-Dlog4j2.configurationFile=benchmark/log4j2.properties");
    // Everybody in the course is invented.
    command.add("-DTAIZHANG_KEY=development");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Lap.class.getName());
    command.add(contender.name());
    command.add(course.folder().toString());
    command.add(output.toString());
    command.add(finish.toString());
    return command;
  }
}
