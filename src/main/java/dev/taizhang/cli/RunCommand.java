package dev.taizhang.cli;

import dev.taizhang.config.AsOfRequest;
import dev.taizhang.config.JobFile;
import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Settings;
import dev.taizhang.errors.NothingUsable;
import dev.taizhang.publish.edition.EditionKind;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.run.Run;
import dev.taizhang.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes in what is new and brings every table up to date. */
@Command(
    name = "run",
    description = {
      "Reads what is new in the landing folder and brings every table up to date.",
      "Safe to repeat at any time: whatever has not changed is left alone."
    })
final class RunCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int DONE_WITH_LOSSES = 5;

  @Spec private CommandSpec spec;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      description = "Folder with the files; ledgers belong in its subfolder 'ledger'.")
  private String landing;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description = "Folder of the Delta tables; created if it is missing.")
  private String warehouse;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "Folder with your universities.csv, column_aliases.csv and other additions.")
  private String reference;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = AsOfConverter.class,
      description = {
        "Also keep the figures of this date (yyyy-mm-dd), or of an official date:",
        "official:yyyy-08-31 or official:yyyy-12-31, with :N for a window of N days;",
        "'weekly' is the trend, which is always kept. May be repeated."
      })
  private List<AsOfRequest> asOf;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = {
        "Spark master to send the work to, such as spark://host:7077; its machines must see the",
        "folders under the same paths. Default: all cores of this machine."
      })
  private String master;

  @Option(
      names = "--job",
      paramLabel = "FILE",
      description =
          "Job file (YAML) with these settings and more; options given here take precedence.")
  private Path jobFile;

  @Option(
      names = "--site",
      paramLabel = "DIR",
      description = "Bring the pages in this folder up to date after a good run (see 'publish').")
  private String site;

  @Option(
      names = "--workbook",
      paramLabel = "FILE.xlsx",
      description = "Bring this workbook up to date after a good run (see 'publish').")
  private String workbook;

  @Option(
      names = "--reconform",
      negatable = true,
      description = "Read again the accepted files that were read under an older configuration.")
  private Boolean reconform;

  @Option(
      names = "--strict",
      negatable = true,
      description = "End with exit code 5 if input was rejected, held or quarantined.")
  private Boolean strict;

  @Override
  public Integer call() throws IOException {
    JobFile job = jobFile == null ? JobFile.NONE : JobFile.read(jobFile);
    Settings settings = settings(job);
    PseudonymKey key = PseudonymKey.fromEnvironment(Environment.variables());
    Publication publication =
        Publication.to(
                Optional.ofNullable(site).or(job::site),
                Optional.ofNullable(workbook).or(job::workbook))
            .requireRoomFor(EditionKind.INTERNAL);
    RunReportPrinter telling = new RunReportPrinter(spec.commandLine());
    telling.warnOf(key);
    SparkSession spark = Spark.session(Optional.ofNullable(master).or(job::master));
    Run.Report report = Run.run(spark, settings, key, Version.number());
    telling.tell(report, settings.landing());
    if (report.nothingUsable()) {
      throw new NothingUsable(
          "Every file in "
              + settings.landing()
              + " was rejected; the reasons are above and in 'taizhang status'.");
    }
    if (publication.isAskedFor()) {
      publication.afterRun(
          Warehouse.at(spark, settings.warehouse()),
          ReferenceData.load(settings.reference()).withExpectations(settings.expectations()),
          settings.thresholds(),
          spec.commandLine());
    }
    return winning(strict, job.strict()) && report.hasLosses() ? DONE_WITH_LOSSES : DONE;
  }

  private Settings settings(JobFile job) {
    Optional<String> landingFolder = Optional.ofNullable(landing).or(job::landing);
    Optional<String> warehouseFolder = Optional.ofNullable(warehouse).or(job::warehouse);
    List<String> missing =
        Stream.of(
                landingFolder.isEmpty() ? "--landing" : "",
                warehouseFolder.isEmpty() ? "--warehouse" : "")
            .filter(option -> !option.isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "'taizhang run' needs %s. What to do: add it as an option, or to a job file given with --job."
              .formatted(String.join(" and ", missing)));
    }
    return new Settings(
        landingFolder.orElseThrow(),
        warehouseFolder.orElseThrow(),
        Optional.ofNullable(reference).or(job::reference),
        asOf == null ? job.asOf() : asOf,
        winning(reconform, job.reconform()),
        job.thresholds(),
        job.expectations());
  }

  /** Reads what is asked for, and says what is wrong with it. */
  static final class AsOfConverter implements CommandLine.ITypeConverter<AsOfRequest> {

    @Override
    public AsOfRequest convert(String text) {
      try {
        return AsOfRequest.parse(text);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }

  private static boolean winning(Boolean flag, boolean ofJob) {
    return flag == null ? ofJob : flag;
  }
}
