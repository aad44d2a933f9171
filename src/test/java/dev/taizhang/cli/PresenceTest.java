package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.flow.Pipeline;
import dev.taizhang.landing.person.InventedIdNumbers;
import dev.taizhang.support.Cli;
import dev.taizhang.support.WarehouseRows;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever a file names is present, however badly: files in, slices and history out. Each university
 * is a case of its own; one warehouse takes all files at once and another week by week.
 */
class PresenceTest {

  private static final String FIRST = "20250601";
  private static final String SECOND = "20250608";
  private static final Instant MORNING = Instant.parse("2025-06-10T00:00:00Z");

  @TempDir static Path folder;

  private static Path atOnce;
  private static Path inSteps;

  @BeforeAll
  static void runBothWays() throws IOException {
    atOnce = folder.resolve("at-once");
    inSteps = folder.resolve("in-steps");
    firstWeek(atOnce);
    secondWeek(atOnce);
    run(atOnce);
    firstWeek(inSteps);
    run(inSteps);
    secondWeek(inSteps);
    run(inSteps);
  }

  private static void firstWeek(Path where) throws IOException {
    write(where, "90001", FIRST, 1, sound(1, 20));
    write(where, "90002", FIRST, 1, sound(1, 130), rowsOf(2024, 501, 505));
    write(where, "90003", FIRST, 1, sound(1, 200), rowsOf(2024, 501, 506));
    write(where, "90004", FIRST, 1, sound(1, 10));
    write(where, "90005", FIRST, 1, sound(1, 10));
    write(where, "90007", FIRST, 1, sound(1, 20));
    write(where, "90008", FIRST, 1, sound(1, 10));
    for (int university = 90011; university < 90015; university++) {
      write(where, "" + university, FIRST + "_p1", 1 + university % 2, row(1, 2025, "10"));
      write(where, "" + university, FIRST + "_p2", 2 - university % 2, row(1, 2025, "80"));
    }
  }

  private static void secondWeek(Path where) throws IOException {
    write(where, "90001", SECOND, 1, sound(1, 15), rowsOf(null, 16, 20));
    write(where, "90002", SECOND, 1, sound(1, 103), rowsOf(2024, 104, 104));
    write(where, "90003", SECOND, 1, sound(1, 200));
    write(
        where,
        "90003",
        SECOND + "_corrected",
        2,
        sound(1, 184),
        shifted(2025, 185, 189),
        rowsOf(null, 190, 199),
        rowsOf(2024, 200, 200));
    write(
        where,
        "90004",
        SECOND,
        1,
        sound(1, 10),
        Stream.of(line("", person(1), 2025, "10"), line("", person(2), 2025, "70")));
    write(
        where,
        "90005",
        SECOND,
        1,
        row(1, 2025, "70"),
        row(2, 2025, "10"),
        Stream.of(line(student(2), person(3), 2025, "80")),
        sound(4, 10));
    write(
        where,
        "90007",
        SECOND,
        1,
        sound(1, 15),
        IntStream.rangeClosed(16, 20).mapToObj(each -> line("", person(each), null, "70")));
    write(where, "90008", SECOND, 1, sound(1, 7), shifted(2024, 8, 10));
  }

  private static Stream<String> sound(int from, int to) {
    return rowsOf(2025, from, to);
  }

  private static Stream<String> rowsOf(Integer year, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(each -> line(student(each), person(each), year, "70"));
  }

  /** Rows with a cell too many, which are quarantined. */
  private static Stream<String> shifted(Integer year, int from, int to) {
    return rowsOf(year, from, to).map(line -> line + ",80");
  }

  private static Stream<String> row(int graduate, Integer year, String outcome) {
    return Stream.of(line(student(graduate), person(graduate), year, outcome));
  }

  private static String student(int graduate) {
    return "2021%03d".formatted(graduate);
  }

  private static String person(int graduate) {
    return InventedIdNumbers.of("20030304", "%03d".formatted(graduate));
  }

  private static String line(String student, String person, Integer year, String outcome) {
    return String.join(
        ",", student, person, "示例甲", "31", "080901", year == null ? "" : "" + year, "0", outcome);
  }

  @SafeVarargs
  private static void write(
      Path where, String university, String name, int hour, Stream<String>... rows)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(InventedLedgers.HEADER));
    for (Stream<String> some : rows) {
      some.forEach(lines::add);
    }
    Path file = where.resolve("landing/ledger/%s_%s.csv".formatted(university, name));
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\r\n", lines) + "\r\n");
    Files.setLastModifiedTime(file, FileTime.from(MORNING.plusSeconds(3600L * hour)));
  }

  private static void run(Path where) {
    Cli.Result result =
        Cli.run(
            "run",
            "--landing",
            where.resolve("landing").toString(),
            "--warehouse",
            where.resolve("warehouse").toString(),
            "--as-of",
            "2025-06-09");
    assertEquals(0, result.exitCode(), result.err());
  }

  private static String query(String sql) {
    Cli.Result result =
        Cli.run(
            "query", "--warehouse", atOnce.resolve("warehouse").toString(), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).collect(Collectors.joining("\n"));
  }

  private static String statuses(String university) {
    return query(
        """
        SELECT s.graduation_year, u.file_name, s.status
        FROM intake.slices s JOIN intake.submissions u USING (submission_id)
        WHERE s.university_code = '%s' ORDER BY 1, 2
        """
            .formatted(university));
  }

  private static String changes(String university) {
    return query(
        """
        SELECT graduation_year, change_kind, count(*) FROM ledger.history
        WHERE university_code = '%s' GROUP BY 1, 2 ORDER BY 1, 2
        """
            .formatted(university));
  }

  @Test
  void rowsWithoutAYearCountAsPresent() {
    assertEquals(
        "2025,90001_20250601.csv,in_force\n2025,90001_20250608.csv,in_force", statuses("90001"));
    assertEquals("2025,entered,20", changes("90001"));
  }

  @Test
  void rowUnderAMistypedYearCountsAsPresentWhereItsPersonIsKnown() {
    assertEquals(
        """
        2024,90002_20250601.csv,in_force
        2024,90002_20250608.csv,stray
        2025,90002_20250601.csv,in_force
        2025,90002_20250608.csv,in_force""",
        statuses("90002"));
    assertEquals("2024,entered,5\n2025,entered,130\n2025,left,26", changes("90002"));
  }

  @Test
  void correctionOfTheSameDateReplacesWhereOnlyBadRowsAreMissing() {
    assertEquals(
        """
        2024,90003_20250601.csv,in_force
        2024,90003_20250608_corrected.csv,stray
        2025,90003_20250601.csv,in_force
        2025,90003_20250608.csv,superseded
        2025,90003_20250608_corrected.csv,in_force""",
        statuses("90003"));
    assertEquals("2024,entered,6\n2025,entered,200", changes("90003"));
  }

  @Test
  void rowsOfOnePersonByEitherNumberRepeatEachOther() {
    assertEquals(
        "2,conflicting_row\n3,conflicting_row",
        query(
            "SELECT row_number, rule_id FROM intake.quarantine"
                + " WHERE university_code = '90004' ORDER BY 1"));
    assertEquals("2025,changed,1\n2025,entered,10", changes("90004"));
  }

  @Test
  void twoPeopleWithOneStudentNumberAreNeitherMergedNorLost() {
    assertEquals(
        "3,student_number_shared,student_number\n4,student_number_shared,student_number",
        query(
            "SELECT row_number, rule_id, column_name FROM intake.quarantine"
                + " WHERE university_code = '90005' ORDER BY 1"));
    assertEquals("2025,entered,10", changes("90005"));
  }

  @Test
  void rowsWithAnIdNumberOnlyCountAsPresentWhereTheStudentNumberIsKnown() {
    assertEquals(
        "2025,90007_20250601.csv,in_force\n2025,90007_20250608.csv,in_force", statuses("90007"));
    assertEquals("2025,entered,20", changes("90007"));
  }

  @Test
  void quarantinedRowsOfAYearThatTheFileHasNotCountAsPresent() {
    assertEquals(
        "2025,90008_20250601.csv,in_force\n2025,90008_20250608.csv,in_force", statuses("90008"));
    assertEquals("2025,entered,10", changes("90008"));
  }

  @Test
  void ofTwoPartsTheOneThatArrivedLastDecides() {
    assertEquals(
        "90011,10\n90012,80\n90013,10\n90014,80",
        query(
            "SELECT university_code, outcome_code FROM ledger.history"
                + " WHERE university_code BETWEEN '90011' AND '90014' ORDER BY 1"));
  }

  @Test
  void whoeverIsCarriedForwardIsStaleByTheLastRowThatCounted() {
    assertEquals(
        "2025-06-08,20,0\n2025-06-09,20,5",
        query(
            """
            SELECT as_of_date, graduates, stale_graduates FROM marts.placement_rates
            WHERE university_code = '90001' AND graduation_year = 2025 AND degree_level = 'all'
              AND major_level = 'all' AND region_role = 'all' AND hardship_group = 'all'
            ORDER BY 1
            """));
  }

  @Test
  void filesAtOnceAndWeekByWeekMakeTheSame() {
    for (Table table : Pipeline.tables()) {
      if (!table.journal()) {
        assertEquals(
            WarehouseRows.of(atOnce.resolve("warehouse"), table),
            WarehouseRows.of(inSteps.resolve("warehouse"), table),
            table.name());
      }
    }
  }

  @Test
  void warehouseHoldsWhatItPromises() {
    for (Path where : List.of(atOnce, inSteps)) {
      Cli.Result result = Cli.run("verify", "--warehouse", where.resolve("warehouse").toString());
      assertEquals(0, result.exitCode(), result.err());
    }
  }
}
