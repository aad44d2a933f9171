package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.NothingUsable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FailuresTest {

  private final StringWriter err = new StringWriter();

  private int tell(Exception failure, boolean verbose) {
    return Failures.tell(failure, new PrintWriter(err), verbose);
  }

  @Test
  void faultOfTheMachineIsExitCode1WithItsFirstCauseAndNoStackTrace() {
    int exitCode =
        tell(
            new UncheckedIOException("wrapped", new IOException("No space left on device")), false);
    assertEquals(1, exitCode);
    assertEquals(
        """
        taizhang: IOException: No space left on device
        This is a fault of the program or the machine; --verbose tells more.
        """,
        err.toString());
  }

  @Test
  void verboseTellsTheStackTraceToo() {
    assertEquals(1, tell(new IllegalStateException("a bug"), true));
    assertTrue(err.toString().contains("\tat "), err.toString());
  }

  @Test
  void failureThatAPersonCanPutRightIsItsMessageAndItsOwnExitCode() {
    assertEquals(3, tell(new NothingUsable("No folder. What to do: make one."), false));
    assertEquals("taizhang: No folder. What to do: make one.\n", err.toString());
  }
}
