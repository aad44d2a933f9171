package dev.taizhang.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The program as a user starts it, by {@code bin/taizhang}, in a process of its own. */
final class TaizhangProcess {

  private static final String JAVA_OPTIONS = "TAIZHANG_JAVA_OPTS";

  private final ProcessBuilder builder = new ProcessBuilder();

  TaizhangProcess() {
    // Everybody whose ledgers are measured is invented.
    builder.environment().put("TAIZHANG_KEY", "development");
    builder.environment().remove("TAIZHANG_KEY_FILE");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /**
   * What a process did.
   *
   * @param told what it wrote to stdout
   * @param started when it was started
   * @param seconds from its start to its end
   */
  record Finish(String told, Instant started, double seconds) {}

  /** Options for its JVM in place of those that stand in the environment. */
  TaizhangProcess withJavaOptions(List<String> options) {
    builder.environment().put(JAVA_OPTIONS, String.join(" ", options));
    return this;
  }

  /** Writes stderr, and with it the log, to a file. */
  TaizhangProcess withLog(Path file) {
    builder.redirectError(file.toFile());
    return this;
  }

  /** Builds the program and its archive of classes, which is done once for each build. */
  static void prepare() throws IOException {
    new TaizhangProcess().run(List.of("--version"));
  }

  /**
   * Runs one command of the program to its end.
   *
   * @throws IllegalStateException when it ends with another exit code than 0
   */
  Finish run(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Project.folder().resolve("bin").resolve("taizhang").toString());
    command.addAll(arguments);
    Instant started = Instant.now();
    long start = System.nanoTime();
    Process process = builder.command(command).start();
    // A benchmark that is interrupted leaves no run behind it.
    Thread end = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(end);
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    requireSuccess(process);
    double seconds = Contender.secondsSince(start);
    Runtime.getRuntime().removeShutdownHook(end);
    return new Finish(told, started, seconds);
  }

  private void requireSuccess(Process process) {
    try {
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new IllegalStateException(
            "%s ended with exit code %d; what it said: %s"
                .formatted(String.join(" ", builder.command()), exitCode, builder.redirectError()));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("Interrupted while bin/taizhang runs", e);
    }
  }
}
