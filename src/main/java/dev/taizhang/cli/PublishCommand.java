package dev.taizhang.cli;

import dev.taizhang.config.JobFile;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.flow.Catalog;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.Releases;
import dev.taizhang.warehouse.Warehouse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes what a policymaker opens. */
@Command(
    name = "publish",
    description = {
      "Makes pages of the figures that open from a folder, without network or server, and a",
      "workbook of them: of the warehouse for the office alone, or of a release.",
      "Safe to repeat: whatever has not changed is left alone."
    })
final class PublishCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions settings;

  @Option(
      names = "--site",
      paramLabel = "DIR",
      description = "Folder of the pages: empty, new, or one that has a site already.")
  private String site;

  @Option(
      names = "--workbook",
      paramLabel = "FILE.xlsx",
      description = "Workbook of the same figures; one of that name is replaced.")
  private String workbook;

  @Option(
      names = "--internal",
      description = {
        "Publish the internal edition, with small numbers that have not passed disclosure control:",
        "for the office only. It is published where no release is given."
      })
  private boolean internal;

  @Option(
      names = "--release",
      paramLabel = "ID",
      description = {
        "Publish the edition of this release, draft or approved ('taizhang release list'): what may",
        "leave the house. It needs a folder and a file of its own."
      })
  private String release;

  @Override
  public Integer call() throws IOException {
    JobFile job = settings.job();
    String location = settings.warehouse(job);
    if (internal && release != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--internal and --release exclude each other: the internal edition is of no release. What to do: give one of them.");
    }
    // The places of a job file are those of its runs, which are internal.
    Publication publication =
        release == null
            ? Publication.to(
                Optional.ofNullable(site).or(job::site),
                Optional.ofNullable(workbook).or(job::workbook))
            : Publication.to(Optional.ofNullable(site), Optional.ofNullable(workbook));
    if (!publication.isAskedFor()) {
      throw lackingPlace();
    }
    ReferenceData lists = settings.reference(job);
    SparkSession spark = Spark.session();
    if (release != null) {
      publication.publishRelease(
          Catalog.openFor(spark, location, Releases.TABLE.name()),
          release,
          lists,
          job.thresholds(),
          spec.commandLine().getOut());
      return 0;
    }
    if (!internal) {
      spec.commandLine()
          .getErr()
          .println(
              "taizhang: this is the internal edition, for the office only. What may leave the house"
                  + " is published with --release ID ('taizhang release list' shows releases). Give"
                  + " --internal to say that you know.");
    }
    Warehouse opened = Catalog.openFor(spark, location, PlacementRates.TABLE.name());
    if (!publication.publish(opened, lists, job.thresholds(), spec.commandLine().getOut())) {
      throw new InvalidUsage(
          "There are no figures in %s yet; nothing was published. What to do: 'taizhang run' first, and look at 'taizhang status'."
              .formatted(location));
    }
    return 0;
  }

  private CommandLine.ParameterException lackingPlace() {
    return new CommandLine.ParameterException(
        spec.commandLine(),
        release == null
            ? "'taizhang publish' needs --site or --workbook. What to do: add it as an option, or to a job file given with --job."
            : "'taizhang publish --release' needs --site or --workbook, which it takes from no job file: a release has places of its own. What to do: add it as an option.");
  }
}
