package dev.taizhang.landing;

import dev.taizhang.landing.rows.Protection;
import dev.taizhang.reference.NormalForm;
import java.util.regex.Matcher;
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
  private static final String PERSON =
      "(?:监护人?|父亲?|母(?![语校])亲?|父母|父方|母方|爸爸|妈妈|家长|家属|亲属|亲戚|家人|家庭成员|配偶|爱人|丈夫|妻子"
          + "|兄弟|姐妹|联系人|担保人|法人|法定代表人|代理人|经办人|填表人|填报人|负责人|责任人|帮扶人"
          + "|导师|教师|老师|辅导员|班主任)";
  private static final Pattern MENTIONS_A_PERSON = Pattern.compile(PERSON);
  // 身份证号(监护人), 学历(父亲), 手机(学生家长1): the brackets hold whose the column is, and no more.
  private static final Pattern IS_A_PERSON =
      Pattern.compile(
          "(?:学生|毕业生|本人|法定|第一|第二|紧急|直系|主要|其他)*的?%1$s(?:[/或、,及和与]*%1$s)*\\d?(?:之一|一方|的|填写|信息|情况|姓名|号码|电话|手机)*"
              .formatted(PERSON));
  // 手机号(本人, 勿填家长): whoever else is mentioned, the column is the graduate's.
  private static final Pattern IS_THE_GRADUATES =
      Pattern.compile("(?:本人|学生|毕业生)(?!的?%s)|非(?!空)|勿|不[要能可得]?[是填写]".formatted(PERSON));
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

  /**
   * Whether the brackets of a header say that its column is about somebody other than the graduate,
   * as in 身份证号(监护人).
   *
   * @param personal whether the column tells one person from another. There any mention is enough;
   *     of others, as in 困难生类别(父母残疾), it may be advice.
   */
  static boolean isOfAnotherPerson(String text, boolean personal) {
    if (text.length() > LONGEST_WITH_ADVICE || !DECORATED.matcher(text).find()) {
      return false;
    }
    Matcher bracketed = BRACKETED.matcher(NormalForm.withoutSpaces(text));
    while (bracketed.find()) {
      String words = bracketed.group().substring(1, bracketed.group().length() - 1);
      boolean mentioned = personal && MENTIONS_A_PERSON.matcher(words).find();
      if (IS_A_PERSON.matcher(words).matches()
          || (mentioned && !IS_THE_GRADUATES.matcher(words).find())) {
        return true;
      }
    }
    return false;
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
