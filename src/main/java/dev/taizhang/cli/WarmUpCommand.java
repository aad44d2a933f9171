package dev.taizhang.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Does a little of everything and keeps nothing, so that the classes that commands need are loaded:
 * {@code bin/taizhang} has them written to an archive from which later starts are quick.
 *
 * @see <a href="../../../../../docs/adr/0009-quick-start.md">ADR 0009</a>
 */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Loads the classes that commands need, for the archive of bin/taizhang.")
final class WarmUpCommand implements Callable<Integer> {

  private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("taizhang-warm-up");
    try {
      String province = folder.resolve("demo").toString();
      String warehouse = folder.resolve("demo").resolve("warehouse").toString();
      return Stream.of(
              List.of("demo", "--dir", province, "--universities", "4", "--graduates", "200"),
              List.of(
                  "query", "--warehouse", warehouse, "SELECT * FROM marts.scheme_rates LIMIT 1"),
              List.of("status", "--warehouse", warehouse))
          .mapToInt(WarmUpCommand::execute)
          .max()
          .orElseThrow();
    } finally {
      delete(folder);
    }
  }

  private static int execute(List<String> arguments) {
    CommandLine command = Taizhang.commandLine().setOut(NOWHERE).setErr(NOWHERE);
    return command.execute(arguments.toArray(String[]::new));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
