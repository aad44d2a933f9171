package dev.taizhang.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/** One way to do a piece of work, in a process of its own. */
interface Contender {

  /** What contenders are compared in. */
  enum Discipline {
    READING("Reading only"),
    WHOLE_RUN("Whole run");

    private final String title;

    Discipline(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /**
   * What a contender did.
   *
   * @param rows rows that it read
   * @param workSeconds time of the work alone, without the start of JVM, session or library
   */
  record Finish(long rows, double workSeconds) {}

  /** By which it is chosen. */
  String name();

  /** What it does, in a few words. */
  String meaning();

  Discipline discipline();

  /** Whether it can read files of that form. */
  default boolean reads(Course.Form form) {
    return form == Course.Form.CSV;
  }

  /** Whether the work is done in the process of the lap, and not in one that it starts. */
  default boolean worksInLap() {
    return true;
  }

  /** Makes ready what a user has ready; before the first lap, and not timed. */
  default void prepare() throws IOException {}

  /**
   * Does the work.
   *
   * @param course the files
   * @param output an empty folder for what it writes
   * @throws IllegalStateException when it did not read the whole course
   */
  Finish run(Course course, Path output) throws IOException;

  /** Seconds since a reading of {@link System#nanoTime}. */
  static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }
}
