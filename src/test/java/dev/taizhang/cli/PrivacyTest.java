package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.flow.Pipeline;
import dev.taizhang.landing.person.InventedIdNumbers;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.LogCapture;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.support.Versions;
import dev.taizhang.support.Workbooks;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What identifies a person is in no value of any version of any table, and in no output. */
class PrivacyTest {

  // The sequence number 000 is never issued: these numbers belong to nobody.
  private static final String ID_NUMBER = InventedIdNumbers.of("410105", "20020304", "000");
  private static final String NAME = "欧阳澹台";
  private static final String PHONE = "13900001234";
  private static final String ADDRESS = "某某路七十三号";
  private static final String STUDENT_NUMBER = "XH20210073";

  private static final List<String> PLANTED =
      List.of(ID_NUMBER, NAME, PHONE, ADDRESS, STUDENT_NUMBER, "澹台", ID_NUMBER.substring(6, 14));

  @TempDir Path folder;

  @Test
  void plantedPersonalDataIsNowhere() throws IOException {
    Path landing = folder.resolve("landing");
    Path warehouse = folder.resolve("warehouse");
    Ledgers.write(
        landing,
        "90001_20250608.csv",
        "学号,姓名,身份证号,手机号码,家庭住址,毕业年份,毕业去向代码,单位名称,专业代码,专业",
        row("1", "75", NAME),
        row("2", "10", NAME + "个体工作室"),
        row("3", "11", "欧阳 澹台 商贸行"),
        row("4", "10", "示例科技有限公司") + "," + NAME,
        STUDENT_NUMBER
            + "5,"
            + NAME
            + ","
            + ID_NUMBER
            + ","
            + PHONE
            + ","
            + ADDRESS
            + ","
            + PHONE
            + ",10,,080901,计算机科学与技术");
    Ledgers.write(
        landing, "90001_20250615.csv", STUDENT_NUMBER + "," + NAME + "," + ID_NUMBER, PHONE);
    writeShifted(landing);
    writeOtherFeeds(landing);
    Cli.Result run;
    List<String> logged;
    try (LogCapture log = LogCapture.start()) {
      run = Cli.run("run", "--landing", landing.toString(), "--warehouse", warehouse.toString());
      logged = log.lines();
    }
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(
        run.out().contains("submissions accepted 5, rejected 1; rows read 18, quarantined 11"),
        run.out());
    assertClean("the run's output", run.out() + run.err());
    assertClean("the log", String.join("\n", logged));
    assertTrue(logged.stream().anyMatch(line -> line.contains("files read: ")), "no log");
    Cli.Result status = Cli.run("status", "--warehouse", warehouse.toString());
    assertClean("status", status.out() + status.err());
    Cli.Result inspect =
        Cli.run("inspect", landing.resolve("ledger/90001_20250608.csv").toString());
    assertClean("inspect", inspect.out() + inspect.err());
    assertCleanFeedback(warehouse);
    assertCleanTables(warehouse);
  }

  /** Rows whose cells stand one column too far to the right or to the left. */
  private static void writeShifted(Path landing) throws IOException {
    String header = "毕业年份,毕业去向代码,学号,单位名称,姓名,专业,身份证号,手机号码,备注";
    String[] lines = {
      header,
      "2025,10," + STUDENT_NUMBER + "6,," + "示例科技," + NAME + ",软件工程," + ID_NUMBER + "," + PHONE,
      "2025,10," + STUDENT_NUMBER + "7," + NAME + ",软件工程," + ID_NUMBER + "," + PHONE + ",,",
      "2025,10," + STUDENT_NUMBER + "8," + PHONE + "," + NAME + ",软件工程," + ID_NUMBER + ",,",
      "2025,10," + NAME + ",示例科技," + NAME + ",软件工程," + ID_NUMBER + "," + PHONE + ",",
    };
    Ledgers.write(landing, "90003_20250608.csv", lines);
    Workbooks.write(
        landing.resolve("ledger/90004_20250608.xlsx"),
        workbook -> Workbooks.sheet(workbook, "台账", lines));
  }

  private static void writeOtherFeeds(Path landing) throws IOException {
    Ledgers.write(
        landing,
        "../follow_up/90001_20250608.csv",
        "姓名,身份证号,毕业年份,联系电话,户籍地址,就业意愿,单位名称",
        String.join(",", NAME, ID_NUMBER, "2025", PHONE, ADDRESS, "有", NAME + "工作室"),
        String.join(",", ID_NUMBER, NAME, "2025", PHONE, ADDRESS, "有", ""));
    Ledgers.write(
        landing,
        "../assistance/90001_20250608.csv",
        "学号,姓名,身份证号,帮扶措施,帮扶日期,推荐单位,备注",
        String.join(",", STUDENT_NUMBER, NAME, ID_NUMBER, "岗位推荐", "20250601", NAME + "商行", NAME),
        String.join(",", STUDENT_NUMBER, NAME, ID_NUMBER, NAME, PHONE, "示例科技", PHONE),
        String.join(",", STUDENT_NUMBER, NAME, ID_NUMBER, "岗位推荐", "20250602", PHONE, ""));
  }

  private static void assertCleanFeedback(Path warehouse) throws IOException {
    Path out = warehouse.resolveSibling("feedback");
    Cli.Result feedback =
        Cli.run("feedback", "--warehouse", warehouse.toString(), "--out", out.toString());
    assertEquals(0, feedback.exitCode(), feedback.err());
    assertClean("feedback", feedback.out() + feedback.err());
    int cells = 0;
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.toList()) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
          for (Sheet sheet : workbook.getSheets().toList()) {
            for (var row : sheet.read()) {
              cells += row.getCellCount();
              assertClean(file + " " + sheet.getName(), row.toString());
            }
          }
        }
      }
    }
    assertTrue(cells > 0, "no workbook");
  }

  private static void assertCleanTables(Path warehouse) throws IOException {
    Map<String, Long> versions = Versions.of(warehouse);
    for (Table table : Pipeline.tables()) {
      for (long version = 0; version <= versions.get(table.name()); version++) {
        String rows =
            SharedSpark.session()
                .read()
                .format("delta")
                .option("versionAsOf", version)
                .load(warehouse.resolve(table.name().replace('.', '/')).toString())
                .toJSON()
                .collectAsList()
                .toString();
        assertClean(table.name() + " version " + version, rows);
      }
    }
  }

  private static String row(String suffix, String outcome, String employer) {
    return String.join(
        ",",
        STUDENT_NUMBER + suffix,
        NAME,
        ID_NUMBER,
        PHONE,
        ADDRESS,
        "2025",
        outcome,
        employer,
        "080901",
        "计算机科学与技术");
  }

  private static void assertClean(String place, String text) {
    for (String planted : PLANTED) {
      assertFalse(text.contains(planted), () -> planted + " is in " + place + ": " + text);
    }
  }
}
