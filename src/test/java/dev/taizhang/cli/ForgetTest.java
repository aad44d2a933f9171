package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.flow.Catalog;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.landing.person.Identity;
import dev.taizhang.landing.person.InventedIdNumbers;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.LogCapture;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.support.WarehouseRows;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Stamp;
import dev.taizhang.warehouse.TableRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who was forgotten by law is in no file of the warehouse, and does not come back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForgetTest {

  private static final String HEADER = "学号,姓名,身份证号,毕业年份,学历代码,专业代码,专业,困难生类别代码,毕业去向代码";
  private static final String ID_NUMBER = InventedIdNumbers.of("20030405", "123");
  // The same person, a bachelor of one university and a master of another.
  private static final String STUDENT = "90001 3";
  private static final String STUDENT_ELSEWHERE = "90002 55";

  @TempDir static Path folder;

  private static String row(String student, String idNumber, String outcome) {
    return String.join(
        ",", student, "示例甲", idNumber, "2025", "31", "080901", "计算机科学与技术", "0", outcome);
  }

  private static String other(int number, String outcome) {
    return row(
        Integer.toString(number),
        InventedIdNumbers.of("20020304", "%03d".formatted(number)),
        outcome);
  }

  private static Cli.Result run(String warehouse, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--landing",
                folder.resolve("landing").toString(),
                "--warehouse",
                folder.resolve(warehouse).toString()));
    arguments.addAll(List.of(options));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private static Cli.Result forget(String warehouse, String input, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("forget", "--warehouse", folder.resolve(warehouse).toString()));
    arguments.addAll(List.of(options));
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return Cli.run(arguments.toArray(String[]::new));
    } finally {
      System.setIn(before);
    }
  }

  private static String query(String warehouse, String sql) {
    Cli.Result result =
        Cli.run(
            "query", "--warehouse", folder.resolve(warehouse).toString(), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).reduce("", (all, line) -> all + line + "\n").strip();
  }

  private static List<String> sought() {
    PseudonymKey key = PseudonymKey.development();
    List<String> sought = new ArrayList<>(List.of(ID_NUMBER));
    for (String identity : List.of(ID_NUMBER, STUDENT, STUDENT_ELSEWHERE)) {
      sought.add(Identity.parse(identity).pseudonym(key));
    }
    return sought;
  }

  /** Places where one of the person's numbers or pseudonyms is, in whatever version. */
  private static List<String> traces(String warehouse) throws IOException {
    List<String> sought = sought();
    List<String> traces = new ArrayList<>();
    for (Table table : Pipeline.tables()) {
      Path place = folder.resolve(warehouse).resolve(table.name().replace('.', '/'));
      List<Path> files;
      try (Stream<Path> walked = Files.walk(place)) {
        files = walked.filter(Files::isRegularFile).toList();
      }
      for (Path file : files) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (sought.stream().anyMatch(bytes::contains)) {
          traces.add(table.name() + " " + file.getFileName());
        }
      }
      for (Path file : files) {
        if (file.toString().endsWith(".parquet")
            && !file.toString().contains("_delta_log")
            && isInARow(sought, file)) {
          traces.add(table.name());
        }
      }
    }
    return traces;
  }

  /** Cells are compressed in the bytes; a job for each table would take longer than this. */
  private static boolean isInARow(List<String> sought, Path file) throws IOException {
    try (ParquetReader<Group> rows =
        ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
            .build()) {
      for (Group row = rows.read(); row != null; row = rows.read()) {
        if (sought.stream().anyMatch(row.toString()::contains)) {
          return true;
        }
      }
      return false;
    }
  }

  @Test
  @Order(1)
  void whereSomebodyIsIsToldBeforeTheyAreRemoved() throws IOException {
    Path landing = folder.resolve("landing");
    Ledgers.write(
        landing,
        "90001_20250608.csv",
        HEADER,
        other(1, "70"),
        other(2, "10"),
        row("3", ID_NUMBER, "70"),
        other(4, "70"),
        row("3", ID_NUMBER, "10"),
        other(5, "80"));
    Ledgers.write(
        landing,
        "90001_20250615.csv",
        HEADER,
        other(1, "10"),
        other(2, "10"),
        row("3", "", "10"),
        other(4, "70"),
        other(5, "80"));
    Ledgers.write(
        landing, "90002_20250608.csv", HEADER, row("55", ID_NUMBER, "70"), other(56, "70"));
    Ledgers.write(
        landing, "../follow_up/90001_20250620.csv", "身份证号,毕业年份,就业意愿", ID_NUMBER + ",2025,有");
    Ledgers.write(
        landing,
        "../assistance/90001_20250620.csv",
        "学号,届别,帮扶日期,帮扶措施",
        "3,2025,20250610,岗位推荐",
        "4,2025,20250610,岗位推荐");
    Cli.Result first = run("warehouse");
    assertEquals(0, first.exitCode(), first.err());
    assertTrue(traces("warehouse").contains("ledger.history"), "traces are not found");
    String file =
        query(
            "warehouse",
            "SELECT submission_id FROM intake.submissions WHERE file_name = '90001_20250608.csv'");
    release("2025-06-01-1", Releases.APPROVED, 2025, "none");
    release("2025-06-15-1", Releases.APPROVED, 2025, "none");
    release("2025-06-15-2", Releases.DRAFT, 2025, "none");
    release("2025-06-15-3", Releases.APPROVED, 2024, "none");
    release("2025-06-15-4", Releases.APPROVED, 2024, file);
    Cli.Result forgotten;
    String logged;
    try (LogCapture log = LogCapture.start()) {
      forgotten = forget("warehouse", "\n" + ID_NUMBER.toLowerCase(Locale.ROOT) + "\n");
      logged = String.join("\n", log.lines());
    }
    assertEquals(0, forgotten.exitCode(), forgotten.err());
    assertEquals(
        """
        assistance/90001_20250620.csv row 2
        follow_up/90001_20250620.csv row 2
        ledger/90001_20250608.csv row 4
        ledger/90001_20250608.csv row 6
        ledger/90001_20250615.csv row 4
        ledger/90002_20250608.csv row 2
        rows 6, files 5
        """,
        forgotten.out());
    assertEquals(
        List.of(),
        sought().stream().filter((forgotten.out() + forgotten.err() + logged)::contains).toList());
    assertTrue(
        forgotten
            .err()
            .contains(
                """
                  2025-06-15-1 (approved; approved at 2025-06-16T00:00:00Z by director)
                  2025-06-15-4 (approved; approved at 2025-06-16T00:00:00Z by director)
                Drafts count them as well: 2025-06-15-2. What to do: do not approve these; \
                make them again with 'taizhang release create'.
                """),
        forgotten.err());
    assertFalse(forgotten.err().contains("2025-06-01-1"), forgotten.err());
    assertEquals(
        """
        2025-06-01-1,false
        2025-06-15-1,true
        2025-06-15-2,true
        2025-06-15-3,false
        2025-06-15-4,true""",
        query(
            "warehouse",
            "SELECT release_id, get_json_object(manifest, '$.people_forgotten_since') FROM"
                + " published.releases ORDER BY 1"));
    Cli.Result draft =
        Cli.run(
            "release",
            "approve",
            "--warehouse",
            folder.resolve("warehouse").toString(),
            "--release",
            "2025-06-15-2",
            "--by",
            "director",
            "--why",
            "checked");
    assertEquals(2, draft.exitCode(), draft.err());
    assertTrue(draft.err().contains("were forgotten since it was made"), draft.err());
  }

  /** A release of the date in its id, which was made of a file and speaks of a cohort. */
  private static void release(String id, String state, int cohort, String file) {
    boolean isDraft = state.equals(Releases.DRAFT);
    Instant approved = Instant.parse("2025-06-16T00:00:00Z");
    Release release =
        new Release(
            id,
            state,
            LocalDate.parse(id.substring(0, 10)),
            "plain",
            "default",
            "suppress",
            Instant.parse("2025-06-15T12:00:00Z"),
            "analyst",
            isDraft ? null : approved,
            isDraft ? null : "director",
            isDraft ? null : "checked",
            null,
            null,
            null,
            "0.1",
            0,
            0,
            null,
            """
            {"submissions":[{"submission_id":"%s"}],"cohorts":[%d],"people_forgotten_since":false}"""
                .formatted(file, cohort));
    Catalog.open(SharedSpark.session(), folder.resolve("warehouse").toString())
        .replaceWhere(
            Releases.TABLE,
            TableRows.of(Releases.RECORDS, List.of(release)),
            "release_id = '%s'".formatted(id),
            Stamp.of(id));
  }

  @Test
  @Order(2)
  void forgottenPersonIsInNoFileOfTheWarehouse() throws IOException {
    assertEquals(List.of(), traces("warehouse"));
    Cli.Result verify = Cli.run("verify", "--warehouse", folder.resolve("warehouse").toString());
    assertEquals(0, verify.exitCode(), verify.out());
    assertEquals(
        "90001_20250608.csv,6,4,0,2\n90001_20250615.csv,5,4,0,1\n90002_20250608.csv,2,1,0,1",
        query(
            "warehouse",
            "SELECT file_name, row_count, accepted_count, quarantined_count, forgotten_count FROM intake.submissions WHERE feed = 'ledger' ORDER BY 1"));
    assertEquals(
        "5",
        query(
            "warehouse",
            "SELECT graduates FROM marts.placement_rates WHERE hardship_group = 'all' AND degree_level = 'all' AND region_role = 'all' AND major_level = 'all' AND university_code = 'all'"));
  }

  @Test
  @Order(3)
  void nextWeeksFileDoesNotBringThePersonBack() throws IOException {
    Ledgers.write(
        folder.resolve("landing"),
        "90001_20250622.csv",
        HEADER,
        other(1, "10"),
        other(2, "10"),
        row("3", ID_NUMBER, "10"),
        row("3a", ID_NUMBER, "10"),
        other(4, "10"),
        other(5, "80"));
    Cli.Result next = run("warehouse");
    assertEquals(0, next.exitCode(), next.err());
    assertTrue(
        next.err().contains("left out by law: 2 rows of ledger/90001_20250622.csv"), next.err());
    assertEquals(List.of(), traces("warehouse"));
  }

  @Test
  @Order(4)
  void tablesAreThoseOfAWarehouseThatNeverKnewThePerson() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Cli.run(
        "run", "--landing", empty.toString(), "--warehouse", folder.resolve("another").toString());
    Cli.Result forgotten =
        forget("another", String.join("\n", ID_NUMBER, STUDENT, STUDENT_ELSEWHERE));
    assertEquals(0, forgotten.exitCode(), forgotten.err());
    assertTrue(forgotten.err().contains("No row has these numbers"), forgotten.err());
    assertEquals(0, run("another").exitCode());
    for (Table table : Pipeline.tables()) {
      if (!table.journal()) {
        assertEquals(
            WarehouseRows.of(folder.resolve("another"), table),
            WarehouseRows.of(folder.resolve("warehouse"), table),
            table.name());
      }
    }
  }

  @Test
  @Order(5)
  void rowWithANumberThatIsNotForgottenIsMarked() {
    Cli.Result forgotten = forget("another", "90002 56");
    assertEquals(0, forgotten.exitCode(), forgotten.err());
    assertTrue(
        forgotten
            .out()
            .contains("row 3 (also has another number, whose other rows stay)\nrows 1, files 1"),
        forgotten.out());
    assertTrue(forgotten.err().contains("if the number is the same person's, forget it as well"));
  }

  @Test
  @Order(6)
  void linesThatNameNobodyAreRefusedWithoutBeingRepeated() {
    Cli.Result refused = forget("warehouse", "410105200203040012\n90001\n1 2 3\n9000 7\n");
    assertEquals(2, refused.exitCode());
    for (String expected :
        List.of(
            "line 1: its 18 characters are not a valid ID number",
            "line 2: its 5 characters are not a valid ID number",
            "line 3: it has 3 parts",
            "line 4: the first of its two parts is not a 院校代码",
            "Nothing was removed.")) {
      assertTrue(refused.err().contains(expected), refused.err());
    }
    assertFalse(refused.err().contains("410105200203040012"), refused.err());
    assertTrue(forget("warehouse", "\n").err().contains("Standard input names no person"));
    Cli.Result nowhere = forget("nowhere", ID_NUMBER);
    assertEquals(2, nowhere.exitCode());
    assertTrue(nowhere.err().contains("There is no warehouse at"), nowhere.err());
  }

  @Test
  @Order(7)
  void otherSettingsThanThoseOfTheRunsAreRefused() throws IOException {
    Path job =
        Files.writeString(
            folder.resolve("job.yaml"),
            "thresholds:\n  stray_share: 0.1\n",
            StandardCharsets.UTF_8);
    Cli.Result refused = forget("warehouse", "90001 4", "--job", job.toString());
    assertEquals(2, refused.exitCode(), refused.err());
    assertTrue(
        refused.err().contains("the --job or --reference that your runs use"), refused.err());
    assertEquals("3", query("warehouse", "SELECT count(*) FROM intake.tombstones"));
  }

  @Test
  @Order(8)
  void fileThatDoesNotCountLosesItsRowsAndLockedFiguresStay() throws IOException {
    Ledgers.write(
        folder.resolve("landing"),
        "90001_20250831.csv",
        HEADER,
        other(1, "10"),
        other(2, "10"),
        row("3", ID_NUMBER, "10"),
        other(4, "10"),
        other(5, "80"));
    String warehouse = folder.resolve("withdrawn").toString();
    Cli.Result official = run("withdrawn", "--as-of", "official:2025-08-31");
    assertEquals(0, official.exitCode(), official.err());
    for (List<String> decided :
        List.of(
            List.of("lock", "--official", "2025-08-31"),
            List.of("retract", "--submission", "90001_20250622.csv"))) {
      List<String> arguments = new ArrayList<>(decided);
      arguments.addAll(List.of("--warehouse", warehouse, "--why", "误报"));
      Cli.Result recorded = Cli.run(arguments.toArray(String[]::new));
      assertEquals(0, recorded.exitCode(), recorded.err());
    }
    Cli.Result forgotten =
        forget("withdrawn", String.join("\n", ID_NUMBER, STUDENT, STUDENT_ELSEWHERE));
    assertEquals(0, forgotten.exitCode(), forgotten.err());
    assertTrue(forgotten.out().contains("ledger/90001_20250622.csv row 4\n"), forgotten.out());
    assertTrue(
        forgotten.err().contains("Locked figures are kept, as counts only: 2025-08-31."),
        forgotten.err());
    assertEquals(
        "5,4",
        query(
            "withdrawn",
            "SELECT graduates_locked, graduates_now FROM marts.official_figures WHERE hardship_group = 'all' AND degree_level = 'all' AND region_role = 'all' AND major_level = 'all' AND university_code = 'all'"));
  }

  @Test
  @Order(9)
  void filesThatAreReadAnewBringNobodyBack() throws IOException {
    Path reference = Files.createDirectories(folder.resolve("reference"));
    Files.writeString(
        reference.resolve("column_aliases.csv"),
        "feed,column,header,note\nledger,outcome,去向情况,\n",
        StandardCharsets.UTF_8);
    Cli.Result anew = run("withdrawn", "--reconform", "--reference", reference.toString());
    assertEquals(0, anew.exitCode(), anew.err());
    for (String file : List.of("90001_20250608.csv", "90001_20250622.csv")) {
      assertTrue(anew.err().contains("left out by law: 2 rows of ledger/" + file), anew.err());
    }
    assertEquals(List.of(), traces("withdrawn"));
    Cli.Result verify = Cli.run("verify", "--warehouse", folder.resolve("withdrawn").toString());
    assertEquals(0, verify.exitCode(), verify.out());
  }
}
