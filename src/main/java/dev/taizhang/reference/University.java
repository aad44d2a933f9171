package dev.taizhang.reference;

/**
 * A university of the roster.
 *
 * @param code five digits (院校代码)
 * @param name its name
 * @param provinceCode its province, six digits
 * @param prefectureCode its prefecture, six digits
 * @param tier its tier, such as 本科 or 专科 (办学层次); empty where the roster does not say
 */
public record University(
    String code, String name, String provinceCode, String prefectureCode, String tier) {

  /** Longer ones are no tier. */
  public static final int LONGEST_TIER = 20;

  /** A university of whose tier nothing is said. */
  public University(String code, String name, String provinceCode, String prefectureCode) {
    this(code, name, provinceCode, prefectureCode, "");
  }

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
    if (tier.length() > LONGEST_TIER) {
      throw new IllegalArgumentException(
          "A tier has at most " + LONGEST_TIER + " characters, not '" + tier + "'.");
    }
  }
}
