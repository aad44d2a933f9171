package dev.taizhang.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A run of the program as a user starts it, by {@code bin/taizhang}, into an empty warehouse. The
 * work is that process from its start to its end.
 */
final class TaizhangCommand implements Contender {

  @Override
  public String name() {
    return "taizhang-command";
  }

  @Override
  public String meaning() {
    return "bin/taizhang run, empty warehouse; the work is the whole command";
  }

  @Override
  public Discipline discipline() {
    return Discipline.WHOLE_RUN;
  }

  @Override
  public boolean worksInLap() {
    return false;
  }

  @Override
  public void prepare() throws IOException {
    // Builds the program and its archive of classes, which is done once for each build.
    start("--version");
  }

  @Override
  public boolean reads(Course.Form form) {
    return true;
  }

  @Override
  public Finish run(Course course, Path output) throws IOException {
    long start = System.nanoTime();
    String told = start(TaizhangRun.arguments(course, TaizhangRun.warehouse(output)));
    double seconds = Contender.secondsSince(start);
    TaizhangRun.requireWholeRun(course, told);
    return new Finish(course.rows(), seconds);
  }

  /** What the command tells on stdout. */
  private static String start(String... arguments) throws IOException {
    String[] command = new String[arguments.length + 1];
    command[0] = Project.folder().resolve("bin").resolve("taizhang").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    // Everybody in the course is invented.
    builder.environment().put("TAIZHANG_KEY", "development");
    builder.environment().remove("TAIZHANG_KEY_FILE");
    Process process = builder.start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new IllegalStateException("bin/taizhang ended with exit code " + exitCode);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("Interrupted while bin/taizhang runs", e);
    }
    return told;
  }
}
