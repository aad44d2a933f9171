package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.person.InventedIdNumbers;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SheetTexts;
import dev.taizhang.support.Workbooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Whom universities are to help next, read back by another reader. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorklistTest {

  private static final String HEADER = "学号,姓名,身份证号,学历代码,专业代码,毕业年份,困难生类别,毕业去向代码,手机号码";
  private static final String HELP = "学号,姓名,届别,帮扶日期,帮扶措施,帮扶方式,帮扶单位";
  private static final String NAME = "欧阳示例";
  private static final String PHONE = "13900000007";
  private static final String POOR = "低保家庭";
  private static final String DISABLED_AND_POOR = "低保家庭、残疾";

  private static final Pattern NUMBERED_SIGN = Pattern.compile("&#(x?)([0-9a-fA-F]+);");

  @TempDir static Path folder;

  @BeforeAll
  static void twoUniversities() throws IOException {
    Ledgers.write(
        folder.resolve("landing"),
        "90001_20250601.csv",
        HEADER,
        row(1, POOR, "70"),
        row(2, POOR, "10"),
        row(3, POOR, "70"),
        row(4, "非困难生", "70"),
        row(5, POOR, "10"),
        row(6, POOR, ""),
        row(7, DISABLED_AND_POOR, "71"),
        row(8, POOR, "70"));
    // In August 2 has lost a contract, and the rows have moved.
    Workbooks.write(
        folder.resolve("landing/ledger/90001_20250831_" + NAME + ".xlsx"),
        workbook -> {
          workbook.newWorksheet("空表");
          Workbooks.sheet(
              workbook,
              NAME,
              HEADER,
              row(8, POOR, "70"),
              row(7, DISABLED_AND_POOR, "71"),
              row(6, POOR, ""),
              row(5, POOR, "10"),
              row(4, "非困难生", "70"),
              row(3, POOR, "70"),
              row(2, POOR, "70"),
              row(1, POOR, "70"));
        });
    Ledgers.write(folder.resolve("landing"), "90002_20250831.csv", HEADER, row(1, POOR, "10"));
    run();
  }

  private static String row(int number, String hardship, String outcome) {
    return String.join(
        ",",
        "2021000" + number,
        NAME,
        InventedIdNumbers.of("2003030" + number, "02" + number),
        "31",
        "080901",
        "2025",
        hardship,
        outcome,
        PHONE);
  }

  private static void help(String date, String... lines) throws IOException {
    Path file = folder.resolve("landing/assistance/90001_" + date + ".csv");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        Stream.concat(Stream.of(HELP), Stream.of(lines)).collect(Collectors.joining("\r\n"))
            + "\r\n");
  }

  private static void run() {
    Cli.Result result =
        Cli.run(
            "run",
            "--landing",
            folder.resolve("landing").toString(),
            "--warehouse",
            folder.resolve("warehouse").toString());
    assertEquals(0, result.exitCode(), result.err());
  }

  /** Needs no key. */
  private static Cli.Result worklist(Path out, String... more) {
    return Cli.withKey(
        "",
        Stream.concat(
                Stream.of(
                    "worklist",
                    "--warehouse",
                    folder.resolve("warehouse").toString(),
                    "--out",
                    out.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static Set<String> names(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Row, hardship, outcome, days unplaced and what is behind them. */
  private static List<String> listed(Path file) throws IOException {
    return SheetTexts.lines(file, 1).stream()
        .skip(1)
        .map(line -> line.replaceFirst("^2025\\|90001_20250831…\\.xlsx\\|", ""))
        .toList();
  }

  @Test
  @Order(1)
  void withoutAssistanceLedgersEverybodyIsListedAndTheSheetSaysWhy(@TempDir Path out)
      throws IOException {
    Cli.Result result = worklist(out);

    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        "90001_待帮扶_20250831.xlsx: graduates waiting 6\nnobody waiting: 90002\n", result.out());
    assertEquals(Set.of("90001_待帮扶_20250831.xlsx"), names(out));
    Path file = out.resolve("90001_待帮扶_20250831.xlsx");
    assertTrue(
        String.join("\n", SheetTexts.lines(file, 0)).contains("从未收到任何帮扶台账"),
        "says that nothing was read");
    // 91 days since June; 2 is unplaced since the newest file.
    assertEquals(
        List.of(
            "2025-08-31|2|2|低保家庭|待就业|91|无 none||无 none",
            "2025-08-31|2|3|残疾、低保家庭|不就业拟升学|91|无 none||无 none",
            "2025-08-31|2|4|低保家庭|不明 unknown|91|无 none||无 none",
            "2025-08-31|2|7|低保家庭|待就业|91|无 none||无 none",
            "2025-08-31|2|9|低保家庭|待就业|91|无 none||无 none",
            "2025-08-31|2|8|低保家庭|待就业|0|无 none||无 none"),
        listed(file));
  }

  @Test
  @Order(2)
  void whoeverWasHelpedLatelyIsNotListedAndTheLongestWaitIsFirst(@TempDir Path out)
      throws IOException {
    help(
        "20250831",
        measure(1, "20250801", "职业指导", "一对一"),
        measure(3, "20250810", "跟踪回访", "联系"),
        measure(6, "20250615", "跟踪回访", "联系"),
        measure(6, "20250830", "专场招聘", "集中"),
        measure(7, "20250830", "简历面试辅导", ""));
    run();

    Cli.Result result = worklist(out);

    assertEquals(0, result.exitCode(), result.err());
    Path file = out.resolve("90001_待帮扶_20250831.xlsx");
    assertFalse(String.join("\n", SheetTexts.lines(file, 0)).contains("从未收到"));
    // 1 was helped 30 days ago and 3 21 days ago; help to many, and of no mode, is no contact.
    assertEquals(
        List.of(
            "2025-08-31|2|2|低保家庭|待就业|91|无 none||无 none",
            "2025-08-31|2|3|残疾、低保家庭|不就业拟升学|91|无 none||简历面试辅导||2025-08-30",
            "2025-08-31|2|8|低保家庭|待就业|0|无 none||无 none",
            "2025-08-31|2|4|低保家庭|不明 unknown|91|2025-06-15|77|专场招聘|集中|2025-08-30",
            "2025-08-31|2|9|低保家庭|待就业|91|2025-08-01|30|职业指导|一对一|2025-08-01"),
        listed(file));
    assertEquals(6, count(worklist(out, "--days", "21")));
    assertEquals(4, count(worklist(out, "--days", "31")));
  }

  private static String measure(int number, String date, String measure, String mode) {
    return String.join(",", "2021000" + number, NAME, "2025", date, measure, mode, "高校");
  }

  private static int count(Cli.Result result) {
    assertEquals(0, result.exitCode(), result.err());
    return Integer.parseInt(result.out().lines().findFirst().orElseThrow().replaceAll(".* ", ""));
  }

  @Test
  @Order(3)
  void rowsOfTheListAreTheRowsOfTheFile(@TempDir Path out) throws IOException {
    assertEquals(0, worklist(out).exitCode());
    List<String> file =
        SheetTexts.lines(folder.resolve("landing/ledger/90001_20250831_" + NAME + ".xlsx"), 1);
    for (String line : listed(out.resolve("90001_待帮扶_20250831.xlsx"))) {
      String[] cells = line.split("\\|", -1);
      String[] own = file.get(Integer.parseInt(cells[2]) - 1).split("\\|", -1);
      assertEquals(
          own[6].contains("残疾") ? "残疾、低保家庭" : own[6], cells[3], "the row is another person's");
    }
  }

  @Test
  @Order(4)
  void adviceIsFollowedAndTheGraduateIsOffTheList(@TempDir Path out) throws IOException {
    int before = count(worklist(out));
    String overview =
        String.join("\n", SheetTexts.lines(out.resolve("90001_待帮扶_20250831.xlsx"), 0));
    assertTrue(overview.contains("assistance/90001_yyyymmdd"), overview);
    help("20250901", measure(8, "20250901", "职业指导", "一对一"));
    run();
    assertEquals(before - 1, count(worklist(out)));
    assertTrue(names(out).contains("90001_待帮扶_20250901.xlsx"), names(out)::toString);
  }

  @Test
  @Order(5)
  void nobodyIsNamedInAnyByte(@TempDir Path out) throws IOException {
    Cli.Result result = worklist(out);
    String bytes = result.out() + result.err();
    for (String name : names(out)) {
      bytes += name;
      try (ZipFile parts = new ZipFile(out.resolve(name).toFile())) {
        for (ZipEntry part : Collections.list(parts.entries())) {
          byte[] content = parts.getInputStream(part).readAllBytes();
          bytes += part.getName() + shown(new String(content, StandardCharsets.UTF_8));
        }
      }
    }
    assertTrue(bytes.contains("低保家庭"), "the rows are looked through");
    assertFalse(bytes.contains(NAME), "a name");
    assertFalse(bytes.contains(PHONE), "a telephone number");
    for (int number = 1; number <= 8; number++) {
      assertFalse(bytes.contains("2021000" + number), "a student number");
      assertFalse(
          bytes.contains(InventedIdNumbers.of("2003030" + number, "02" + number)), "an ID number");
    }
    String keys =
        Cli.run(
                "query",
                "--warehouse",
                folder.resolve("warehouse").toString(),
                "--format",
                "csv",
                "SELECT DISTINCT graduate_id FROM ledger.history")
            .out();
    for (String key : keys.lines().skip(1).toList()) {
      assertEquals(32, key.length());
      assertFalse(bytes.contains(key), "a pseudonym");
    }
  }

  /** A part of a workbook writes signs by their numbers, too. */
  private static String shown(String xml) {
    return NUMBERED_SIGN
        .matcher(xml)
        .replaceAll(
            sign ->
                Character.toString(
                    Integer.parseInt(sign.group(2), sign.group(1).isEmpty() ? 10 : 16)));
  }

  @Test
  @Order(6)
  void optionsAreChecked(@TempDir Path out) {
    for (String days : List.of("0", "-1", "731")) {
      Cli.Result result = worklist(out, "--days", days);
      assertEquals(2, result.exitCode(), result.out());
      assertTrue(result.err().contains("--days must be from 1 to 730, not " + days), result.err());
      assertTrue(result.err().contains("What to do: "), result.err());
    }
    assertEquals(0, worklist(out, "--days", "30").exitCode(), "what the message advises");
    assertEquals(2, worklist(out, "--days", "many").exitCode());
    Cli.Result unknown = worklist(out, "--university", "90009");
    assertEquals(2, unknown.exitCode(), unknown.out());
    assertTrue(unknown.err().contains("No ledger of 90009 counts."), unknown.err());
    assertEquals("nobody waiting: 90002\n", worklist(out, "--university", "90002").out());
  }
}
