package dev.taizhang.landing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.rows.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "10001_20250608.csv,                    10001, , csv",
    "00312_20250608.csv,                    00312, , csv",
    "10001_20250608.TXT,                    10001, , txt",
    "10001_20250608.tsv,                    10001, , tsv",
    "10001_20250608.XLSX,                   10001, , xlsx",
    "10001_20250608.xls,                    10001, , xls",
    "10001_20250608.Xlsm,                   10001, , xlsm",
    "10001_20250608.et,                     10001, , et",
    "10001_20250608.htm,                    10001, , htm",
    "10001_20250608.HTML,                   10001, , html",
    "10001_20250608.DBF,                    10001, , dbf",
    "4111010001_20250608.csv,               10001, , csv",
    "10001_20250608_p1.csv,                 10001, 1, csv",
    "10001_20250608_P12.csv,                10001, 12, csv",
    "10001_20250608_p2_工学院.csv,           10001, 2, csv",
    "10001_20250608_毕业生台账(最终).v2.csv,  10001, , csv",
    "10001_20250608_part1.csv,              10001, , csv",
    "10001_20250608_专业p1更正.csv,           10001, , csv",
    "10001_20250608_p1_更正 (2).csv,         10001, 1, csv",
  })
  void nameGivesSubmitterDateAndPart(String name, String code, Integer part, String extension) {
    assertEquals(
        new FileName(code, LocalDate.of(2025, 6, 8), Optional.ofNullable(part), extension),
        read(Feed.LEDGER, name));
  }

  @ParameterizedTest
  @CsvSource({
    "10001_20250608_p1更正.csv,     10001_20250608_p1.csv,  10001_20250608_p1_更正.csv",
    "10001_20250608_p2 (2).xlsx,    10001_20250608_p2.xlsx, 10001_20250608_p2_更正.xlsx",
    "10001_20250608_P01.csv,        10001_20250608_p1.csv,  10001_20250608_p1_更正.csv",
    "10001_20250608_p12-3.csv,      10001_20250608_p12.csv, 10001_20250608_p12_更正.csv",
    "10001_20250608_p3.更正.csv,     10001_20250608_p3.csv,  10001_20250608_p3_更正.csv",
    "10001_20250608_p0.csv,         10001_20250608_p1.csv,  10001_20250608_p1_更正.csv",
    "10001_20250608_p 1.csv,        10001_20250608_p1.csv,  10001_20250608_p1_更正.csv",
    "10001_20250608_ｐ２.csv,       10001_20250608_p2.csv,  10001_20250608_p2_更正.csv",
    "10001_20250608_p99999.csv,     10001_20250608_p1.csv,  10001_20250608_p1_更正.csv",
  })
  void partMarkWithTextIsABadNameAndItsAdviceIsAGoodOne(String name, String bare, String remark) {
    Rejection rejection =
        assertInstanceOf(FileName.Unreadable.class, FileName.read(Feed.LEDGER, name)).rejection();

    assertEquals("bad_name", rejection.code());
    for (String advised : List.of(bare, remark)) {
      assertTrue(rejection.reason().contains(advised), rejection.reason());
      assertTrue(read(Feed.LEDGER, advised).part().isPresent());
    }
  }

  @Test
  void officeHasASixDigitCodeInTheFeedsOfOffices() {
    FileName expected = new FileName("510100", LocalDate.of(2025, 6, 8), Optional.empty(), "csv");

    assertEquals(expected, read(Feed.FOLLOW_UP, "510100_20250608.csv"));
    assertEquals(expected, read(Feed.ASSISTANCE, "510100_20250608.csv"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "510100_20250608.csv",
        "1001_20250608.csv",
        "100010_20250608.csv",
        "41110100010_20250608.csv"
      })
  void ledgerNeedsACodeOfFiveOrTenDigits(String name) {
    assertReason("the code does not have 5 or 10 digits", name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10001_20250230.csv",
        "10001_20251301.csv",
        "10001_20250600.csv",
        "10001_00000000.csv"
      })
  void dateMustExist(String name) {
    assertReason("the date does not exist", name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10001_20250608.pdf", "10001_20250608_p1.zip", "10001_20250608.c s v"})
  void endingMustBeOfATable(String name) {
    assertReason("unknown extension", name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "台账.csv",
        "10001.csv",
        "20250608.csv",
        "10001-20250608.csv",
        "10001_2025068.csv",
        "10001_202506080.csv",
        "10001_20250608",
        "北京大学10001_20250608.csv",
        " 10001_20250608.csv"
      })
  void nameMustBeginWithCodeAndDate(String name) {
    assertReason("no code and date", name);
  }

  private static FileName read(Feed feed, String name) {
    return assertInstanceOf(FileName.Read.class, FileName.read(feed, name)).name();
  }

  private static void assertReason(String why, String name) {
    Rejection rejection =
        assertInstanceOf(FileName.Unreadable.class, FileName.read(Feed.LEDGER, name)).rejection();

    assertEquals("bad_name", rejection.code());
    assertTrue(rejection.reason().contains(why), rejection.reason());
  }
}
