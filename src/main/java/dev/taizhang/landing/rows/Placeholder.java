package dev.taizhang.landing.rows;

import dev.taizhang.tables.LedgerColumn;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Texts that stand in a cell and say nothing: errors of a spreadsheet, what a database writes for
 * no value, and what a person writes where there is none. Taken for values they would make one
 * student of many.
 */
final class Placeholder {

  // Longer texts say something.
  private static final int LONGEST = 16;
  private static final Set<String> NO_VALUE =
      Set.of("NULL", "(NULL)", "[NULL]", "<NULL>", "\\N", "NAN", "N/A", "NONE", "UNDEFINED");
  private static final Set<String> NOTHING = Set.of("无", "暂无", "没有", "无数据", "空", "空白");
  private static final Set<String> NOTHING_KNOWN =
      Set.of("不详", "未知", "不明", "未填", "未填写", "未提供", "待补", "待定", "缺", "缺失");
  private static final String MARKS = "-_/\\|.,·•…\u2010\u2011\u2012\u2013\u2014\u2015\u2212、。";

  /** Columns that tell who somebody is, or where: a word or a zero there is no answer. */
  private static final Set<LedgerColumn> IDENTITY =
      EnumSet.of(
          LedgerColumn.STUDENT_NUMBER,
          LedgerColumn.ID_NUMBER,
          LedgerColumn.EXAMINEE_NUMBER,
          LedgerColumn.NAME,
          LedgerColumn.BIRTH_DATE,
          LedgerColumn.PHONE,
          LedgerColumn.UNIVERSITY_CODE);

  /** Columns in which 无 is an answer: no hardship, no wish to work, no teacher's training. */
  private static final Set<LedgerColumn> ANSWERED =
      EnumSet.of(
          LedgerColumn.HARDSHIP_CODE,
          LedgerColumn.HARDSHIP,
          LedgerColumn.JOB_INTENTION,
          LedgerColumn.TEACHER_TRAINING_CODE,
          LedgerColumn.TEACHER_TRAINING);

  private Placeholder() {}

  /**
   * Whether a cell of a column says nothing.
   *
   * @param text in normal form, unprotected
   */
  static boolean is(LedgerColumn column, CharSequence text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return column == LedgerColumn.STUDENT_NUMBER && isWords(text);
    }
    String word = text.toString().toUpperCase(Locale.ROOT);
    if (isError(word) || NO_VALUE.contains(word)) {
      return true;
    }
    // Whether a school has stated that an employer has no code is told by CreditCode.
    if (column == LedgerColumn.EMPLOYER_CREDIT_CODE) {
      return false;
    }
    if (isOf(word, MARKS)) {
      return true;
    }
    return IDENTITY.contains(column)
        ? saysNobody(column, word)
        : NOTHING.contains(word) && !ANSWERED.contains(column);
  }

  private static boolean saysNobody(LedgerColumn column, String word) {
    return NOTHING.contains(word)
        || NOTHING_KNOWN.contains(word)
        || isOf(word, "0")
        || word.codePoints().noneMatch(Character::isLetterOrDigit)
        || (column != LedgerColumn.NAME && word.startsWith("无") && isWords(word))
        || (column == LedgerColumn.STUDENT_NUMBER && isWords(word));
  }

  /** Whether a text is what a spreadsheet shows for an error, or for a number without room. */
  static boolean isError(String text) {
    return !text.isEmpty()
        && text.charAt(0) == '#'
        && (Spreadsheet.isError(text) || (text.length() > 1 && isOf(text, "#")));
  }

  private static boolean isOf(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is nothing but words in a text, where a number has digits or Latin letters. */
  private static boolean isWords(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character < 0x80 && Character.isLetterOrDigit(character)) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
