package dev.taizhang.support;

import dev.taizhang.cli.Taizhang;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
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
