package dev.taizhang.conform;

import dev.taizhang.tables.Dimensions;

/** What the codes of degrees (学历代码) mean. */
final class Degrees {

  private Degrees() {}

  /** The level; unknown where there is no code. */
  static String level(String code) {
    if (code == null) {
      return Dimensions.UNKNOWN;
    }
    return switch (code) {
      case "01", "03" -> "doctoral";
      case "11", "13" -> "master";
      case "25", "26", "31", "33" -> "bachelor";
      case "41", "43", "49", "61" -> "associate";
      default -> Dimensions.UNKNOWN;
    };
  }

  /** Whether the course was graduated from, completed (结业) or not (肄业); null without a code. */
  static String completion(String code) {
    if (code == null) {
      return null;
    }
    return switch (code) {
      case "03", "13", "26", "33", "43" -> "completed";
      case "49" -> "incomplete";
      default -> "graduated";
    };
  }
}
