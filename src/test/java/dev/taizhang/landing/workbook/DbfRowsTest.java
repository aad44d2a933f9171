package dev.taizhang.landing.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.ReadFile;
import dev.taizhang.support.DbaseFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** dBase files, as ledgers. */
class DbfRowsTest {

  private static final Charset GBK = Charset.forName("GBK");

  @TempDir Path folder;

  private static DbaseFile ledger() {
    return new DbaseFile()
        .text("xh", 12)
        .field("bynf", 'N', 4, 0)
        .field("byqxdm", 'N', 5, 0)
        .text("单位名称", 30);
  }

  @Test
  void recordsAreNumberedAsASpreadsheetShowsThem() throws IOException {
    ReadFile read =
        read(
            ledger()
                .record("0123", "2025", "10", "示例公司")
                .deleted("0999", "2025", "70")
                .record("0456", "2025", "70")
                .bytes());

    assertEquals("dbf", read.encoding(), String.valueOf(read.rejection()));
    assertEquals(List.of("1|2|0123|10|示例公司", "1|3|0456|70|"), read.rows());
  }

  @ParameterizedTest
  @CsvSource({"GBK, 77", "GBK, 0", "GBK, 122", "GBK, 3", "GB18030, 0", "UTF-8, 0", "Big5, 120"})
  void charactersAreThoseOfAGbCodePageUnlessTheyShowOtherwise(String charset, int language)
      throws IOException {
    byte[] file =
        new DbaseFile()
            .in(Charset.forName(charset), language)
            .text("xh", 12)
            .field("bynf", 'N', 4, 0)
            .field("byqxdm", 'N', 5, 0)
            .text("dwmc", 30)
            .record("0123", "2025", "10", "某某公司")
            .bytes();

    assertEquals(List.of("1|2|0123|10|某某公司"), read(file).rows());
  }

  @ParameterizedTest
  @CsvSource({
    "N, 18, 0, 410101200203040015, 410101200203040015",
    "N, 8, 2, 31.00, 31",
    "N, 8, 2, 31.50, 31.5",
    "N, 6, 0, 000123, 000123",
    "N, 4, 0, ****, ''",
    "F, 8, 1, 3800.0, 3800",
    "D, 8, 0, 20250630, 2025-06-30",
    "D, 8, 0, 00000000, ''",
    "D, 8, 0, 2025063, 2025063",
    "L, 1, 0, T, TRUE",
    "L, 1, 0, n, FALSE",
    "L, 1, 0, ?, ''",
    "C, 20, 0, 0123, 0123"
  })
  void valueIsTheTextThatAPersonSees(
      char type, int length, int decimals, String stored, String expected) throws IOException {
    byte[] file =
        new DbaseFile()
            .text("xh", 12)
            .field("bynf", 'N', 4, 0)
            .field("byqxdm", 'N', 5, 0)
            .field("dwmc", type, length, decimals)
            .record("0123", "2025", "10", stored)
            .bytes();

    assertEquals(List.of("1|2|0123|10|" + expected), read(file).rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"毕业去向代码", "BYQXDM"})
  void nameOfAFieldThatWasCutAtTenBytesIsKnown(String name) throws IOException {
    byte[] file =
        new DbaseFile()
            .text("学生学号", 12)
            .text("毕业年份", 4)
            .text(name, 4)
            .text("单位名称", 30)
            .record("0123", "2025", "10", "甲")
            .bytes();

    assertEquals(List.of("1|2|0123|10|甲"), read(file).rows());
  }

  @Test
  void numberedColumnsThatNoProgramShowsAsTextAreBlank() throws IOException {
    byte[] file =
        new DbaseFile()
            .text("xh", 12)
            .field("bynf", 'N', 4, 0)
            .field("byqxdm", 'N', 5, 0)
            .field("dwmc", 'M', 10, 0)
            .record("0123", "2025", "10", "1")
            .bytes();

    assertEquals(List.of("1|2|0123|10|"), read(file).rows());
  }

  @Test
  void fileThatLacksRecordsOrHasMoreThanItSaysIsDamaged() throws IOException {
    byte[] whole = ledger().record("1", "2025", "10", "甲").record("2", "2025", "70", "乙").bytes();
    byte[] counted = whole.clone();
    counted[4] = 1;
    byte[] garbled = whole.clone();
    garbled[32 + 4 * 32 + 1 + 52] = 'x';

    for (int cut : new int[] {5, 30, 60, whole.length - 40, whole.length - 120}) {
      assertDamaged(Arrays.copyOf(whole, whole.length - cut));
    }
    assertDamaged(counted);
    assertDamaged(garbled);
    assertEquals(2, read(Arrays.copyOf(whole, whole.length - 1)).rows().size());
    assertEquals(2, read(Arrays.copyOf(whole, whole.length + 200)).rows().size());
  }

  @Test
  void tooManyFieldsAreRejected() throws IOException {
    DbaseFile file = ledger();
    for (int i = 0; i < 600; i++) {
      file.text("f" + i, 1);
    }

    assertEquals(
        "too_many_columns", read(file.record("1", "2025", "10").bytes()).rejection().code());
  }

  @Test
  void textThatBeginsLikeAVersionIsText() throws IOException {
    for (String first : List.of("0,", "1,", "C,", "c\t\n")) {
      String text = first + "\n学号,毕业年份,毕业去向代码,单位名称\n1,2025,10,甲\n";
      assertEquals("UTF-8", read(text.getBytes(StandardCharsets.UTF_8)).encoding());
      assertEquals("GB18030", read(text.getBytes(GBK)).encoding());
    }
  }

  private void assertDamaged(byte[] content) throws IOException {
    ReadFile read = read(content);
    assertEquals("damaged_archive", read.rejection().code());
    assertTrue(read.rejection().reason().contains("dbf"), read.rejection().reason());
    assertEquals(List.of(), read.rows());
  }

  private ReadFile read(byte[] content) throws IOException {
    return ReadFile.of(folder, content);
  }
}
