package dev.taizhang.landing;

import dev.taizhang.reference.NormalForm;
import java.util.regex.Pattern;

/** The texts of headers: what of them is the name, and what may be repeated to a person. */
final class HeaderText {

  // Longer texts are not headers; they are not repeated in messages.
  private static final int LONGEST = 20;
  // A header has no digits in a row: whatever has could be somebody's number.
  private static final Pattern NUMBER = Pattern.compile("\\d{4}");

  // 姓名(必填), 毕业去向【下拉】: whatever stands in brackets is advice to whoever fills the form.
  private static final Pattern BRACKETED =
      Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*]|【[^【】]*】|〔[^〔〕]*〕|\\{[^{}]*}|<[^<>]*>");
  // 1.学号, 1、学号, (1)学号, ①学号, 一、学号.
  private static final Pattern NUMBERING =
      Pattern.compile("^(?:\\(\\d{1,3}\\)|\\d{1,3}[.、,)]|[一二三四五六七八九十]{1,3}[、.]|[①-⑳])");
  private static final Pattern TRAILING_MARKS = Pattern.compile("[*:;,.。、?!_-]+$");

  // What a name with numbering, brackets or marks has at least one character of.
  private static final Pattern DECORATED = Pattern.compile("[^\\p{IsHan}a-zA-Z]");
  private static final int LONGEST_WITH_ADVICE = 200;

  private HeaderText() {}

  /** A header as it stands in its cell, but for what protects it from spreadsheets. */
  static String unprotected(String cell) {
    String text = NormalForm.withoutSpaces(cell);
    return !text.isEmpty() && Protection.mayBegin(text.charAt(0)) ? Protection.without(text) : cell;
  }

  /** The header without numbering, bracketed text and trailing marks, in normal form. */
  static String bare(String text) {
    if (text.length() > LONGEST_WITH_ADVICE || !DECORATED.matcher(text).find()) {
      return NormalForm.header(text);
    }
    String name = NUMBERING.matcher(NormalForm.withoutSpaces(text)).replaceFirst("");
    name = BRACKETED.matcher(name).replaceAll("");
    return NormalForm.header(TRAILING_MARKS.matcher(name).replaceFirst(""));
  }

  /** Whether a header can be nobody's name, number or remark, so that messages may repeat it. */
  static boolean isRepeatable(String text) {
    return text.length() <= LONGEST && !NUMBER.matcher(text).find();
  }

  /** A header as messages may have it: the text, or how long it is where it could be somebody's. */
  static String repeatable(String text) {
    return isRepeatable(text)
        ? text
        : "(%d 个字符 / characters)".formatted(text.codePointCount(0, text.length()));
  }
}
