package dev.taizhang.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.cli.Taizhang;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Runs a command as a user does, in the shared session. */
public final class Cli {

  /** What a command left behind. */
  public record Result(int exitCode, String out, String err) {}

  private Cli() {}

  /** Runs a command with the development key. */
  public static Result run(String... arguments) {
    return withKey("development", arguments);
  }

  /** The lines that a query gives, values joined with commas, without the header. */
  public static String query(Path warehouse, String sql) {
    Result result = run("query", "--warehouse", warehouse.toString(), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).collect(Collectors.joining("\n"));
  }

  /** Buffered as the streams of a process are, so that what nobody flushes is not seen. */
  private static PrintWriter likeATerminal(Writer writer) {
    return new PrintWriter(new BufferedWriter(writer), true);
  }

  /** Runs a command with the given key; an empty one is none. */
  public static Result withKey(String key, String... arguments) {
    SharedSpark.session();
    String before = System.getProperty("TAIZHANG_KEY");
    System.setProperty("TAIZHANG_KEY", key);
    try {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      CommandLine command =
          Taizhang.commandLine().setOut(likeATerminal(out)).setErr(likeATerminal(err));
      int exitCode = command.execute(arguments);
      return new Result(exitCode, out.toString(), err.toString());
    } finally {
      if (before == null) {
        System.clearProperty("TAIZHANG_KEY");
      } else {
        System.setProperty("TAIZHANG_KEY", before);
      }
    }
  }
}
