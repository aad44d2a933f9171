package dev.taizhang.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.reference.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFileTest {

  @TempDir Path folder;

  private JobFile read(String... lines) throws IOException {
    return JobFile.read(Files.write(folder.resolve("job.yaml"), List.of(lines)));
  }

  private String refused(String... lines) {
    return assertThrows(InvalidUsage.class, () -> read(lines))
        .getMessage()
        .replace(folder.resolve("job.yaml").toString(), "FILE");
  }

  @Test
  void everySettingIsRead() throws IOException {
    assertEquals(
        new JobFile(
            Optional.of(folder.resolve("landing").toString()),
            Optional.of("hdfs://nameservice/warehouse"),
            Optional.of("/data/reference"),
            Optional.of(folder.resolve("site").toString()),
            Optional.of(folder.resolve("figures.xlsx").toString()),
            Optional.of("spark://master:7077"),
            Optional.of("ours"),
            Optional.of("round5"),
            List.of(
                AsOfRequest.plain(LocalDate.of(2025, 6, 30)),
                AsOfRequest.official(LocalDate.of(2025, 8, 31), Optional.empty()),
                AsOfRequest.official(LocalDate.of(2025, 12, 31), Optional.of(3)),
                AsOfRequest.weekly()),
            true,
            true,
            new Thresholds(10, 8, 31, 0.2, 14, 0.04, 0, 5, new Holding(0.3, 0.6, 0.1, 0.02)),
            List.of()),
        read(
            "landing: landing",
            "warehouse: hdfs://nameservice/warehouse",
            "reference: /data/reference",
            "site: site",
            "workbook: figures.xlsx",
            "master: spark://master:7077",
            "plan: ours",
            "policy: round5",
            "as_of: [2025-06-30, official:2025-08-31, official:2025-12-31:3, weekly]",
            "strict: true",
            "reconform: true",
            "thresholds:",
            "  cohort_start_month: 10",
            "  stale_after_days: 8",
            "  covered_days: 31",
            "  reporting_share: 0.2",
            "  reporting_cadence_days: 14",
            "  destroyed_identity_share: 0.04",
            "  official_window_days: 5",
            "  held_leaving_share: 0.3",
            "  held_growth_share: 0.6",
            "  held_lacking_share: 0.1",
            "  stray_share: 0.02"));
  }

  @Test
  void whatIsLeftOutIsAsWithoutAJobFile() throws IOException {
    assertEquals(JobFile.NONE, read("# nothing yet"));
    assertEquals(
        List.of(AsOfRequest.plain(LocalDate.of(2025, 8, 31))), read("as_of: 2025-08-31").asOf());
  }

  @Test
  void foldersAreSeenFromTheFilesOwnFolder() throws IOException {
    Path jobs = Files.createDirectories(folder.resolve("jobs"));
    Path file = Files.writeString(jobs.resolve("weekly.yaml"), "landing: ../landing\n");
    assertEquals(Optional.of(folder.resolve("landing").toString()), JobFile.read(file).landing());
  }

  @Test
  void allProblemsAreToldAtOnceWithTheirLines() {
    assertEquals(
        """
        The job file FILE has 7 problems; nothing was done:
          line 1: 'landing' must be text
          line 3: 'as_of': '31.8.2025' is not an as-of date; write 2025-06-30, official:2025-08-31, official:2025-08-31:3 (window of 3 days) or weekly
          line 4: 'strict' must be true or false, not 'maybe'
          line 7: 'covered_days' must be a whole number, not 'a month'
          line 6: cohort_start_month must be 2 to 12; reporting_share must be 0 to 1; reporting_cadence_days must be 1 or more
          line 2: there is no setting 'warehous'; the settings are landing, warehouse, reference, site, workbook, master, plan, policy, as_of, strict, reconform, thresholds, expectations
          line 10: there is no setting 'stale_days'; the settings are cohort_start_month, stale_after_days, covered_days, reporting_share, reporting_cadence_days, destroyed_identity_share, minimum_wage_yuan, held_leaving_share, held_growth_share, held_lacking_share, stray_share, official_window_days
        What to do: correct them; jobs/weekly.yaml is an example.""",
        refused(
            "landing: [a, b]",
            "warehous: /data",
            "as_of: [2025-08-31, 31.8.2025]",
            "strict: maybe",
            "thresholds:",
            "  cohort_start_month: 1",
            "  covered_days: a month",
            "  reporting_share: 10",
            "  reporting_cadence_days: 0",
            "  stale_days: 7"));
  }

  @Test
  void rulesAreReadFromAList() throws IOException {
    assertEquals(
        List.of(
            new Expectation(
                "salary_doubtful",
                "ledger",
                Expectation.Severity.FLAG,
                Expectation.Scope.ROW,
                "monthly_salary",
                "monthly_salary_yuan > 50000",
                "月薪偏高；需核实。",
                "The pay is high; to be checked.",
                "job file")),
        read(
                "expectations:",
                "  - id: salary_doubtful",
                "    severity: flag",
                "    column: monthly_salary",
                "    expression: monthly_salary_yuan > 50000",
                "    message_zh: 月薪偏高；需核实。",
                "    message_en: The pay is high; to be checked.")
            .expectations());
  }

  @Test
  void ruleThatLacksSomethingIsAProblem() {
    assertEquals(
        """
        The job file FILE has 4 problems; nothing was done:
          line 3: 'severity' must be one of flag, quarantine, not 'warn'
          line 2: 'expression' is missing
          line 2: A rule's id consists of lower-case letters, digits and _, not 'Bad Id'.
          line 6: there is no setting 'message'; the settings are id, feed, severity, scope, expression, message_zh, message_en, column, source
        What to do: correct them; jobs/weekly.yaml is an example.""",
        refused(
            "expectations:",
            "  - id: Bad Id",
            "    severity: warn",
            "    message_zh: 月薪偏高；需核实。",
            "    message_en: The pay is high.",
            "    message: high"));
  }

  @Test
  void ruleThatStandsTwiceIsAProblem() {
    String[] rule = {
      "  - id: salary_doubtful",
      "    severity: flag",
      "    expression: monthly_salary_yuan > 50000",
      "    message_zh: 月薪偏高；需核实。"
    };
    String message =
        refused(
            Stream.of(Stream.of("expectations:"), Stream.of(rule), Stream.of(rule))
                .flatMap(lines -> lines)
                .toArray(String[]::new));
    assertTrue(message.contains("line 6: the rule 'salary_doubtful' appears twice"), message);
  }

  @Test
  void settingThatStandsTwiceIsAProblem() {
    assertTrue(refused("strict: true", "strict: false").contains("line 2: 'strict' appears twice"));
  }

  @Test
  void fileThatIsNoMappingIsAProblem() {
    assertTrue(
        refused("- landing", "- warehouse")
            .contains("line 1: write settings as 'name: value', one per line"));
  }

  @Test
  void brokenYamlIsToldWithItsLine() {
    String message = refused("landing: /data", "as_of: [2025-08-31");
    assertTrue(message.startsWith("The job file FILE is not YAML: line 3: "), message);
  }

  @Test
  void fileThatIsNotThereIsToldApart() {
    InvalidUsage missing =
        assertThrows(InvalidUsage.class, () -> JobFile.read(folder.resolve("none.yaml")));
    assertEquals(
        "The job file " + folder.resolve("none.yaml") + " cannot be read. What to do: check --job.",
        missing.getMessage());
  }

  @Test
  void shippedExampleIsRight() {
    JobFile weekly = JobFile.read(Path.of("jobs", "weekly.yaml"));
    assertTrue(weekly.landing().isPresent());
    assertTrue(weekly.warehouse().isPresent());
    assertEquals(Thresholds.DEFAULT, weekly.thresholds());
  }
}
