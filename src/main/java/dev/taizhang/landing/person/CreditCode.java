package dev.taizhang.landing.person;

import dev.taizhang.tables.Rows;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The employer's unified social credit code (GB 32100, 18 characters), and the organisation code
 * before it (GB 11714, 9 characters).
 */
public final class CreditCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final Pattern ORGANISATION = Pattern.compile("[0-9A-Z]{8}-?[0-9X]");
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  // What a school writes where an employer has no code.
  private static final Set<String> NONE = Set.of("无", "暂无", "没有", "-", "--", "/", "\\", "0");

  private CreditCode() {}

  /**
   * Form and check character of a code, as {@link Rows#CREDIT_CODE_STATE}.
   *
   * @param code the cell in normal form and upper case, without white space
   */
  public static String state(String code) {
    if (code.isEmpty()) {
      return Rows.FORM_MISSING;
    }
    if (NONE.contains(code)) {
      return Rows.FORM_NONE_STATED;
    }
    if (code.length() == WEIGHTS.length + 1) {
      return hasCheckCharacter(code) ? Rows.FORM_VALID : Rows.FORM_INVALID;
    }
    return ORGANISATION.matcher(code).matches() && hasOrganisationCheck(code.replace("-", ""))
        ? Rows.FORM_ORGANISATION_CODE
        : Rows.FORM_INVALID;
  }

  private static boolean hasCheckCharacter(String code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      int value = ALPHABET.indexOf(code.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value * WEIGHTS[i];
    }
    int check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
    return code.charAt(WEIGHTS.length) == ALPHABET.charAt(check);
  }

  private static boolean hasOrganisationCheck(String code) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += Character.digit(code.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    char expected = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    return code.charAt(ORGANISATION_WEIGHTS.length) == expected;
  }
}
