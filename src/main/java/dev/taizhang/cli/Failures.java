package dev.taizhang.cli;

import dev.taizhang.errors.DiskFull;
import dev.taizhang.errors.TaizhangException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;

/** Tells a failure to the person at the terminal. */
final class Failures {

  private static final int PROGRAM_FAULT = 1;
  // The class of SQL's states that values are to blame for.
  private static final String DATA_EXCEPTION = "22";

  private Failures() {}

  /** Prints the failure and gives the exit code. */
  static int tell(Exception failure, PrintWriter err, boolean verbose) {
    if (failure instanceof TaizhangException known) {
      err.println("taizhang: " + known.getMessage());
      if (verbose) {
        known.printStackTrace(err);
      }
      return known.exitCode();
    }
    err.println("taizhang: " + rootMessage(failure));
    if (DiskFull.isCauseOf(failure)) {
      err.println(
          """
          The disk is full. What to do: free space where the command writes, or in %s, where \
          temporary files go, and run the same command again."""
              .formatted(System.getProperty("java.io.tmpdir")));
    } else if (!verbose) {
      err.println("This is a fault of the program or the machine; run with --verbose for details.");
    }
    if (verbose) {
      failure.printStackTrace(err);
    }
    return PROGRAM_FAULT;
  }

  /** The cause of a failure that a value is to blame for: its message may repeat the value. */
  static Optional<Throwable> ofAValue(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(
            cause ->
                cause instanceof SparkThrowable known
                    && String.valueOf(known.getSqlState()).startsWith(DATA_EXCEPTION))
        .findFirst();
  }

  /** The kind of the first cause, and its message's first line where it can hold no cell. */
  static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    Optional<Throwable> ofAValue = ofAValue(failure);
    String firstLine =
        ofAValue.isPresent() && ofAValue.get() instanceof SparkThrowable known
            ? "a computation failed on a value (" + known.getCondition() + ")"
            : String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return root.getClass().getSimpleName() + ": " + firstLine;
  }
}
