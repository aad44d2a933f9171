package dev.taizhang.config;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.reference.Expectation;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The settings of a scheduled run, as a YAML file gives them. A setting that the file leaves out is
 * empty; folders are as seen from the file's own folder.
 *
 * @param landing folder that the files are in
 * @param warehouse folder of the tables
 * @param reference folder with additions to the reference data
 * @param asOf figures asked for
 * @param site folder of the site that is brought up to date after a run
 * @param workbook file of the workbook that is
 * @param master Spark master that the work is sent to
 * @param plan publication plan of releases: which figures leave the house
 * @param policy publication policy of releases: how they are protected
 * @param strict whether losses of input end the run with an exit code of their own
 * @param reconform whether accepted submissions of an older configuration are read again
 * @param thresholds the numbers that decide readings, the defaults where the file has none
 * @param expectations rules besides those that are shipped
 */
public record JobFile(
    Optional<String> landing,
    Optional<String> warehouse,
    Optional<String> reference,
    Optional<String> site,
    Optional<String> workbook,
    Optional<String> master,
    Optional<String> plan,
    Optional<String> policy,
    List<AsOfRequest> asOf,
    boolean strict,
    boolean reconform,
    Thresholds thresholds,
    List<Expectation> expectations) {

  /** What stands in place of a job file where there is none. */
  public static final JobFile NONE =
      new JobFile(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          false,
          false,
          Thresholds.DEFAULT,
          List.of());

  public JobFile {
    asOf = List.copyOf(asOf);
    expectations = List.copyOf(expectations);
  }

  /**
   * Reads a job file.
   *
   * @throws InvalidUsage with every problem of the file, when it has any
   */
  public static JobFile read(Path file) {
    JobSection job = new JobSection(file, root(file));
    JobFile settings =
        new JobFile(
            job.location("landing"),
            job.location("warehouse"),
            job.location("reference"),
            job.location("site"),
            job.location("workbook"),
            job.text("master"),
            job.text("plan"),
            job.text("policy"),
            job.asOfRequests("as_of"),
            job.flag("strict"),
            job.flag("reconform"),
            thresholds(job.section("thresholds")),
            expectations(job.sections("expectations")));
    job.requireNoProblems();
    return settings;
  }

  private static List<Expectation> expectations(List<JobSection> sections) {
    List<Expectation> rules = new ArrayList<>();
    for (JobSection section : sections) {
      String id = section.required("id");
      String feed = section.oneOf("feed", "ledger", "follow_up", "assistance");
      String severity = section.oneOf("severity", "flag", "quarantine");
      String scope = section.oneOf("scope", "row", "file");
      String expression = section.required("expression");
      String messageZh = section.required("message_zh");
      String messageEn = section.text("message_en").orElse(messageZh);
      String column = section.text("column").orElse("");
      String source = section.text("source").orElse("job file");
      if (rules.stream().anyMatch(rule -> rule.id().equals(id))) {
        section.problem("the rule '" + id + "' appears twice");
      }
      try {
        rules.add(
            new Expectation(
                id,
                feed,
                Expectation.Severity.of(severity),
                Expectation.Scope.of(scope),
                column,
                expression,
                messageZh,
                messageEn,
                source));
      } catch (IllegalArgumentException e) {
        section.problem(e.getMessage());
      }
    }
    return rules;
  }

  private static Thresholds thresholds(JobSection section) {
    Thresholds defaults = Thresholds.DEFAULT;
    int cohortStartMonth = section.whole("cohort_start_month", defaults.cohortStartMonth());
    int staleAfterDays = section.whole("stale_after_days", defaults.staleAfterDays());
    int coveredDays = section.whole("covered_days", defaults.coveredDays());
    double reportingShare = section.share("reporting_share", defaults.reportingShare());
    int reportingCadenceDays =
        section.whole("reporting_cadence_days", defaults.reportingCadenceDays());
    double destroyedIdentityShare =
        section.share("destroyed_identity_share", defaults.destroyedIdentityShare());
    int minimumWageYuan = section.whole("minimum_wage_yuan", defaults.minimumWageYuan());
    Holding holding = holding(section, defaults.holding());
    int officialWindowDays = section.whole("official_window_days", defaults.officialWindowDays());
    try {
      return new Thresholds(
          cohortStartMonth,
          staleAfterDays,
          coveredDays,
          reportingShare,
          reportingCadenceDays,
          destroyedIdentityShare,
          minimumWageYuan,
          officialWindowDays,
          holding);
    } catch (IllegalArgumentException e) {
      section.problem(e.getMessage());
      return defaults;
    }
  }

  private static Holding holding(JobSection section, Holding defaults) {
    return new Holding(
        section.share("held_leaving_share", defaults.leavingShare()),
        section.share("held_growth_share", defaults.growthShare()),
        section.share("held_lacking_share", defaults.lackingShare()),
        section.share("stray_share", defaults.strayShare()));
  }

  private static Optional<Node> root(Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      return Optional.ofNullable(new Yaml(new SafeConstructor(new LoaderOptions())).compose(text));
    } catch (MarkedYAMLException e) {
      throw notYaml(file, "line " + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem(), e);
    } catch (YAMLException e) {
      throw notYaml(file, "it is not UTF-8 text", e);
    } catch (IOException e) {
      throw new InvalidUsage(
          "The job file " + file + " cannot be read. What to do: check --job.", e);
    }
  }

  private static InvalidUsage notYaml(Path file, String why, YAMLException cause) {
    return new InvalidUsage(
        "The job file %s is not YAML: %s. What to do: correct it; jobs/weekly.yaml is an example."
            .formatted(file, why),
        cause);
  }
}
