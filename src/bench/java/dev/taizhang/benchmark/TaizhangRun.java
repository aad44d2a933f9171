package dev.taizhang.benchmark;

import dev.taizhang.cli.Taizhang;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/**
 * A run of the program, by its command line, into an empty warehouse.
 *
 * @param name by which it is chosen
 * @param meaning what it does
 * @param runs runs in the process, each into a warehouse of its own; the last one is timed
 */
record TaizhangRun(String name, String meaning, int runs) implements Contender {

  static Contender cold() {
    return new TaizhangRun("taizhang-run", "taizhang run, empty warehouse, new JVM", 1);
  }

  static Contender warm() {
    return new TaizhangRun(
        "taizhang-again",
        "the second of two such runs in one JVM, of which the process is both",
        2);
  }

  @Override
  public Discipline discipline() {
    return Discipline.WHOLE_RUN;
  }

  /** The warehouse in an output folder. */
  static Path warehouse(Path output) {
    return output.resolve("warehouse");
  }

  @Override
  public boolean reads(Course.Form form) {
    return true;
  }

  @Override
  public Finish run(Course course, Path output) {
    for (int before = 1; before < runs; before++) {
      run(course, output.resolve("warehouse" + before), System.nanoTime());
    }
    return run(course, warehouse(output), System.nanoTime());
  }

  private static Finish run(Course course, Path warehouse, long start) {
    StringWriter out = new StringWriter();
    int exitCode =
        Taizhang.commandLine().setOut(new PrintWriter(out)).execute(arguments(course, warehouse));
    double seconds = Contender.secondsSince(start);
    if (exitCode != 0) {
      throw new IllegalStateException("The run ended with exit code " + exitCode);
    }
    requireWholeRun(course, out.toString());
    return new Finish(course.rows(), seconds);
  }

  /** The command line of a run over the course. */
  static String[] arguments(Course course, Path warehouse) {
    return new String[] {
      "run",
      "--landing",
      course.landing().toString(),
      "--warehouse",
      warehouse.toString(),
      "--reference",
      course.reference().toString()
    };
  }

  /**
   * Makes sure that a run took everything in, from what it tells on stdout.
   *
   * @throws IllegalStateException when it did not
   */
  static void requireWholeRun(Course course, String told) {
    new Intaken(course.files(), course.files(), course.rows(), course.contents().quarantined())
        .requireToldBy(told);
  }
}
