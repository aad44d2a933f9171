package dev.taizhang.cli;

import dev.taizhang.answers.Headline;
import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Settings;
import dev.taizhang.config.Thresholds;
import dev.taizhang.flow.Catalog;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.run.Run;
import dev.taizhang.synthetic.Generated;
import dev.taizhang.synthetic.Generator;
import dev.taizhang.synthetic.ProvinceSettings;
import dev.taizhang.warehouse.Warehouse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole job on an invented province. */
@Command(
    name = "demo",
    description = {
      "Demonstrates the whole pipeline: invents a province, reads its ledgers, makes every table",
      "and prints who is left behind. Safe to repeat: whatever has not changed is left alone."
    })
final class DemoCommand implements Callable<Integer> {

  // Some files with defects, as every week has them, so that 'status' has something to tell.
  private static final int MESS_PERCENT = 5;
  // From the end of June on, so that the campaign from July on has its beginning.
  private static final int WEEKS = 10;
  private static final int UNIVERSITIES = 20;
  private static final int GRADUATES = 30_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "demo",
      description = "Folder for the province and its tables (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(
      names = "--universities",
      paramLabel = "N",
      description = "Number of universities (default: ${DEFAULT-VALUE}).")
  private int universities = UNIVERSITIES;

  @Option(
      names = "--graduates",
      paramLabel = "N",
      description = "Total number of graduates (default: ${DEFAULT-VALUE}).")
  private int graduates = GRADUATES;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    ProvinceSettings province = GenerateCommand.checked("demo", this::province);
    Generated generated =
        Generator.generate(
            province, ReferenceData.load(Optional.empty()), line -> err.println("demo: " + line));
    String warehouse = folder.resolve("warehouse").toString();
    Publication publication =
        Publication.to(Optional.of(site().toString()), Optional.of(workbook().toString()));
    SparkSession spark = Spark.session();
    Run.Report report = Run.run(spark, settings(generated, warehouse), key(), Version.number());
    new RunReportPrinter(spec.commandLine()).tell(report, generated.landing().toString());
    Warehouse opened = Catalog.open(spark, warehouse);
    ReferenceData reference = ReferenceData.load(Optional.of(generated.reference().toString()));
    Headline.of(spark, reference)
        .ifPresent(headline -> HeadlineTable.print(headline, spec.commandLine().getOut()));
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    publication.afterRun(opened, reference, Thresholds.DEFAULT, spec.commandLine());
    DemoRelease release = DemoRelease.of(spark, warehouse, reference);
    publishRelease(opened, reference, release.release().releaseId(), out);
    out.println();
    out.println(release.line());
    out.print(whereToGoOn(generated, warehouse));
    out.print(whatToOpen());
    // Only whole lines that were printed as such leave the buffer by themselves.
    out.flush();
    return 0;
  }

  /** Publishes a release beside the internal edition, in a place of its own. */
  private void publishRelease(
      Warehouse warehouse, ReferenceData reference, String releaseId, PrintWriter out)
      throws IOException {
    Publication.to(
            Optional.of(publishedSite().toString()), Optional.of(publishedWorkbook().toString()))
        .publishRelease(warehouse, releaseId, reference, Thresholds.DEFAULT, out);
  }

  private Path site() {
    return folder.resolve("site");
  }

  private Path publishedSite() {
    return folder.resolve("published");
  }

  private Path publishedWorkbook() {
    return folder.resolve("published.xlsx");
  }

  private ProvinceSettings province() {
    return new ProvinceSettings(
        folder.resolve("province"),
        universities,
        graduates,
        WEEKS,
        ProvinceSettings.DEFAULT_SEED,
        MESS_PERCENT,
        ProvinceSettings.DEFAULT_LAST_SNAPSHOT);
  }

  private static Settings settings(Generated generated, String warehouse) {
    return new Settings(
        generated.landing().toString(),
        warehouse,
        Optional.of(generated.reference().toString()),
        List.of(),
        false,
        Thresholds.DEFAULT,
        List.of());
  }

  /** The environment's key, or the development key, which is enough for invented people. */
  private static PseudonymKey key() {
    Map<String, String> environment = Environment.variables();
    boolean named =
        environment.containsKey("TAIZHANG_KEY") || environment.containsKey("TAIZHANG_KEY_FILE");
    return named ? PseudonymKey.fromEnvironment(environment) : PseudonymKey.development();
  }

  private Path workbook() {
    return folder.resolve("figures.xlsx");
  }

  private String whatToOpen() {
    return """

    The draft of what may leave the house, with small numbers withheld / 公开版草稿（小数目不公布）:
      %s
      %s

    Open in a browser / 用浏览器打开:
      %s
    or in a spreadsheet program / 或用表格软件打开:
      %s
    """
        .formatted(
            absolute(publishedSite().resolve("index.html")),
            absolute(publishedWorkbook()),
            absolute(site().resolve("index.html")),
            absolute(workbook()));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private String whereToGoOn(Generated generated, String warehouse) {
    return """

    Next steps / 下一步:
      who reported, and what was wrong with the files:
        bin/taizhang status --warehouse %1$s
      who is behind in which discipline:
        bin/taizhang query --warehouse %1$s "
          SELECT major_name, graduates, placement_rate, rate_gap, rate_gap_low, rate_gap_high
          FROM marts.placement_rates
          WHERE hardship_group = 'any' AND major_level = 'discipline' AND degree_level = 'all'
            AND region_level = 'all' AND university_code = 'all' ORDER BY rate_gap"
      what each university has to correct:
        bin/taizhang feedback --warehouse %1$s --reference %4$s --out %5$s
      whether every figure is sound:
        bin/taizhang verify --warehouse %1$s
      which releases there are, and what an audit found:
        bin/taizhang release list --warehouse %1$s
      the ledgers as universities sent them: %2$s
      what was planted in them, for comparison: %3$s
      what every figure means: docs/definitions.md
    """
        .formatted(
            warehouse,
            generated.landing(),
            generated.truth(),
            generated.reference(),
            folder.resolve("feedback"));
  }
}
