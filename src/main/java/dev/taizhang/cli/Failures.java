package dev.taizhang.cli;

import dev.taizhang.errors.DiskFull;
import dev.taizhang.errors.TaizhangException;
import java.io.PrintWriter;

/** Tells a failure to the person at the terminal. */
final class Failures {

  private static final int PROGRAM_FAULT = 1;

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
          temporary files go, and start the same command again."""
              .formatted(System.getProperty("java.io.tmpdir")));
    } else if (!verbose) {
      err.println("This is a fault of the program or the machine; --verbose tells more.");
    }
    if (verbose) {
      failure.printStackTrace(err);
    }
    return PROGRAM_FAULT;
  }

  /** The kind of the first cause, and its message's first line where it can hold no cell. */
  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String firstLine = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return root.getClass().getSimpleName() + ": " + firstLine;
  }
}
