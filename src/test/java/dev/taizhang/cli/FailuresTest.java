package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.NothingUsable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.spark.QueryContext;
import org.apache.spark.SparkNumberFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

class FailuresTest {

  private final StringWriter err = new StringWriter();

  private int tell(Exception failure, boolean verbose) {
    return Failures.tell(failure, new PrintWriter(err), verbose);
  }

  @Test
  void faultOfTheMachineIsExitCode1WithItsFirstCauseAndNoStackTrace() {
    int exitCode =
        tell(new UncheckedIOException("wrapped", new IOException("Input/output error")), false);
    assertEquals(1, exitCode);
    assertEquals(
        """
        taizhang: IOException: Input/output error
        This is a fault of the program or the machine; run with --verbose for details.
        """,
        err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "设备上没有空间", "Disk quota exceeded"})
  void fullDiskIsExitCode1WithWhatToDoInWhateverLanguageTheSystemSpeaks(String said) {
    assertEquals(1, tell(new UncheckedIOException("wrapped", new IOException(said)), false));
    assertEquals(
        """
        taizhang: IOException: %s
        The disk is full. What to do: free space where the command writes, or in %s, where \
        temporary files go, and run the same command again.
        """
            .formatted(said, System.getProperty("java.io.tmpdir")),
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

  @Test
  void valueThatBrokeAComputationIsNotRepeated() {
    assertEquals(
        1,
        tell(
            new IllegalStateException(
                "wrapped",
                new SparkNumberFormatException(
                    "CAST_INVALID_INPUT",
                    Map$.MODULE$.from(
                        CollectionConverters.asScala(
                            Map.of(
                                "expression",
                                "'示例甲'",
                                "sourceType",
                                "STRING",
                                "targetType",
                                "INT",
                                "ansiConfig",
                                "ansi"))),
                    new QueryContext[0])),
            false));
    assertEquals(
        """
        taizhang: SparkNumberFormatException: a computation failed on a value (CAST_INVALID_INPUT)
        This is a fault of the program or the machine; run with --verbose for details.
        """,
        err.toString());
  }
}
