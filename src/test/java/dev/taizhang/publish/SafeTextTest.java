package dev.taizhang.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "某大学|某大学",
        "=1+1|“=1+1”",
        "+86|“+86”",
        "-5|“-5”",
        "@SUM(A1)|“@SUM(A1)”",
        " =1+1|“=1+1”",
        // some programs take the full-width signs for the others
        "＝1+1|“＝1+1”",
        "＠名|“＠名”",
        "1=1|1=1",
      })
  void textThatBeginsLikeAFormulaIsQuoted(String text, String safe) {
    assertEquals(safe, SafeText.of(text));
  }

  @Test
  void controlCharactersNeitherStayNorHideWhatFollowsThem() {
    assertEquals("“=1+1”", SafeText.of("\t=1+1"));
    assertEquals("“=1+1”", SafeText.of("\r\n=1+1"));
    assertEquals("“=1+1”", SafeText.of("\u0000\u0001=1+1"));
    assertEquals("“=1+1”", SafeText.of("\u200B\uFEFF=1+1"));
    assertEquals("ab", SafeText.of("a\u0007\uD800\uFFFE\u202Eb"));
    assertEquals("一 二", SafeText.of("一\r\n\t二"));
    assertEquals("𠮷", SafeText.of("𠮷"));
  }

  @Test
  void nothingIsEmptyAndAVeryLongTextIsCut() {
    assertEquals("", SafeText.of(null));
    assertEquals("字".repeat(2_000) + "…", SafeText.of("字".repeat(2_001)));
  }
}
