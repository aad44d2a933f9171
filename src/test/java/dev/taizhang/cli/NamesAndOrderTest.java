package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What files are called, when they came and what was decided of them counts as it is now: three
 * runs over one landing folder, in which files are renamed, overwritten, touched and ruled on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamesAndOrderTest {

  private static final Path MEMORY = Path.of("/proc/self/mem");

  private Path folder;
  private final List<Cli.Result> runs = new ArrayList<>();
  private final List<Map<String, String>> outcomes = new ArrayList<>();
  private final List<Map<String, String>> files = new ArrayList<>();
  private final List<Map<String, List<String>>> slices = new ArrayList<>();
  private Cli.Result acceptedYear;

  @BeforeAll
  void threeRuns(@TempDir Path temporary) throws IOException {
    folder = temporary;
    roster("甲大学");
    firstWeek();
    run();
    changes();
    run();
    moreChanges();
    run();
  }

  private void firstWeek() throws IOException {
    Instant monday = Instant.parse("2025-06-09T02:00:00Z");
    write("90001_20250608_前半.csv", monday, rows(1, 10, "10"));
    write("90001_20250608_后半.csv", monday.plusSeconds(60), rows(11, 20, "10"));
    write("90002_20250615.csv", Instant.parse("2025-06-12T02:00:00Z"), rows(1, 4, "10"));
    if (Files.exists(MEMORY)) {
      Files.createSymbolicLink(path("90003_20250608.csv"), MEMORY);
    }
    write("90004_20250608.csv", monday, rows(1, 4, "10"));
    write("90005_20250608.csv", monday, rows(1, 4, "10"));
    write("90006_20250608.csv", monday, rows(1, 4, "10"));
    write("90007_20250608.csv", monday, rows(1, 4, "10"));
    write("90008_20250601.csv", monday, rows(1, 4, "10"));
    write("90008_20250608.csv", monday.plusSeconds(60), rows(1, 4, "10"));
  }

  private void changes() throws IOException {
    // As the message of the held file says.
    rename("90001_20250608_前半.csv", "90001_20250608_p1.csv");
    rename("90001_20250608_后半.csv", "90001_20250608_p2.csv");
    // Unpacked from an archive, which keeps times.
    write("90004_20250608.csv", Instant.parse("2025-06-08T02:00:00Z"), rows(1, 4, "70"));
    rename("90005_20250608.csv", "90005_20250601.csv");
    Cli.Result retracted = rule("retract", "90006_20250608.csv");
    assertEquals(0, retracted.exitCode(), retracted.err());
    acceptedYear = rule("accept", "90006_20250608.csv", "--graduation-year", "2025");
    write("90007_20250608.csv", Instant.parse("2025-06-09T02:00:00Z"), rows(1, 4, "75"));
    // An older week is put away, and its bytes are those of the week that stays.
    Files.delete(path("90008_20250601.csv"));
    roster("甲理工大学");
  }

  private void moreChanges() throws IOException {
    rename("90001_20250608_p2.csv", "90001_20250608_p3.csv");
    Files.setLastModifiedTime(
        path("90002_20250615.csv"), FileTime.from(Instant.parse("2025-06-15T02:00:00Z")));
    Files.deleteIfExists(path("90003_20250608.csv"));
    write("90003_20250608.csv", Instant.parse("2025-06-09T02:00:00Z"), rows(1, 4, "10"));
    write("90004_20250608.csv", Instant.parse("2025-06-07T02:00:00Z"), rows(1, 4, "10"));
    rename("90005_20250601.csv", "90005_20250608.csv");
  }

  private static List<String> rows(int from, int to, String outcome) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> row("2021" + number, 2025, "0", outcome))
        .toList();
  }

  private Path path(String name) {
    return folder.resolve("landing/ledger").resolve(name);
  }

  private void write(String name, Instant modified, List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    lines.addAll(rows);
    Path file = Ledgers.write(folder.resolve("landing"), name, lines.toArray(String[]::new));
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private void rename(String from, String to) throws IOException {
    Files.move(path(from), path(to));
  }

  private void roster(String name) throws IOException {
    Files.createDirectories(folder.resolve("reference"));
    Files.writeString(
        folder.resolve("reference/universities.csv"),
        "code,name,province_code,prefecture_code\n90001,%s,410000,410100\n".formatted(name));
  }

  private Cli.Result rule(String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                arguments[0],
                "--warehouse",
                folder.resolve("warehouse").toString(),
                "--why",
                "asked them",
                "--submission"));
    all.addAll(List.of(arguments).subList(1, arguments.length));
    return Cli.run(all.toArray(String[]::new));
  }

  private void run() {
    runs.add(
        Cli.run(
            "run",
            "--landing",
            folder.resolve("landing").toString(),
            "--warehouse",
            folder.resolve("warehouse").toString(),
            "--reference",
            folder.resolve("reference").toString()));
    Cli.Result last = runs.get(runs.size() - 1);
    assertEquals(0, last.exitCode(), last.err());
    outcomes.add(
        table("ledger/history").stream()
            .filter(row -> row.isNullAt(row.fieldIndex("valid_to")))
            .filter(row -> !row.getAs("change_kind").equals("left"))
            .collect(
                Collectors.groupingBy(
                    row -> row.<String>getAs("university_code"),
                    Collectors.mapping(
                        row -> row.<String>getAs("outcome_code"),
                        Collectors.collectingAndThen(
                            Collectors.toList(),
                            codes ->
                                codes.size() + " of " + codes.stream().distinct().toList())))));
    slices.add(
        table("intake/slices").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.<String>getAs("university_code"),
                    Collectors.mapping(
                        row -> row.getAs("snapshot_date").toString(),
                        Collectors.collectingAndThen(
                            Collectors.toList(), dates -> dates.stream().sorted().toList())))));
    files.add(
        table("intake/submissions").stream()
            .collect(
                Collectors.toMap(
                    row -> row.<String>getAs("file_name"),
                    row -> row.<String>getAs("status"),
                    (one, other) -> one + ", " + other)));
  }

  private List<Row> table(String table) {
    return SharedSpark.session()
        .read()
        .format("delta")
        .load(folder.resolve("warehouse").resolve(table).toString())
        .collectAsList();
  }

  @Test
  void halvesRenamedToPartsAsTheMessageSaysCountTogether() {
    assertTrue(runs.get(0).err().contains("_p1"), runs.get(0).err());
    assertEquals("10 of [10]", outcomes.get(0).get("90001"));
    assertEquals("20 of [10]", outcomes.get(1).get("90001"));
  }

  @Test
  void partThatIsRenamedToAnotherNumberGoesOnCounting() {
    assertEquals("20 of [10]", outcomes.get(2).get("90001"));
    assertTrue(files.get(2).containsKey("90001_20250608_p3.csv"), files.get(2)::toString);
    assertFalse(files.get(2).containsKey("90001_20250608_p2.csv"), files.get(2)::toString);
  }

  @Test
  void dateAheadOfTheClockIsToldByEveryRunUntilItHasCome() {
    for (int run : List.of(0, 1)) {
      assertTrue(
          runs.get(run).err().contains("rejected ledger/90002_20250615.csv [implausible_date]"),
          runs.get(run).err());
      assertFalse(outcomes.get(run).containsKey("90002"));
    }
    assertFalse(runs.get(2).err().contains("90002"), runs.get(2).err());
    assertEquals("4 of [10]", outcomes.get(2).get("90002"));
  }

  @Test
  void faultWhileReadingIsToldByEveryRunUntilTheFileCanBeRead() {
    assumeTrue(Files.exists(MEMORY), "no file that cannot be read even by root");
    for (int run : List.of(0, 1)) {
      assertTrue(
          runs.get(run).err().contains("rejected ledger/90003_20250608.csv [read_fault]"),
          runs.get(run).err());
    }
    assertEquals("4 of [10]", outcomes.get(2).get("90003"));
    assertEquals("accepted", files.get(2).get("90003_20250608.csv"));
  }

  @Test
  void newBytesAtAKnownPathCountWhateverTheirTime() {
    assertEquals("4 of [10]", outcomes.get(0).get("90004"));
    assertEquals("4 of [70]", outcomes.get(1).get("90004"));
  }

  @Test
  void formerBytesThatAreWrittenAgainComeLast() {
    assertEquals("4 of [10]", outcomes.get(2).get("90004"));
  }

  @Test
  void fileRenamedToAnotherDateCountsOnThatDateAlone() {
    assertEquals("[2025-06-08]", dates("90005", 0));
    assertEquals("[2025-06-01]", dates("90005", 1));
    assertEquals("[2025-06-08]", dates("90005", 2));
  }

  /** The dates of a university's slices after a run. */
  private String dates(String university, int run) {
    return slices.get(run).getOrDefault(university, List.of()).toString();
  }

  @Test
  void oneCohortAcceptedAfterTheWholeFileWasRetractedCounts() {
    assertEquals(0, acceptedYear.exitCode(), acceptedYear.err());
    assertEquals("4 of [10]", outcomes.get(1).get("90006"));
  }

  @Test
  void otherBytesOfTheSameSizeAndTimeAreRead() {
    assertEquals("4 of [75]", outcomes.get(1).get("90007"));
  }

  @Test
  void olderFileThatIsPutAwayGoesOnCounting() {
    assertEquals("[2025-06-01, 2025-06-08]", dates("90008", 1));
    assertEquals("accepted", files.get(1).get("90008_20250601.csv"));
  }

  @Test
  void anotherNameInTheRosterMakesNoFileOutdated() {
    assertFalse(runs.get(1).err().contains("older configuration"), runs.get(1).err());
  }
}
