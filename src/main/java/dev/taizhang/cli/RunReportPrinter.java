package dev.taizhang.cli;

import dev.taizhang.answers.ShownPaths;
import dev.taizhang.config.PseudonymKey;
import dev.taizhang.run.Run;
import java.io.PrintWriter;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Tells the person at the terminal what a run did: one line of counts to stdout, all else aside.
 */
final class RunReportPrinter {

  private final PrintWriter out;
  private final PrintWriter err;

  RunReportPrinter(CommandLine command) {
    this.out = command.getOut();
    this.err = command.getErr();
  }

  /** Warns where the key protects nobody. */
  void warnOf(PseudonymKey key) {
    if (key.isDevelopment()) {
      err.println(
          "taizhang: the development key protects nobody; use it for invented people only.");
    }
    key.warning().ifPresent(warning -> err.println("taizhang: warning: " + warning));
  }

  /** Tells what was taken in and what was not. */
  void tell(Run.Report report, String landing) {
    report.doubled().forEach(line -> err.println("taizhang: warning: " + line));
    if (report.filesSeen() == 0) {
      err.println(
          "taizhang: warning: there are no files in "
              + Terminal.value(landing)
              + "; nothing was read.");
    }
    for (Run.Rejected rejected : report.rejected()) {
      err.printf(
          "rejected %s [%s]: %s%n",
          Terminal.value(rejected.path()), rejected.code(), Terminal.value(rejected.reason()));
    }
    for (Run.Held held : report.held()) {
      err.printf(
          "%s %s, cohort %d: %s%n",
          held.status(),
          Terminal.value(held.fileName()),
          held.graduationYear(),
          Terminal.value(held.why()));
    }
    for (Run.LeftOut leftOut : report.leftOut()) {
      err.printf(
          "left out by law: %d rows of %s. What to do: ask the sender to remove the person, or to correct the number if it is not theirs, and delete the file.%n",
          leftOut.rows(), Terminal.value(leftOut.path()));
    }
    if (Stream.of(
            report.rejected().stream().map(Run.Rejected::path),
            report.held().stream().map(Run.Held::fileName),
            report.leftOut().stream().map(Run.LeftOut::path))
        .flatMap(names -> names)
        .anyMatch(ShownPaths::isShortened)) {
      err.println(ShownPaths.HINT);
    }
    if (report.outdated() > 0) {
      err.printf(
          "%d accepted files were read under an older configuration; --reconform reads them again.%n",
          report.outdated());
    }
    out.printf(
        "files %d, read %d; submissions accepted %d, rejected %d; rows read %d, quarantined %d%n",
        report.filesSeen(),
        report.filesRead(),
        report.accepted(),
        report.rejected().size(),
        report.rowsRead(),
        report.rowsQuarantined());
  }
}
