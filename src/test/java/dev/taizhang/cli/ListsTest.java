package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.person.InventedIdNumbers;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which follow-up lists and assistance ledgers count, each case at a university of its own. All
 * graduates are 70 in the ledgers of 1 and 29 September 2025. The corrections come in first and
 * what they correct in a second run; a third one reads everything anew after some decisions.
 */
class ListsTest {

  private static final String FINDINGS = "学号,毕业年份,毕业去向代码,就业意愿,调查日期,补充去向";
  private static final String MEASURES = "学号,届别,帮扶日期,帮扶措施,补充学号";
  private static final List<String> UNIVERSITIES =
      Stream.iterate(90001, code -> code <= 90013, code -> code + 1).map(String::valueOf).toList();

  @TempDir static Path folder;

  /** Outcome and intention of each graduate at the last slice, by university and number. */
  private static Map<String, String> states;

  private static Map<String, String> statesAfterDecisions;
  private static Map<String, String> measures;
  private static Map<String, String> measuresAfterDecisions;
  private static Cli.Result listWithYear;
  private static Cli.Result acceptedReplaced;
  private static Cli.Result status;
  private static Cli.Result verified;

  private static String idNumber(int university, int graduate) {
    return InventedIdNumbers.of(
        "200%d%02d%02d".formatted(graduate, 1 + university % 12, 1 + university % 28),
        "%03d".formatted(university % 1000));
  }

  private static void write(String path, int day, String... lines) throws IOException {
    Path file = folder.resolve("landing").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\r\n", lines) + "\r\n");
    Files.setLastModifiedTime(
        file, FileTime.from(Instant.parse("2025-10-%02dT08:00:00Z".formatted(day))));
  }

  private static String found(int graduate, String outcome) {
    return "%d,2025,%s,,2025-09-03,".formatted(graduate, outcome);
  }

  private static String foundByOffice(int university, String outcome) {
    return "%s,2025,%s,2025-09-03".formatted(idNumber(university, 1), outcome);
  }

  private static String helped(int graduate, String measure) {
    return "%d,2025,2025-09-02,%s,".formatted(graduate, measure);
  }

  private static void ledgers() throws IOException {
    for (String university : UNIVERSITIES) {
      List<String> lines = new ArrayList<>(List.of("学号,身份证号,毕业年份,毕业去向代码"));
      for (int graduate = 1; graduate <= 3; graduate++) {
        lines.add(
            "%d,%s,2025,70".formatted(graduate, idNumber(Integer.parseInt(university), graduate)));
      }
      for (String date : List.of("20250901", "20250929")) {
        Ledgers.write(
            folder.resolve("landing"),
            university + "_" + date + ".csv",
            lines.toArray(String[]::new));
      }
    }
  }

  /** What came last, which the first run takes in. */
  private static void laterLists() throws IOException {
    write("follow_up/90001_20250905_a.csv", 2, FINDINGS, found(1, "46"));
    write("follow_up/90002_20250905_b.csv", 1, FINDINGS, found(1, "46"));
    write("follow_up/90003_20250905_p2_更正.csv", 2, FINDINGS, found(2, "46"));
    write("follow_up/410104_20250905.csv", 2, "身份证号,毕业年份,毕业去向代码,调查日期", foundByOffice(90004, "10"));
    write("follow_up/90005_20250905.csv", 2, FINDINGS, found(1, "46"));
    write("follow_up/90008_20250912.csv", 2, FINDINGS, "1,2025,,有,2025-09-12,");
    write("follow_up/90009_20250905.csv", 2, FINDINGS, found(1, "10"));
    write("follow_up/90010_20250905.csv", 2, FINDINGS, found(1, "10") + "70");
    write("assistance/90011_20250905_a.csv", 2, MEASURES, helped(1, "岗位推荐"));
    write("assistance/90012_20250905.csv", 2, MEASURES, helped(1, "岗位推荐"));
    write("assistance/90013_20250905.csv", 2, MEASURES, helped(1, "岗位推荐") + "2");
  }

  /** What came first, which the second run takes in. */
  private static void earlierLists() throws IOException {
    write("follow_up/90001_20250905_b.csv", 1, FINDINGS, found(1, "10"), found(2, "10"));
    write("follow_up/90002_20250905_a.csv", 1, FINDINGS, found(1, "10"), found(2, "10"));
    write("follow_up/90003_20250905_p1.csv", 1, FINDINGS, found(1, "10"));
    write("follow_up/90003_20250905_p2.csv", 1, FINDINGS, found(2, "10"), found(3, "10"));
    write("follow_up/90004_20250905.csv", 1, FINDINGS, found(1, "46"));
    write("follow_up/410105_20250905.csv", 1, "身份证号,毕业年份,毕业去向代码,调查日期", foundByOffice(90005, "10"));
    write("follow_up/90008_20250905.csv", 1, FINDINGS, found(1, "10"));
    write("assistance/90011_20250905_b.csv", 1, MEASURES, helped(1, "岗位推荐"), helped(2, "面试辅导"));
  }

  @BeforeAll
  static void takeIn() throws IOException {
    ledgers();
    laterLists();
    run();
    earlierLists();
    run();
    states = states();
    measures = measures();
    status = Cli.run("status", "--warehouse", warehouse(), "--format", "csv");

    listWithYear = decide("retract", "90009_20250905.csv", "--graduation-year", "2025");
    decide("retract", "90009_20250905.csv");
    acceptedReplaced = decide("accept", "90001_20250905_b.csv");
    decide("retract", "90001_20250905_a.csv");
    decide("retract", "90002_20250905_b.csv");
    decide("accept", "90002_20250905_b.csv");
    decide("retract", "90012_20250905.csv");
    run("--reconform", "--reference", referenceWithTwoMoreAliases());
    statesAfterDecisions = states();
    measuresAfterDecisions = measures();
    verified = Cli.run("verify", "--warehouse", warehouse());
  }

  /** Under these a file with both columns, and other values in each, is rejected. */
  private static String referenceWithTwoMoreAliases() throws IOException {
    Path reference = Files.createDirectories(folder.resolve("reference"));
    Files.writeString(
        reference.resolve("column_aliases.csv"),
        Files.readString(Path.of("data/reference/column_aliases.csv")).stripTrailing()
            + "\nfollow_up,outcome_code,补充去向,\nassistance,student_number,补充学号,\n");
    return reference.toString();
  }

  private static String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  private static void run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--landing",
                folder.resolve("landing").toString(),
                "--warehouse",
                warehouse()));
    arguments.addAll(List.of(more));
    Cli.Result result = Cli.run(arguments.toArray(String[]::new));
    assertEquals(0, result.exitCode(), result.err());
  }

  private static Cli.Result decide(String kind, String submission, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                kind,
                "--warehouse",
                warehouse(),
                "--submission",
                submission,
                "--why",
                "asked them"));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  /** Rows of a key and a value. */
  private static Map<String, String> query(String sql) {
    Cli.Result result = Cli.run("query", "--warehouse", warehouse(), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result
        .out()
        .lines()
        .skip(1)
        .map(line -> line.split(",", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line[1], (a, b) -> a, TreeMap::new));
  }

  private static Map<String, String> states() {
    return query(
        """
        SELECT concat(e.university_code, ' ', e.row_number - 1),
          concat_ws(' ', h.outcome_code, h.job_intention)
        FROM ledger.history h JOIN ledger.entries e ON h.university_code = e.university_code
          AND h.graduate_id = e.student_key AND e.snapshot_date = DATE'2025-09-01'
        WHERE h.valid_from <= DATE'2025-09-29'
          AND coalesce(h.valid_to > DATE'2025-09-29', true)""");
  }

  private static Map<String, String> measures() {
    return query(
        """
        SELECT university_code, concat_ws(' ', sort_array(collect_list(measure_code)))
        FROM ledger.assistance GROUP BY university_code""");
  }

  private static List<String> ofUniversity(Map<String, String> values, String university) {
    return List.copyOf(
        values.entrySet().stream()
            .filter(one -> one.getKey().startsWith(university))
            .map(Map.Entry::getValue)
            .toList());
  }

  @Test
  void correctionTakesThePlaceOfTheWholeListWhateverCameInFirst() {
    assertEquals(List.of("46", "70", "70"), ofUniversity(states, "90001"));
  }

  @Test
  void nameDecidesBetweenListsOfOneMoment() {
    assertEquals(List.of("46", "70", "70"), ofUniversity(states, "90002"));
  }

  @Test
  void partsOfAListCountTogetherEachWithItsLastFile() {
    assertEquals(List.of("10", "46", "70"), ofUniversity(states, "90003"));
  }

  @Test
  void ofFindingsOfOneDayBySeveralSubmittersTheOneInTheLastFileCounts() {
    assertEquals("10", states.get("90004 1"));
    assertEquals("46", states.get("90005 1"));
  }

  @Test
  void laterFindingOfTheIntentionAloneLeavesTheOutcomeThatWasFound() {
    assertEquals("10 yes", states.get("90008 1"));
  }

  @Test
  void everyListThatCountsIsSeenBeforeAnythingIsDecided() {
    assertEquals("10", states.get("90009 1"));
    assertEquals("10", states.get("90010 1"));
    assertEquals("job_recommendation", measures.get("90012"));
    assertEquals("job_recommendation", measures.get("90013"));
  }

  @Test
  void retractedListDoesNotCount() {
    assertEquals("70", statesAfterDecisions.get("90009 1"));
    assertEquals(List.of(), ofUniversity(measuresAfterDecisions, "90012"));
  }

  @Test
  void retractedCorrectionGivesPlaceToWhatItCorrected() {
    assertEquals(List.of("10", "10", "70"), ofUniversity(statesAfterDecisions, "90001"));
  }

  @Test
  void listThatWasAcceptedAgainCounts() {
    assertEquals(List.of("46", "70", "70"), ofUniversity(statesAfterDecisions, "90002"));
  }

  @Test
  void listThatIsRejectedWhenItIsReadAnewDoesNotCount() {
    assertEquals(
        "rejected",
        query(
                "SELECT university_code, status FROM intake.submissions"
                    + " WHERE file_name = '90010_20250905.csv'")
            .get("90010"));
    assertEquals("70", statesAfterDecisions.get("90010 1"));
    assertEquals(List.of(), ofUniversity(measuresAfterDecisions, "90013"));
  }

  @Test
  void measuresOfAListThatWasSentAgainCountOnce() {
    assertEquals("job_recommendation", measures.get("90011"));
    assertEquals("job_recommendation", measuresAfterDecisions.get("90011"));
  }

  @Test
  void statusTellsOfListsThatWereReplaced() {
    List<String> replaced =
        status
            .out()
            .lines()
            .filter(line -> line.startsWith("superseded"))
            .map(line -> line.split(",", 3)[1])
            .toList();
    assertEquals(
        List.of(
            "90001_20250905_b.csv",
            "90002_20250905_a.csv",
            "90003_20250905_p2.csv",
            "90011_20250905_b.csv"),
        replaced,
        status.out() + status.err());
  }

  @Test
  void listHasNoCohortsToDecideOn() {
    assertEquals(2, listWithYear.exitCode());
    assertTrue(
        listWithYear
            .err()
            .contains(
                "'90009_20250905.csv' belongs to the feed follow_up, whose files count as a whole;"
                    + " nothing was decided. What to do: leave out --graduation-year"),
        listWithYear.err());
  }

  @Test
  void acceptingAListThatWasReplacedIsRefusedAndTheAdviceWorks() {
    assertEquals(2, acceptedReplaced.exitCode());
    assertTrue(
        acceptedReplaced
            .err()
            .contains("'90001_20250905_b.csv' does not count because '90001_20250905_a.csv' ("),
        acceptedReplaced.err());
    assertTrue(
        acceptedReplaced.err().contains("What to do: retract the later one"),
        acceptedReplaced.err());
    assertEquals("10", statesAfterDecisions.get("90001 1"));
  }

  @Test
  void warehouseKeepsItsPromises() {
    assertEquals(0, verified.exitCode(), verified.out() + verified.err());
  }
}
