package dev.taizhang.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was planted in an invented province comes out of the tables, no more and no less. The truth
 * is that of the generator's own model; the tables are made by the whole program.
 */
class PlantedTruthTest {

  // One count each, in the order of the truth's columns.
  private static final String COUNTS =
      "graduates, placed, contract, other_employment, self_employed, freelance, domestic_study,"
          + " abroad, awaiting, not_seeking, outcome_unknown, stale_graduates";
  private static final String KEY =
      "as_of_date, hardship_group, degree_level, region_role, region_level, region_code,"
          + " major_level, major_catalogue, major_code, university_code";
  // The cuts of marts.placement_rates that the truth has.
  private static final String CUTS_OF_RATES =
      "(degree_level = 'all' AND major_level = 'all') OR (degree_level <> 'all' AND region_role ="
          + " 'all' AND major_level = 'all' AND university_code = 'all') OR (degree_level = 'all' AND"
          + " region_role = 'all' AND major_level = 'discipline' AND university_code = 'all')";
  private static final int WEEKS = 4;

  @TempDir static Path folder;
  private static Generated province;

  @BeforeAll
  static void invent() {
    ProvinceSettings settings =
        new ProvinceSettings(
            folder.resolve("province"), 8, 2000, WEEKS, 1, 90, LocalDate.of(2025, 8, 31));
    province =
        Generator.generate(settings, InventedProvince.REFERENCE, line -> {}, FormatPolicy.MIXED, 2);
    List<String> run =
        new ArrayList<>(
            List.of(
                "run",
                "--landing",
                province.landing().toString(),
                "--warehouse",
                warehouse(),
                "--reference",
                province.reference().toString()));
    for (int week = 0; week < WEEKS; week++) {
      run.addAll(List.of("--as-of", settings.snapshot(week).toString()));
    }
    Cli.Result result = Cli.run(run.toArray(String[]::new));
    assertEquals(0, result.exitCode(), result.err());
  }

  private static String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  /** The lines that a query gives, values joined with commas. */
  private static Set<String> found(String columns, String rest) {
    String values =
        Arrays.stream(columns.split(", ", -1))
            .map(column -> "coalesce(CAST(" + column + " AS STRING), '')")
            .collect(Collectors.joining(", "));
    Cli.Result result =
        Cli.run(
            "query",
            "--warehouse",
            warehouse(),
            "--format",
            "csv",
            "SELECT concat_ws('|', " + values + ") AS line FROM " + rest);
    assertEquals(0, result.exitCode(), result.err());
    return sorted(result.out().lines().skip(1).map(line -> line.replace('|', ',')).toList());
  }

  private static Set<String> planted(String file, Predicate<String> which) throws IOException {
    return sorted(
        Files.readAllLines(province.truth().resolve(file)).stream().skip(1).filter(which).toList());
  }

  private static Set<String> sorted(List<String> lines) {
    Set<String> sorted = new TreeSet<>(lines);
    assertEquals(lines.size(), sorted.size(), "no line comes twice");
    return sorted;
  }

  /** Compares line by line, so that a failure shows the lines that differ and not all of them. */
  private static void assertSame(Set<String> planted, Set<String> found) {
    Set<String> missing = new TreeSet<>(planted);
    missing.removeAll(found);
    Set<String> surplus = new TreeSet<>(found);
    surplus.removeAll(planted);
    assertEquals(
        "",
        difference("planted and not found", missing)
            + difference("found and not planted", surplus));
    assertEquals(planted.size(), found.size());
  }

  private static String difference(String what, Set<String> lines) {
    return lines.isEmpty()
        ? ""
        : "%d %s:%n%s%n"
            .formatted(
                lines.size(),
                what,
                lines.stream().limit(20).collect(Collectors.joining(System.lineSeparator())));
  }

  @Test
  void everyKindOfDefectIsPlanted() throws IOException {
    Set<String> kinds = new TreeSet<>();
    planted("submissions.csv", line -> true)
        .forEach(line -> kinds.add(line.substring(line.lastIndexOf(',') + 1)));
    Set<String> all =
        Arrays.stream(Defect.values())
            .map(defect -> defect.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    // Files without a defect are there too.
    all.add("");
    assertEquals(all, kinds);
  }

  @Test
  void submissionsAreAcceptedAndRejectedAsPlanted() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (String line :
        planted(
            "submissions.csv", row -> row.contains(",accepted,") || row.contains(",rejected,"))) {
      List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
      expected.add(
          String.join(
              ",",
              cells.get(0),
              cells.get(3),
              cells.get(4),
              cells.get(5),
              cells.get(6),
              cells.get(7),
              cells.get(8)));
    }
    assertSame(
        expected,
        found(
            "file_name, status, reason_code, row_count, accepted_count, quarantined_count,"
                + " flagged_count",
            "intake.submissions WHERE feed = 'ledger'"));
  }

  @Test
  void rowsAreQuarantinedAsPlanted() throws IOException {
    assertSame(
        planted("quarantine.csv", line -> true),
        found(
            "file_name, rule_id, rows",
            "(SELECT file_name, rule_id, count(*) AS rows FROM intake.quarantine JOIN"
                + " intake.submissions USING (submission_id) GROUP BY ALL)"));
  }

  @Test
  void rowsAreFlaggedAsPlanted() throws IOException {
    assertSame(
        planted("flags.csv", line -> true),
        found(
            "file_name, flag, rows",
            "(SELECT file_name, flag, count(*) AS rows FROM (SELECT submission_id, explode(flags)"
                + " AS flag FROM ledger.entries) JOIN intake.submissions USING (submission_id)"
                + " GROUP BY ALL)"));
  }

  @Test
  void trendIsWhatWasPlanted() throws IOException {
    assertSame(
        planted("rates.csv", line -> !line.contains(",origin,")),
        found(KEY + ", " + COUNTS, "marts.placement_trend"));
  }

  @Test
  void gapsAreOfThoseWhoHadTheTagAtGraduation() throws IOException {
    Set<String> planted =
        planted(
            "baseline_rates.csv",
            line ->
                line.contains(",all,all,all,all,all,all,all,all,")
                    && !line.matches("[^,]*,(all|none),.*"));
    Set<String> counted = new TreeSet<>();
    for (String line : planted) {
      List<String> cells = List.of(line.split(",", -1));
      counted.add(String.join(",", cells.get(0), cells.get(1), cells.get(10), cells.get(11)));
    }
    assertSame(
        counted,
        found(
            "as_of_date, hardship_group, graduates, placed",
            "marts.hardship_gaps WHERE degree_level = 'all' AND province_code = 'all' AND"
                + " stratification = 'class_university' AND as_of_date = (SELECT max(as_of_date)"
                + " FROM marts.hardship_gaps)"));
    long now =
        planted("rates.csv", line -> isOfDifficultPeople(line, planted)).stream()
            .mapToLong(line -> Long.parseLong(line.split(",", -1)[10]))
            .sum();
    long atGraduation =
        planted.stream()
            .filter(line -> line.contains(",employment_difficulty,"))
            .mapToLong(line -> Long.parseLong(line.split(",", -1)[10]))
            .sum();
    assertTrue(now < atGraduation, () -> "tags were dropped: " + now + " of " + atGraduation);
  }

  /** The province's figures of those with the tag that is dropped, on the date of other lines. */
  private static boolean isOfDifficultPeople(String line, Set<String> others) {
    String date = others.iterator().next().substring(0, 10);
    return line.startsWith(date + ",employment_difficulty,all,all,all,all,all,all,all,all,");
  }

  @Test
  void lossesAndLeaversAreWhatWasPlanted() throws IOException {
    Set<String> planted = planted("moves.csv", line -> true);
    assertTrue(planted.stream().anyMatch(line -> line.contains(",placed,awaiting,")));
    assertTrue(planted.stream().anyMatch(line -> line.contains(",absent,")));
    assertSame(
        planted,
        found(
            "as_of_date, from_state, to_state, graduates",
            "marts.transitions WHERE hardship_group = 'all' AND province_code = 'all' AND"
                + " from_state <> to_state"));
  }

  @Test
  void helpIsWhatWasPlanted() throws IOException {
    Set<String> planted = planted("help.csv", line -> true);
    Set<String> modes =
        planted.stream().map(line -> line.split(",", -1)[2]).collect(Collectors.toSet());
    assertEquals(Set.of("one_to_one", "contact", "mass"), modes);
    assertSame(
        planted,
        found(
            "snapshot_date, university_code, mode, measures",
            "(SELECT snapshot_date, university_code, mode, count(*) AS measures FROM"
                + " ledger.assistance GROUP BY ALL)"));
  }

  @Test
  void ratesAreWhatWasPlanted() throws IOException {
    assertSame(
        planted("rates.csv", line -> true),
        found(KEY + ", " + COUNTS, "marts.placement_rates WHERE " + CUTS_OF_RATES));
  }
}
