package dev.taizhang.conform;

/** What the codes of a person's gender and ethnicity mean. */
final class People {

  private static final String HAN = "01";

  private People() {}

  /** The gender; null where the code is neither of both. */
  static String gender(String code) {
    if (code == null) {
      return null;
    }
    return switch (code) {
      case "1" -> "male";
      case "2" -> "female";
      default -> null;
    };
  }

  /** Whether the ethnicity is one of a minority; null where it is not known. */
  static Boolean ethnicMinority(String code) {
    return code == null ? null : (Boolean) !code.equals(HAN);
  }
}
