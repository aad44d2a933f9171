package dev.taizhang.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Reads a course with a parser alone: a file after the other, in as many threads as cores. */
final class BareReading {

  private BareReading() {}

  /** What a parser met below the header of a file. */
  record Counts(long rows, long characters) {}

  /**
   * Reads every file.
   *
   * @throws IllegalStateException when it was not the whole course
   */
  static Contender.Finish read(Course course, Function<Path, Counts> file) throws IOException {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    long start = System.nanoTime();
    long rows = 0;
    long characters = 0;
    try {
      List<Future<Counts>> files = new ArrayList<>();
      for (Path ledger : course.ledgers()) {
        files.add(threads.submit(() -> file.apply(ledger)));
      }
      for (Future<Counts> one : files) {
        rows += one.get().rows();
        characters += one.get().characters();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The files could not be read", e);
    } finally {
      threads.shutdown();
    }
    double seconds = Contender.secondsSince(start);
    course.requireAllRows(rows);
    course.requireAllCharacters(characters);
    return new Contender.Finish(rows, seconds);
  }
}
