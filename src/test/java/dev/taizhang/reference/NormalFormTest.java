package dev.taizhang.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormTest {

  private static final char NO_WIDTH = '\0';

  @ParameterizedTest
  @CsvSource({
    "Ａ, A", "ｚ, z", "０, 0", "９, 9", "（, (", "）, )", "！, !", "～, ~", "：, :", "＊, *",
  })
  void fullWidthBecomesHalfWidth(char written, char expected) {
    assertEquals(expected, NormalForm.of(written));
  }

  @ParameterizedTest
  @ValueSource(
      chars = {
        ' ', '\t', '\n', '\r', '\u0001', '\u001F', '\u007F', '\u0085', '\u00A0', '\u2002', '\u2009',
        '\u2028', '\u2029', '\u202F', '\u205F', '\u3000'
      })
  void whiteSpaceAndControlCharactersBecomeASpace(char written) {
    assertEquals(' ', NormalForm.of(written));
  }

  @ParameterizedTest
  @ValueSource(
      chars = {
        '\u0000', '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u202A', '\u202E',
        '\u2060', '\u2066', '\u206F', '\uFEFF'
      })
  void invisibleCharactersHaveNoWidth(char written) {
    assertEquals(NO_WIDTH, NormalForm.of(written));
  }

  @ParameterizedTest
  @ValueSource(
      chars = {'a', 'Z', '~', '中', '、', '。', '【', '—', '…', '“', '‰', '·', '±', '\uD842', '\uFFFD'})
  void allOthersStay(char written) {
    assertEquals(written, NormalForm.of(written));
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "\u3000待 就\t业\u200B ,待就业",
        "升学（境内）,升学(境内)",
        "２０２２届,2022届",
        "Ab C,AbC",
        "'',''",
        "'\u3000 ',''",
      })
  void textIsWithoutSpaces(String written, String expected) {
    assertEquals(expected, NormalForm.withoutSpaces(written));
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "学号(*),学号",
        "学号（必填）,学号必填",
        "【学 号】,学号",
        "*姓名：,姓名",
        "〔XH〕,xh",
        "[BYQXDM],byqxdm",
        "月薪（元/月）,月薪元/月",
        "'',''",
      })
  void headerIsWithoutSpacesBracketsAndMarksInLowerCase(String written, String expected) {
    assertEquals(expected, NormalForm.header(written));
  }
}
