package dev.taizhang.cli;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.synthetic.Generated;
import dev.taizhang.synthetic.Generator;
import dev.taizhang.synthetic.ProvinceSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes an invented province. */
@Command(
    name = "generate",
    description = {
      "Writes an invented province: ledger files as universities send them, the roster, and",
      "what 'run' must find in them. The same settings give the same files."
    })
final class GenerateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder to write to: a new or empty one, or one that holds an earlier province.")
  private Path out;

  @Option(
      names = "--universities",
      paramLabel = "N",
      description = "Number of universities (default: ${DEFAULT-VALUE}).")
  private int universities = ProvinceSettings.DEFAULT_UNIVERSITIES;

  @Option(
      names = "--graduates",
      paramLabel = "N",
      description = "Total number of graduates (default: ${DEFAULT-VALUE}).")
  private int graduates = ProvinceSettings.DEFAULT_GRADUATES;

  @Option(
      names = "--weeks",
      paramLabel = "N",
      description = "Number of weekly snapshots (default: ${DEFAULT-VALUE}).")
  private int weeks = ProvinceSettings.DEFAULT_WEEKS;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of all random choices (default: ${DEFAULT-VALUE}).")
  private long seed = ProvinceSettings.DEFAULT_SEED;

  @Option(
      names = "--mess",
      paramLabel = "PERCENT",
      description = "Percentage of files with a defect (default: ${DEFAULT-VALUE}).")
  private int mess;

  @Option(
      names = "--last",
      paramLabel = "DATE",
      description =
          "Last snapshot date, a Sunday; its year is the cohort (default: ${DEFAULT-VALUE}).")
  private LocalDate last = ProvinceSettings.DEFAULT_LAST_SNAPSHOT;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Generated generated =
        Generator.generate(
            settings(),
            ReferenceData.load(Optional.empty()),
            line -> err.println("generate: " + line));
    spec.commandLine()
        .getOut()
        .printf(
            "files %d, rows %d, bytes %d; landing %s, reference %s, truth %s%n",
            generated.files(),
            generated.rows(),
            generated.bytes(),
            generated.landing(),
            generated.reference(),
            generated.truth());
    return 0;
  }

  private ProvinceSettings settings() {
    return checked(
        "generate",
        () -> new ProvinceSettings(out, universities, graduates, weeks, seed, mess, last));
  }

  /** Settings that somebody typed: what is out of range is wrong usage of the command. */
  static ProvinceSettings checked(String command, Supplier<ProvinceSettings> settings) {
    try {
      return settings.get();
    } catch (IllegalArgumentException e) {
      throw new InvalidUsage(
          e.getMessage()
              + " What to do: correct the option; 'taizhang "
              + command
              + " --help' lists the options.",
          e);
    }
  }
}
