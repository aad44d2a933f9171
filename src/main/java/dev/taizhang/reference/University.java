package dev.taizhang.reference;

/**
 * A university of the roster.
 *
 * @param code five digits (院校代码)
 * @param name its name
 * @param provinceCode its province, six digits
 * @param prefectureCode its prefecture, six digits
 */
public record University(String code, String name, String provinceCode, String prefectureCode) {

  public University {
    if (!code.matches("\\d{5}")) {
      throw new IllegalArgumentException(
          "A university's code has five digits, not '" + code + "'.");
    }
    if (!provinceCode.matches("\\d{2}0000") || !prefectureCode.matches("\\d{4}00")) {
      throw new IllegalArgumentException(
          "A province is written xx0000 and a prefecture xxxx00, not '"
              + provinceCode
              + "' and '"
              + prefectureCode
              + "'.");
    }
  }
}
