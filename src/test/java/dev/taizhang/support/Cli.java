package dev.taizhang.support;

import dev.taizhang.cli.Taizhang;
import java.io.PrintWriter;
import java.io.StringWriter;
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

  /** Runs a command with the given key; an empty one is none. */
  public static Result withKey(String key, String... arguments) {
    SharedSpark.session();
    String before = System.getProperty("TAIZHANG_KEY");
    System.setProperty("TAIZHANG_KEY", key);
    try {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      CommandLine command =
          Taizhang.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
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
