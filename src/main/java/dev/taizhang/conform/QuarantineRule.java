package dev.taizhang.conform;

import java.util.Locale;

/** Why a row cannot be counted rightly at all, with what to tell its university. */
public enum QuarantineRule {
  CELLS_SHIFTED(
      null,
      "该行的单元格多于表头的列数，内容错位；请检查分隔符和引号后改正。",
      "The row has more cells than the header has columns, so that they are shifted; check"
          + " delimiters and quotation marks."),
  UNDECODABLE(
      null,
      "该行含有无法按本文件编码解读的字符；请以 UTF-8 或 GB18030 重新导出。",
      "The row has characters that are not in the file's encoding; export it anew in UTF-8 or"
          + " GB18030."),
  OTHER_UNIVERSITY(
      "university_code",
      "院校代码与文件名中的院校不一致；请将该行移到相应院校的台账，或改正院校代码。",
      "The university's code differs from that of the file name; move the row to its"
          + " university's ledger, or correct the code."),
  NO_IDENTITY(
      "student_number",
      "学号为空，身份证号缺失或无效，无法识别毕业生；请补填学号。",
      "The student number is empty and the ID number missing or not valid, so that the graduate"
          + " cannot be told; fill in the student number."),
  NO_GRADUATION_YEAR(
      "graduation_year",
      "毕业年份（届）和毕业时间均为空或无法识别；请补填。",
      "Graduation year and graduation date are both empty or unreadable; fill one in."),
  DUPLICATE_ROW(
      null,
      "与本文件中同一毕业生的另一行完全相同，已保留第一行；请删除重复行。",
      "The row is identical with another of the same graduate in this file, and the first is kept;"
          + " delete the repetition."),
  CONFLICTING_ROW(
      null,
      "本文件中同一毕业生有内容不同的另一行，以最后一行为准；请删除过时的行。",
      "Another row of the same graduate in this file differs, and the last one counts; delete the"
          + " outdated one.");

  private final String column;
  private final String messageZh;
  private final String messageEn;

  QuarantineRule(String column, String messageZh, String messageEn) {
    this.column = column;
    this.messageZh = messageZh;
    this.messageEn = messageEn;
  }

  /** The rule's id in the tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column that is wrong; null when it is the row as a whole. */
  String column() {
    return column;
  }

  String messageZh() {
    return messageZh;
  }

  String messageEn() {
    return messageEn;
  }
}
