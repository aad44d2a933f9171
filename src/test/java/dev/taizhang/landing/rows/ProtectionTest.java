package dev.taizhang.landing.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps a spreadsheet from turning a code into a number is no part of the code. */
class ProtectionTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "=\"0123\",0123",
        "＝＂0123＂,0123",
        "=“0123”,0123",
        "= \"0123\",0123",
        "=\"\t0123\",0123",
        "=0123,0123",
        "=\"\",",
        "'0123,0123",
        "＇0123,0123",
        "‘0123,0123",
        "’0123,0123",
        "''0123,0123",
        "'0123',0123",
        "‘0123’,0123",
        "'=\"0123\",0123",
        "=\"'0123\",0123",
        "\t0123\t,0123",
        "',",
        "0123,0123",
        "=SUM(A1),=SUM(A1)",
      })
  void whatProtectsAValueIsNoPartOfIt(String written, String value) {
    CellText cell = new CellText();
    cell.set(written.toCharArray(), 0, written.length(), false);
    cell.unprotect();

    assertEquals(value == null ? "" : value, cell.toString());
  }

  @Test
  void nameThatBeginsWithQuotationMarksKeepsThem() {
    assertEquals("‘示例’公司", Protection.without("‘示例’公司"));
  }
}
