package dev.taizhang.synthetic;

/**
 * Unified social credit codes (GB 32100) with right check characters that belong to nobody: digits
 * 3 to 8 are 999999, which is no division.
 */
final class CreditCodes {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final String REGION_OF_NOBODY = "999999";

  private CreditCodes() {}

  /** The code of an organisation of a kind: the two characters that begin it. */
  static String of(String kind, Draw draw) {
    StringBuilder code = new StringBuilder(18).append(kind).append(REGION_OF_NOBODY);
    int bodySum = 0;
    for (int i = 0; i < BODY_WEIGHTS.length; i++) {
      int digit = draw.at(i).below(10);
      code.append(digit);
      bodySum += digit * BODY_WEIGHTS[i];
    }
    code.append("0X987654321".charAt(bodySum % 11));
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
    }
    return code.append(ALPHABET.charAt((31 - sum % 31) % 31)).toString();
  }
}
