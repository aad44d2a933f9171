package dev.taizhang.landing.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberStyleTest {

  private static final int OWN = 164;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mm-dd-yy",
        "yyyy/m/d",
        "yyyy/m/d;@",
        "yyyy\\-mm\\-dd",
        "yyyy\"年\"m\"月\"d\"日\"",
        "yyyy\"年\"m\"月\";@",
        "[$-804]yyyy\"年\"m\"月\"d\"日\"",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        "YYYY-MM-DD",
        "yyyymmdd",
        "m\"月\"d\"日\"",
        "mmm",
        "m/d/yy h:mm",
        "[DBNum1][$-804]yyyy\"年\"m\"月\"",
        "_ yyyy-mm-dd"
      })
  void formatsWithYearMonthOrDayAreDates(String format) {
    assertEquals(NumberStyle.Kind.DATE, NumberStyle.of(OWN, format).kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "General",
        "GENERAL",
        "0",
        "0.00",
        "#,##0",
        "0.00E+00",
        "@",
        "0%",
        "mm:ss",
        "h:mm AM/PM",
        "[h]:mm:ss",
        "[Red]0.00",
        "0\"day\"",
        "\"¥\"#,##0.00",
        "\\d0",
        "[DBNum1]General",
        "# ?/?"
      })
  void otherFormatsAreNumbers(String format) {
    assertEquals(NumberStyle.PLAIN, NumberStyle.of(OWN, format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yyyy", "yyyy\"届\"", "[$-804]yyyy"})
  void formatsWithNothingButAYearAreYears(String format) {
    assertEquals(NumberStyle.Kind.YEAR, NumberStyle.of(OWN, format).kind());
  }

  @ParameterizedTest
  @CsvSource({"00, 2", "000000, 6", "000000;@, 6"})
  void formatsOfZerosFillNumbersUp(String format, int digits) {
    assertEquals(new NumberStyle(NumberStyle.Kind.NUMBER, digits), NumberStyle.of(OWN, format));
  }

  @ParameterizedTest
  @CsvSource({
    "0, NUMBER",
    "1, NUMBER",
    "13, NUMBER",
    "14, DATE",
    "22, DATE",
    "23, NUMBER",
    "27, DATE",
    "36, DATE",
    "37, NUMBER",
    "49, NUMBER",
    "50, DATE",
    "58, DATE",
    "59, NUMBER"
  })
  void formatsWithoutTextAreKnownByTheirNumber(int id, NumberStyle.Kind kind) {
    assertEquals(kind, NumberStyle.of(id, null).kind());
  }

  @Test
  void ownTextOfAFormatWinsOverItsNumber() {
    assertEquals(NumberStyle.PLAIN, NumberStyle.of(50, "0.00"));
  }
}
