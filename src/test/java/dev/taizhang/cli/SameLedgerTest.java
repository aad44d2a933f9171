package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.Workbooks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One ledger in every form in which universities send it gives the same entries. */
class SameLedgerTest {

  private static final String HEADER =
      "学号,身份证号,姓名,学历代码,专业代码,专业,生源所在地代码,毕业年份,毕业时间,困难生类别代码,毕业去向代码,落实日期,单位名称,单位性质代码,月薪";
  private static final String[] LEDGER = {
    "台账",
    HEADER,
    "001,999999200301010021,示例甲,31,080901,计算机科学与技术,410105,2025,2025-06-30,2,10,2025-05-07,郑州 某公司,39,3801",
    "002,,示例乙,01,080901,计算机科学与技术,410105,2025,2025-06-30,0,70,,,,",
    "003,,示例丙,31,101101,护理学,110000,2025,2025-06-30,4,99,,示例丙工作室,10,面议",
    "",
    "004,,示例丁,61,510203,软件技术,999999,2025,2025-06-30,3,76,2025-05-07,某公司,31,10000"
  };
  private static final Set<String> NUMBERS =
      Set.of("学历代码", "专业代码", "生源所在地代码", "毕业年份", "困难生类别代码", "毕业去向代码", "单位性质代码", "月薪");
  private static final Set<String> DATES = Set.of("毕业时间", "落实日期");

  @TempDir Path folder;

  @Test
  void everyFormOfALedgerGivesTheSameEntries() throws IOException {
    Path landing = folder.resolve("landing");
    Path ledgers = landing.resolve("ledger");
    Ledgers.write(landing, "90001_20250601.csv", StandardCharsets.UTF_8, LEDGER);
    Ledgers.write(landing, "90001_20250602.csv", Ledgers.GB18030, LEDGER);
    Workbooks.write(
        ledgers.resolve("90001_20250603.xlsx"),
        workbook -> Workbooks.sheet(workbook, "台账", LEDGER));
    Workbooks.write(ledgers.resolve("90001_20250604.xlsx"), SameLedgerTest::numbersAndDates);
    excel97(ledgers.resolve("90001_20250605.xls"));
    String warehouse = folder.resolve("warehouse").toString();

    Cli.Result run = Cli.run("run", "--landing", landing.toString(), "--warehouse", warehouse);

    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        "files 5, read 5; submissions accepted 5, rejected 0; rows read 20, quarantined 0",
        run.out().strip());
    List<String> text = entries(warehouse, "2025-06-01");
    assertEquals(4, text.size());
    assertTrue(text.get(0).contains("2025-05-07") && text.get(0).contains("郑州 某公司"), text.get(0));
    for (String date : List.of("2025-06-02", "2025-06-03", "2025-06-04", "2025-06-05")) {
      assertEquals(text, entries(warehouse, date), date);
    }
    assertEquals(
        List.of(
            "2025-06-01,UTF-8,",
            "2025-06-02,GB18030,",
            "2025-06-03,xlsx,1",
            "2025-06-04,xlsx,1",
            "2025-06-05,xls,1"),
        query(
            warehouse,
            "SELECT DISTINCT s.snapshot_date, s.encoding, e.sheet_name FROM intake.submissions s"
                + " JOIN ledger.entries e USING (submission_id) ORDER BY 1"));
    assertEquals(
        List.of("1"), query(warehouse, "SELECT count(DISTINCT template) FROM intake.submissions"));
  }

  /** The ledger as a person types it into a spreadsheet: codes as numbers, dates as dates. */
  private static void numbersAndDates(Workbook workbook) {
    Worksheet sheet = Workbooks.sheet(workbook, "台账", LEDGER);
    String[] headers = HEADER.split(",", -1);
    for (int row = 2; row < LEDGER.length; row++) {
      String[] cells = LEDGER[row].split(",", -1);
      for (int column = 0; column < cells.length; column++) {
        if (NUMBERS.contains(headers[column]) && cells[column].matches("[0-9.]+")) {
          sheet.value(row, column, Double.valueOf(cells[column]));
        } else if (DATES.contains(headers[column]) && !cells[column].isEmpty()) {
          sheet.value(row, column, LocalDate.parse(cells[column]));
          sheet.style(row, column).format("yyyy\"年\"m\"月\"d\"日\";@").set();
        }
      }
    }
  }

  /** The ledger in a workbook of Excel 97, with its numbers as numbers. */
  private static void excel97(Path file) throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      HSSFSheet sheet = workbook.createSheet("台账");
      String[] headers = HEADER.split(",", -1);
      for (int row = 0; row < LEDGER.length; row++) {
        HSSFRow line = sheet.createRow(row);
        String[] cells = LEDGER[row].split(",", -1);
        for (int column = 0; column < cells.length; column++) {
          boolean number =
              row > 1 && NUMBERS.contains(headers[column]) && cells[column].matches("[0-9.]+");
          if (number) {
            line.createCell(column).setCellValue(Double.parseDouble(cells[column]));
          } else if (!cells[column].isEmpty()) {
            line.createCell(column).setCellValue(cells[column]);
          }
        }
      }
      workbook.write(out);
    }
  }

  /** The entries of a date, without what names the file that they come from. */
  private static List<String> entries(String warehouse, String date) {
    return query(
        warehouse,
        "SELECT * EXCEPT (submission_id, sheet_name, snapshot_date) FROM ledger.entries"
            + " WHERE snapshot_date = DATE'"
            + date
            + "' ORDER BY row_number");
  }

  private static List<String> query(String warehouse, String sql) {
    Cli.Result result = Cli.run("query", "--warehouse", warehouse, "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).toList();
  }
}
