package dev.taizhang.cli;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Settings;
import dev.taizhang.config.Thresholds;
import dev.taizhang.errors.NothingUsable;
import dev.taizhang.pipeline.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes in what is new and brings every table up to date. */
@Command(
    name = "run",
    description = {
      "Takes in what is new in the landing folder and brings every table up to date.",
      "It can be repeated at any time: what is unchanged is left alone."
    })
final class RunCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int DONE_WITH_LOSSES = 5;

  @Spec private CommandSpec spec;

  @Option(
      names = "--landing",
      required = true,
      paramLabel = "DIR",
      description = "Folder with the files; ledgers are in its folder 'ledger'.")
  private String landing;

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "Folder with your universities.csv, column_aliases.csv and other additions.")
  private String reference;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Also keep the figures of this date (yyyy-mm-dd); may be repeated.")
  private List<LocalDate> asOfDates = new ArrayList<>();

  @Option(
      names = "--reconform",
      description = "Read accepted files anew that an older configuration was applied to.")
  private boolean reconform;

  @Option(
      names = "--strict",
      description = "End with exit code 5 when input was rejected or quarantined.")
  private boolean strict;

  @Override
  public Integer call() throws IOException {
    PseudonymKey key = PseudonymKey.fromEnvironment(Environment.variables());
    PrintWriter err = spec.commandLine().getErr();
    if (key.isDevelopment()) {
      err.println(
          "taizhang: the development key protects nobody; use it for invented people only.");
    }
    Settings settings =
        new Settings(
            landing,
            warehouse.location(),
            Optional.ofNullable(reference),
            asOfDates,
            reconform,
            Thresholds.DEFAULT);
    Run.Report report = Run.run(Spark.session(), settings, key, Version.number());
    tell(report, err);
    if (report.nothingUsable()) {
      throw new NothingUsable(
          "Every file in "
              + landing
              + " was rejected; the reasons are above and in 'taizhang status'.");
    }
    return strict && report.hasLosses() ? DONE_WITH_LOSSES : DONE;
  }

  private void tell(Run.Report report, PrintWriter err) {
    if (report.filesSeen() == 0) {
      err.println(
          "taizhang: warning: there are no files in " + landing + "; nothing was taken in.");
    }
    for (Run.Rejected rejected : report.rejected()) {
      err.printf("rejected %s [%s]: %s%n", rejected.path(), rejected.code(), rejected.reason());
    }
    if (report.outdated() > 0) {
      err.printf(
          "%d accepted files were read under an older configuration; --reconform reads them anew.%n",
          report.outdated());
    }
    spec.commandLine()
        .getOut()
        .printf(
            "files %d, read %d; submissions accepted %d, rejected %d; rows read %d, quarantined %d%n",
            report.filesSeen(),
            report.filesRead(),
            report.accepted(),
            report.rejected().size(),
            report.rowsRead(),
            report.rowsQuarantined());
  }
}
