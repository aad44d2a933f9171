package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.person.InventedIdNumbers;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.LogCapture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names of people in the names of files and in cells stay outside the warehouse, and their numbers
 * are known for what they are however they are written.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NamelessTest {

  private static final String NAME = "欧阳澹台";
  private static final String OTHER_NAME = "端木示例";
  private static final String NAMED_FILE = "90001_20250608_" + NAME + "_高职.csv";
  private static final String HEADER = "学号,姓名,毕业年份,毕业去向代码,单位名称,专业代码,专业";
  private static final String WITH_X = withCheckCharacterX();
  private static final String EARLIER = "410105630405123";

  @TempDir static Path folder;
  private Path landing;
  private Path warehouse;
  private Cli.Result run;
  private String logged;
  // What any command has shown.
  private final StringBuilder shown = new StringBuilder();

  private static String withCheckCharacterX() {
    for (int sequence = 1; ; sequence++) {
      String number = InventedIdNumbers.of("410000", "20030405", "%03d".formatted(sequence));
      if (number.endsWith("X")) {
        return number;
      }
    }
  }

  private static String row(String student, String name, String year, String employer) {
    return String.join(",", student, name, year, "10", employer, "080901", "计算机科学与技术");
  }

  private static String[] students(String last) {
    return Stream.concat(
            Stream.of(HEADER),
            Stream.of("xh01", "xh02", "xh03", "xh04", "xh05", "xh06", last)
                .map(student -> row(student, "示例甲", "2025", "")))
        .toArray(String[]::new);
  }

  @BeforeAll
  void takeIn() throws IOException {
    landing = folder.resolve("landing");
    warehouse = folder.resolve("warehouse");
    Ledgers.write(
        landing,
        NAME + "报送/" + NAMED_FILE,
        HEADER,
        row("1", "示例甲(班长)", "2025", "示例甲"),
        row("2", "示例甲（班长）", "2025", "示例甲商行"),
        row("3", "买买提·示例", "2025", "买买提．示例 的店"),
        row("4", "中", "2025", "中国示例集团"),
        row("5", "示例乙", "2025", "示例科技有限公司"),
        row("6", "示例丙", "2025", "示例科技 139-0001-2345"));
    Ledgers.write(
        landing,
        "90002_20250608.csv",
        HEADER,
        row("1", "示例甲", "2025", "138-0013-8000"),
        row("2", "示例乙", "2025", WITH_X.toLowerCase(Locale.ROOT)),
        row("3", "示例丙", "2025", WITH_X.substring(0, 6) + " " + WITH_X.substring(6)),
        row("4", "示例丁", "2025", "ｘ".replace("ｘ", fullWidth(WITH_X.toLowerCase(Locale.ROOT)))),
        row("5", "示例戊", "2025", EARLIER),
        row("6", "示例己", "2025", "示例集团"));
    Ledgers.write(
        landing,
        "90003_20250608.csv",
        HEADER,
        row("1", "示例甲", "123456789", ""),
        row("2", "示例乙", "2021010101", ""),
        row("3", "示例丙", "205", ""),
        row("4", "示例丁", "2025", ""));
    Ledgers.write(landing, "90005_20250608.csv", students("xh07"));
    Ledgers.write(landing, "90005_20250615.csv", students("XH07"));
    Ledgers.write(landing, OTHER_NAME + "的材料.csv", HEADER);
    try (LogCapture log = LogCapture.start()) {
      run = run(warehouse);
      logged = String.join("\n", log.lines());
    }
  }

  private static String fullWidth(String text) {
    return text.chars()
        .mapToObj(character -> Character.toString((char) (character + 0xFEE0)))
        .reduce("", String::concat);
  }

  private Cli.Result run(Path into) {
    return cli("run", "--landing", landing.toString(), "--warehouse", into.toString());
  }

  private Cli.Result cli(String... arguments) {
    Cli.Result result = Cli.run(arguments);
    shown.append(result.out()).append(result.err());
    return result;
  }

  private String query(Path of, String sql) {
    Cli.Result result = cli("query", "--warehouse", of.toString(), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).reduce("", (all, line) -> all + line + "\n").strip();
  }

  private Cli.Result forget(Path of, String input, String... options) {
    List<String> arguments = new ArrayList<>(List.of("forget", "--warehouse", of.toString()));
    arguments.addAll(List.of(options));
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return Cli.run(arguments.toArray(String[]::new));
    } finally {
      System.setIn(before);
    }
  }

  @Test
  @Order(1)
  void fileIsShownWithoutTheNameOfAPerson() {
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("accepted 5, rejected 1"), run.out());
    assertTrue(
        query(warehouse, "SELECT file_name FROM intake.submissions WHERE university_code = '90001'")
            .matches("90001_20250608_~[0-9a-f]{8}_高职\\.csv"));
    assertTrue(
        query(warehouse, "SELECT path FROM intake.files WHERE path LIKE '%90001%'")
            .matches("ledger/~[0-9a-f]{8}报送/90001_20250608_~[0-9a-f]{8}_高职\\.csv"));
    assertTrue(
        run.err().lines().anyMatch(line -> line.matches("rejected ledger/~[0-9a-f]{8}材料\\.csv .*")),
        run.err());
  }

  @Test
  @Order(2)
  void unchangedFileIsFoundAgainByItsShownPath() {
    Cli.Result again = run(warehouse);
    assertTrue(again.out().startsWith("files 6, read 0;"), again.out());
  }

  @Test
  @Order(3)
  void employerIsNotTheGraduateHoweverTheNameIsWritten() {
    assertEquals(
        "1,\n2,\n3,\n4,中国示例集团\n5,示例科技有限公司\n6,",
        query(
            warehouse,
            "SELECT row_number - 1, employer_name FROM ledger.entries WHERE university_code = '90001' ORDER BY 1"));
  }

  @Test
  @Order(4)
  void numberOfAPersonUnderAnotherHeaderIsKnownHoweverItIsWritten() {
    assertEquals(
        "2,cells_shifted\n3,cells_shifted\n4,cells_shifted\n5,cells_shifted\n6,cells_shifted",
        query(
            warehouse,
            "SELECT row_number, rule_id FROM intake.quarantine WHERE submission_id IN (SELECT submission_id FROM intake.submissions WHERE university_code = '90002') ORDER BY 1"));
  }

  @Test
  @Order(5)
  void wrongValueIsShownOnlyWhereItIsOfTheFormOfItsColumn() {
    assertEquals(
        "2,9 个数字 / digits\n3,10 个数字 / digits\n4,205",
        query(
            warehouse,
            "SELECT row_number, offending_value FROM intake.quarantine WHERE submission_id IN (SELECT submission_id FROM intake.submissions WHERE university_code = '90003') ORDER BY 1"));
  }

  @Test
  @Order(6)
  void studentNumbersThatDifferInCaseAreOneStudent() {
    assertEquals(
        "7",
        query(
            warehouse,
            "SELECT count(DISTINCT graduate_id) FROM ledger.history WHERE university_code = '90005'"));
  }

  @Test
  @Order(7)
  void fileIsDecidedOfByTheNameThatItHasInTheFolder() {
    Cli.Result retracted =
        cli(
            "retract",
            "--warehouse",
            warehouse.toString(),
            "--submission",
            NAMED_FILE,
            "--why",
            "误报");
    assertEquals(0, retracted.exitCode(), retracted.err());
    String name =
        query(
            warehouse, "SELECT file_name FROM intake.submissions WHERE university_code = '90001'");
    Cli.Result accepted =
        cli("accept", "--warehouse", warehouse.toString(), "--submission", name, "--why", "核实无误");
    assertEquals(0, accepted.exitCode(), accepted.err());
    assertEquals(retracted.out().replace("retract", ""), accepted.out().replace("accept", ""));
    Cli.Result other =
        cli(
            "retract",
            "--warehouse",
            warehouse.toString(),
            "--submission",
            NAMED_FILE.replace(NAME, "司徒示例"),
            "--why",
            "误报");
    assertEquals(2, other.exitCode(), other.out());
  }

  @Test
  @Order(8)
  void statusFeedbackAndWorklistShowNoName() {
    assertEquals(0, cli("status", "--warehouse", warehouse.toString()).exitCode());
    assertEquals(
        0,
        cli(
                "feedback",
                "--warehouse",
                warehouse.toString(),
                "--out",
                folder.resolve("feedback").toString())
            .exitCode());
    assertEquals(
        0,
        cli(
                "worklist",
                "--warehouse",
                warehouse.toString(),
                "--out",
                folder.resolve("worklists").toString())
            .exitCode());
  }

  @Test
  @Order(9)
  void noNameIsInAnyFileOfTheWarehouseOrInWhatCommandsSay() throws IOException {
    logged.lines().forEach(line -> assertClean(line, "the log: " + line));
    assertClean(shown.toString(), "what commands say");
    int files = 0;
    try (Stream<Path> walked = Files.walk(folder)) {
      for (Path file : walked.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(landing)) {
          assertClean(
              new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file.toString());
          files++;
        }
      }
    }
    assertTrue(files > 100, "only " + files + " files were looked through");
    for (String table : List.of("intake.files", "intake.submissions", "ledger.entries")) {
      assertClean(query(warehouse, "SELECT to_json(struct(*)) FROM " + table), table);
    }
  }

  @Test
  @Order(10)
  void whoIsToldOfAFileFindsItInTheFolder() {
    Cli.Result status =
        Cli.run(
            "status",
            "--warehouse",
            warehouse.toString(),
            "--landing",
            landing.toString(),
            "--format",
            "csv");
    assertEquals(0, status.exitCode(), status.err());
    String shownPath = query(warehouse, "SELECT path FROM intake.files WHERE path LIKE '%90001%'");
    assertTrue(
        status.out().contains(shownPath + ",ledger/" + NAME + "报送/" + NAMED_FILE + "\n"),
        status.out());
    assertTrue(
        run.err().contains("'taizhang status --warehouse DIR --landing DIR' lists the real"),
        run.err());
  }

  @Test
  @Order(11)
  void studentIsForgottenHoweverTheNumberIsTypedAndTheFileIsNamedAsItIsInTheFolder() {
    Cli.Result forgotten =
        forget(warehouse, "90001 6\n90005 Xh07\n", "--landing", landing.toString());
    assertEquals(0, forgotten.exitCode(), forgotten.err());
    assertEquals(
        """
        ledger/90005_20250608.csv row 8
        ledger/90005_20250615.csv row 8
        ledger/%s报送/%s row 7
        rows 3, files 3
        """
            .formatted(NAME, NAMED_FILE),
        forgotten.out());
  }

  @Test
  @Order(12)
  void warehouseOfAnEarlierReleaseIsReadAndMadeAnewAsItSays() throws IOException {
    Path old = folder.resolve("old");
    copyWithContract(warehouse, old, "1");
    assertEquals(0, cli("status", "--warehouse", old.toString()).exitCode());
    Cli.Result refused = run(old);
    assertEquals(2, refused.exitCode(), refused.out());
    assertTrue(refused.err().contains("has contract version 1"), refused.err());
    assertTrue(
        refused.err().contains("run the same landing folder into a new --warehouse"),
        refused.err());
    for (Cli.Result decided :
        List.of(
            cli(
                "accept",
                "--warehouse",
                old.toString(),
                "--submission",
                "90003_20250608.csv",
                "--why",
                "核实"),
            forget(old, "90005 xh01"))) {
      assertEquals(2, decided.exitCode(), decided.out());
      assertTrue(decided.err().contains("has contract version 1"), decided.err());
    }

    Path anew = folder.resolve("anew");
    Cli.Result rebuilt = run(anew);
    assertEquals(0, rebuilt.exitCode(), rebuilt.err());
    String kind = query(old, "SELECT kind FROM intake.decisions ORDER BY decided_at LIMIT 1");
    String submission =
        query(old, "SELECT submission_id FROM intake.decisions ORDER BY decided_at LIMIT 1");
    Cli.Result repeated =
        cli(kind, "--warehouse", anew.toString(), "--submission", submission, "--why", "误报");
    assertEquals(0, repeated.exitCode(), repeated.err());
    Cli.Result forgotten = forget(anew, "90001 6\n90005 xh07\n");
    assertEquals(0, forgotten.exitCode(), forgotten.err());
    assertTrue(forgotten.out().contains("rows 3, files 3"), forgotten.out());
    String counts =
        "SELECT file_name, accepted_count, forgotten_count FROM intake.submissions ORDER BY ALL";
    assertEquals(query(old, counts), query(anew, counts));
  }

  private static void copyWithContract(Path from, Path to, String version) throws IOException {
    try (Stream<Path> walked = Files.walk(from)) {
      for (Path file : walked.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        boolean log = file.toString().contains("_delta_log");
        if (log && file.getFileName().toString().endsWith(".json")) {
          String commit = Files.readString(file, StandardCharsets.UTF_8);
          Files.writeString(
              copy,
              commit.replaceAll("(\"taizhang.contractVersion\":)\"\\d+\"", "$1\"" + version + "\""),
              StandardCharsets.UTF_8);
        } else if (!log || !file.getFileName().toString().endsWith(".crc")) {
          Files.copy(file, copy);
        }
      }
    }
  }

  private static void assertClean(String text, String place) {
    for (String name : List.of(NAME, OTHER_NAME, "澹台", "端木")) {
      assertFalse(text.contains(name), name + " is in " + place);
    }
  }
}
