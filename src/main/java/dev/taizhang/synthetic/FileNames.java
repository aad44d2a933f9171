package dev.taizhang.synthetic;

import java.time.LocalDate;

/** How universities name their files. */
final class FileNames {

  // Digits before the five-digit code in the ministry's ten-digit one: kind, province, a zero.
  private static final String LONG_CODE_PREFIX = "41410";
  private static final int LONG_CODE_ONE_IN = 6;
  private static final int WORDY_ONE_IN = 4;

  private FileNames() {}

  /**
   * A name with code and date.
   *
   * @param part mark of the part, such as {@code _p1}; may be empty
   * @param remark what else tells the file from others of the date; may be empty
   */
  static String of(Campus campus, LocalDate date, String part, String remark) {
    boolean longCode = campus.index() % LONG_CODE_ONE_IN == LONG_CODE_ONE_IN - 1;
    String code = longCode ? LONG_CODE_PREFIX + campus.code() : campus.code();
    String word = campus.index() % WORDY_ONE_IN == 1 ? "_就业台账" : "";
    return code + "_" + Digits.of(date) + part + word + remark + "." + campus.form().extension();
  }

  /** A name that a person reads and the program cannot. */
  static String bad(Campus campus, LocalDate date) {
    return campus.name()
        + date.getMonthValue()
        + "月"
        + date.getDayOfMonth()
        + "日台账."
        + campus.form().extension();
  }
}
