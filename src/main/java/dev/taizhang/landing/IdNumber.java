package dev.taizhang.landing;

import dev.taizhang.tables.Rows;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** The 18-character resident identity number (GB 11643), from which a person id is made. */
final class IdNumber {

  private static final int LENGTH = 18;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";

  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?E\\+?1[67]");

  private IdNumber() {}

  /**
   * How far a number can be trusted, as {@link Rows#ID_NUMBER_STATE}. A spreadsheet keeps 15 digits
   * of a number: it shows {@code 3.10101E+17}, or writes zeros for the last three digits.
   *
   * @param number the cell in normal form and upper case, without white space
   */
  static String state(CharSequence number) {
    if (number.isEmpty()) {
      return Rows.ID_MISSING;
    }
    if (isScientific(number)) {
      return Rows.ID_DESTROYED;
    }
    if (number.length() != LENGTH || !hasDigits(number) || !hasRealBirthDate(number)) {
      return Rows.ID_INVALID;
    }
    boolean endsInZeros = number.subSequence(15, LENGTH).toString().equals("000");
    if (checkCharacter(number) != number.charAt(LENGTH - 1)) {
      return endsInZeros ? Rows.ID_DESTROYED : Rows.ID_INVALID;
    }
    return endsInZeros ? Rows.ID_ROUNDED : Rows.ID_VALID;
  }

  private static boolean isScientific(CharSequence number) {
    return SCIENTIFIC.matcher(number).matches();
  }

  private static boolean hasDigits(CharSequence number) {
    for (int i = 0; i < LENGTH - 1; i++) {
      if (number.charAt(i) < '0' || number.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean hasRealBirthDate(CharSequence number) {
    try {
      LocalDate.of(value(number, 6, 10), value(number, 10, 12), value(number, 12, 14));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static int value(CharSequence number, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + number.charAt(i) - '0';
    }
    return value;
  }

  private static char checkCharacter(CharSequence number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
  }
}
