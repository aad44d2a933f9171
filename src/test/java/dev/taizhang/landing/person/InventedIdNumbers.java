package dev.taizhang.landing.person;

/**
 * ID numbers that belong to nobody: region 999999 does not exist. The check character is made by
 * the recursion of ISO 7064 MOD 11-2, not by the table of weights that the program uses.
 */
public final class InventedIdNumbers {

  private static final String REGION_OF_NOBODY = "999999";

  private InventedIdNumbers() {}

  /** The number with these birth date ({@code yyyymmdd}) and sequence digits. */
  public static String of(String birthDate, String sequence) {
    return of(REGION_OF_NOBODY, birthDate, sequence);
  }

  /** The number with this region, such as a whole province, where none is issued. */
  public static String of(String region, String birthDate, String sequence) {
    String body = region + birthDate + sequence;
    return body + checkCharacter(body);
  }

  private static char checkCharacter(String body) {
    int product = 0;
    for (int i = 0; i < body.length(); i++) {
      product = (product + Character.digit(body.charAt(i), 10)) * 2 % 11;
    }
    return "0123456789X".charAt((12 - product) % 11);
  }
}
