package dev.taizhang.cli;

import dev.taizhang.config.AsOfRequest;
import dev.taizhang.config.JobFile;
import dev.taizhang.reference.PublicationPlan;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.Protector;
import dev.taizhang.release.draft.ReleaseRequest;
import dev.taizhang.release.gates.Gate;
import dev.taizhang.release.record.Manifest;
import dev.taizhang.release.record.Releasing;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.Table;
import dev.taizhang.verification.Verification;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a draft of a release. */
@Command(
    name = "create",
    description = {
      "Makes a draft of a release: the figures of one date that the plan lists, protected as the",
      "policy says, in the tables 'published.*'. Where a gate stops it, nothing is written."
    })
final class ReleaseCreateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions settings;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = RunCommand.AsOfConverter.class,
      description = {
        "Date of the figures (yyyy-mm-dd, or official:yyyy-08-31). Default: the newest official"
            + " date",
        "or end of a month with figures, or else the newest date."
      })
  private AsOfRequest asOf;

  @Option(
      names = "--plan",
      paramLabel = "NAME",
      description = "Publication plan: which figures leave the house (default: default).")
  private String plan;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "Publication policy: how they are protected (default: suppress).")
  private String policy;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description = "Who makes it; it is recorded with the release.")
  private String by;

  @Option(
      names = "--accept",
      paramLabel = "GATE",
      description = "Let this gate pass, with --why; the manifest says so. May be repeated.")
  private List<String> accepted;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      description = "The reason to let a gate pass, or to ask for less coverage.")
  private String why;

  @Option(
      names = "--minimum-coverage",
      paramLabel = "SHARE",
      description = {
        "Least share of graduates, 0 to 1, whose universities have reported lately (default: 0.9). Less",
        "needs --why; the manifest says so."
      })
  private Double minimumCoverage;

  @Override
  public Integer call() throws IOException {
    JobFile job = settings.job();
    String location = settings.warehouse(job);
    ReferenceData lists = settings.reference(job);
    // Of two lines of a plan about one cut only the last counts, and figures would be missed.
    lists
        .doubled()
        .forEach(line -> spec.commandLine().getErr().println("taizhang: warning: " + line));
    ReleaseRequest request = request(job, lists);
    SparkSession spark = Spark.session();
    Releasing.Report report =
        Releasing.create(
            spark,
            location,
            request,
            new Releasing.Settings(
                lists,
                job.thresholds(),
                Protector.BY_WITNESSES,
                tables -> broken(spark, location, tables),
                Version.number()));
    tell(report);
    return 0;
  }

  private ReleaseRequest request(JobFile job, ReferenceData lists) {
    if (by.isBlank()) {
      throw wrong("--by is empty. What to do: say who makes the release.");
    }
    List<String> gates = accepted == null ? List.of() : accepted;
    gates.forEach(this::requireAcceptable);
    if (!gates.isEmpty() && (why == null || why.isBlank())) {
      throw wrong("--accept needs --why. What to do: give the reason to let the gate pass.");
    }
    double coverage = minimumCoverage == null ? ReleaseRequest.MINIMUM_COVERAGE : minimumCoverage;
    if (!(coverage >= 0 && coverage <= 1)) {
      throw wrong("--minimum-coverage is a share from 0 to 1, such as 0.9, not " + coverage + ".");
    }
    if (asOf != null && asOf.kind() == AsOfRequest.Kind.WEEKLY) {
      throw wrong(
          "A release is of one date. What to do: give --as-of 2025-08-31 or official:2025-08-31.");
    }
    if (coverage < ReleaseRequest.MINIMUM_COVERAGE && (why == null || why.isBlank())) {
      throw wrong(
          "--minimum-coverage below 0.9 needs --why. What to do: give the reason; the manifest will have both.");
    }
    return new ReleaseRequest(
        Optional.ofNullable(asOf),
        lists.publicationPlan(
            Optional.ofNullable(plan).or(job::plan).orElse(PublicationPlan.DEFAULT)),
        lists.publicationPolicy(
            Optional.ofNullable(policy).or(job::policy).orElse(PublicationPolicy.DEFAULT)),
        by.strip(),
        Set.copyOf(gates),
        why == null ? "" : why.strip(),
        coverage);
  }

  private void requireAcceptable(String code) {
    if (Gate.of(code).filter(Gate::maybeAccepted).isEmpty()) {
      throw wrong(
          "The gate '%s' cannot be let pass; those that can are %s. What to do: mend what the gate says."
              .formatted(code, String.join(", ", Gate.acceptable())));
    }
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  /** What some tables break of what they promise. */
  static List<String> broken(SparkSession spark, String location, List<Table> tables) {
    return Verification.verify(spark, location, tables).stream()
        .filter(outcome -> !outcome.holds())
        .map(one -> "%s: %s (%d)".formatted(one.subject(), one.check(), one.breaches()))
        .toList();
  }

  private void tell(Releasing.Report report) {
    Release release = report.release();
    report
        .accepted()
        .forEach(
            finding ->
                spec.commandLine()
                    .getErr()
                    .printf("taizhang: let pass: %s%n", finding.described()));
    spec.commandLine()
        .getOut()
        .printf(
            "%s %s: %d figures shown, %d withheld (plan %s, policy %s)%s%n",
            report.isNew() ? "draft" : "unchanged draft",
            release.releaseId(),
            release.figuresShown(),
            release.figuresWithheld(),
            release.plan(),
            release.policy(),
            sinceTheOneBefore(Manifest.read(release.manifest())));
  }

  /** What moved since the release before of the same date; nothing of the first one. */
  private static String sinceTheOneBefore(Manifest manifest) {
    long moved = manifest.moved();
    return manifest
        .since()
        .map(
            before ->
                "; since %s %s"
                    .formatted(
                        before,
                        moved == 0
                            ? "no figure moved"
                            : "%d %s of figures moved"
                                .formatted(moved, moved == 1 ? "row" : "rows")))
        .orElse("");
  }
}
