package dev.taizhang.cli;

import dev.taizhang.reference.ReferenceData;
import dev.taizhang.registry.Roster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the roster of universities. */
@Command(
    name = "universities",
    description = {
      "Makes universities.csv from the list that the ministry publishes each year (.xls as published,",
      ".xlsx or CSV), or from a table of your own. Columns such as 2025届本科 become",
      "expected_graduates.csv."
    })
final class UniversitiesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The list.")
  private Path file;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the files; give it to 'run' as --reference.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    Roster roster = Roster.read(file, ReferenceData.load(Optional.empty()));
    roster.write(out);
    roster
        .notes()
        .forEach(note -> spec.commandLine().getErr().println("note: " + Terminal.value(note)));
    spec.commandLine()
        .getOut()
        .printf(
            "universities %d, provinces %d, unknown prefectures %d, expected graduates %d%n",
            roster.universities().size(),
            roster.provinces(),
            roster.unresolved(),
            roster.expectedGraduates().size());
    return 0;
  }
}
