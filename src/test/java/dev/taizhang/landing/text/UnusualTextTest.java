package dev.taizhang.landing.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taizhang.landing.ReadFile;
import dev.taizhang.landing.Survey;
import dev.taizhang.landing.rows.FileRows;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.RowCells;
import dev.taizhang.tables.LedgerColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text files that are damaged, unusual, or made to do damage. */
class UnusualTextTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String HEADER = "学号,毕业年份,毕业去向代码\n";
  private static final String ROW = "001,2022,10\n";

  @TempDir Path folder;

  @Test
  void quotationThatIsNotClosedStopsTheFileAtItsRow() throws IOException {
    String endless = HEADER + ROW + "002,2022,\"" + ROW.repeat(1_000_000);

    assertEquals(Rejection.cellTooLong(3, 32_768), stopped(utf8(endless)));
  }

  @Test
  void lineWithoutEndStopsTheFileAtItsRow() throws IOException {
    assertEquals(
        Rejection.cellTooLong(3, 32_768),
        stopped(utf8(HEADER + ROW + "002,2022," + "x".repeat(5_000_000))));
    assertEquals(
        Rejection.cellTooLong(3, 32_768), stopped(utf8(HEADER + ROW + "x".repeat(5_000_000))));
  }

  @Test
  void quotationMarkInATitleDoesNotHideTheHeader() throws IOException {
    String title = "某大学\"2022届毕业生台账\n\"截至6月8日\n";

    assertEquals(List.of("4|001|10"), rows(utf8(title + HEADER + ROW)));
    assertEquals(List.of("4|001|10"), rows(utf8((title + HEADER + ROW).replace("\n", "\r\n"))));
  }

  @Test
  void ofTwoHeaderRowsBelowAnOpenQuotationTheSecondCounts() throws IOException {
    String headers = "xh,bynf,byqxdm\n" + HEADER;

    assertEquals(List.of("4|001|10"), rows(utf8("\"台账\n" + headers + ROW)));
  }

  @Test
  void workbookThatIsItsRecordsAloneIsRejected() throws IOException {
    assertEquals(
        Rejection.olderWorkbook(), rejection(new byte[] {9, 8, 8, 0, 0, 5, 16, 0, 0, 0, 0, 0}));
  }

  @Test
  void textWithManyZerosIsUtf16WithoutItsMark() throws IOException {
    byte[] bytes = (HEADER + ROW).getBytes(StandardCharsets.UTF_16LE);

    assertEquals("undecodable_text", rejection(bytes).code());
  }

  @Test
  void strayZeroIsInvisible() throws IOException {
    assertEquals(List.of("2|01|10"), rows(utf8(HEADER + "0\0001,2022,10\n")));
  }

  @Test
  void millionColumnsAreRejectedAtTheFirstLook() throws IOException {
    String wide = ",".repeat(1_500_000);

    assertEquals(Rejection.tooManyColumns(512), rejection(utf8(wide + "\n" + HEADER + ROW)));
    assertEquals(Rejection.tooManyColumns(512), rejection(utf8(HEADER.strip() + wide + "\n")));
    assertEquals(Rejection.tooManyColumns(512), stopped(utf8(HEADER + "001" + wide + "\n")));
  }

  @Test
  void wideHeaderIsReadToItsEnd() throws IOException {
    // A header that a border at 64 KiB would cut.
    String title = "说明".repeat(10_900) + "\n";
    String header = "备注栏,".repeat(100) + HEADER;
    byte[] bytes = utf8(title + header + ",".repeat(100) + ROW);

    assertEquals(List.of("3|001|10"), rows(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n\r\n\r\n"})
  void fileOfLineBreaksHasNoHeader(String content) throws IOException {
    assertEquals(Rejection.noHeader(), rejection(utf8(content)));
  }

  @Test
  void fileWithNothingButAMarkIsEmpty() throws IOException {
    assertEquals(Rejection.empty(), rejection(utf8("\uFEFF")));
    assertEquals(Rejection.empty(), rejection("\uFEFF".getBytes(StandardCharsets.UTF_16LE)));
  }

  @Test
  void loneCarriageReturnsEndRows() throws IOException {
    assertEquals(List.of("2|001|10"), rows(utf8((HEADER + ROW).replace('\n', '\r'))));
  }

  @Test
  void lineThatNamesTheDelimiterIsATitle() throws IOException {
    assertEquals(List.of("3|001|10"), rows(utf8("sep=;\n" + (HEADER + ROW).replace(',', ';'))));
  }

  @Test
  void wrongByteInAFileOfUtf8BreaksItsRowAlone() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(utf8(HEADER + "001,2022,待就业未落实单位\n".repeat(50) + "002,2022,待"));
    bytes.write(0xE5);
    bytes.writeBytes(utf8("业\n003,2022,待就业\n"));

    List<String> rows = rows(bytes.toByteArray());

    assertEquals("52|002|undecodable", rows.get(50));
    assertEquals("53|003|待就业", rows.get(51));
  }

  @Test
  void fileWithMoreWrongBytesThanSlipsIsGb18030() throws IOException {
    byte[] bytes = (HEADER + "001,2022,待就业\n".repeat(20_000)).getBytes(GB18030);

    assertEquals("2|001|待就业", rows(bytes).get(0));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Survey survey(byte[] content) throws IOException {
    return ReadFile.survey(Files.write(folder.resolve("10001_20220608.csv"), content));
  }

  private Rejection rejection(byte[] content) throws IOException {
    return survey(content).rejection().orElseThrow();
  }

  private FileRows open(byte[] content) throws IOException {
    return ReadFile.open(survey(content).plan(), Limits.DEFAULT, new Configuration(false));
  }

  private Rejection stopped(byte[] content) throws IOException {
    try (FileRows rows = open(content)) {
      return assertThrows(
              ReadingStopped.class,
              () -> {
                while (rows.next() != null) {
                  // Only the end counts.
                }
              })
          .rejection();
    }
  }

  /** The rows, each as number, student number and outcome. */
  private List<String> rows(byte[] content) throws IOException {
    List<String> lines = new ArrayList<>();
    try (FileRows rows = open(content)) {
      for (RowCells row; (row = rows.next()) != null; ) {
        CharSequence outcome = row.cell(LedgerColumn.OUTCOME_CODE);
        lines.add(
            String.join(
                "|",
                Integer.toString(row.rowNumber()),
                row.cell(LedgerColumn.STUDENT_NUMBER),
                row.isUndecodable() ? "undecodable" : outcome));
      }
    }
    return lines;
  }
}
