package dev.taizhang.cli;

import dev.taizhang.flow.Catalog;
import dev.taizhang.release.export.ReleaseExport;
import dev.taizhang.tables.Releases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a release as open data. */
@Command(
    name = "export",
    description = {
      "Writes a release as open data: a CSV file per table, a file that says what its columns are,",
      "and a datapackage.json for programs. Files of a draft say that they are one."
    })
final class ReleaseExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ReleaseOption release;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the files: new or empty. What is there already is left alone.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    ReleaseExport.Report report =
        ReleaseExport.write(
            Catalog.openFor(Spark.session(), release.warehouse(), Releases.TABLE.shortName()),
            release.id(),
            out);
    if (report.release().isDraft()) {
      spec.commandLine()
          .getErr()
          .println(
              "taizhang: this is a draft, not to be given out before somebody approved it ('taizhang"
                  + " release approve'). 本次导出为草稿，批准前不得对外提供。");
    }
    spec.commandLine()
        .getOut()
        .printf(
            "%s %s: %d files in %s%n",
            report.isNew() ? "exported" : "unchanged",
            report.release().releaseId(),
            report.files(),
            out);
    return 0;
  }
}
