package dev.taizhang.landing.person;

import dev.taizhang.tables.Rows;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** The 18-character resident identity number (GB 11643), from which a person id is made. */
public final class IdNumber {

  private static final int LENGTH = 18;
  private static final int EARLIER_LENGTH = 15;
  private static final int EARLIEST_YEAR_OF_BIRTH = 30;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";

  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?1[67]");

  private IdNumber() {}

  /**
   * How far a number can be trusted, as {@link Rows#ID_NUMBER_STATE}. A spreadsheet keeps 15 digits
   * of a number: it shows {@code 3.10101E+17}, or writes zeros for the last three digits.
   *
   * @param number the cell in normal form, without white space
   */
  public static String state(CharSequence number) {
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
    if (checkCharacter(number) != Character.toUpperCase(number.charAt(LENGTH - 1))) {
      return endsInZeros ? Rows.ID_DESTROYED : Rows.ID_INVALID;
    }
    return endsInZeros ? Rows.ID_ROUNDED : Rows.ID_VALID;
  }

  /**
   * Whether a text is nothing but an ID number of the form that was issued until 1999: 15 digits,
   * with two for the year of birth and no check character. Nobody with such a number was born after
   * 1999, and a year before 1930 is no graduate's or parent's, so that few other numbers of 15
   * digits are taken for one.
   */
  static boolean isOfEarlierForm(CharSequence number) {
    if (number.length() != EARLIER_LENGTH || value(number, 6, 8) < EARLIEST_YEAR_OF_BIRTH) {
      return false;
    }
    String full = number.subSequence(0, 6) + "19" + number.subSequence(6, EARLIER_LENGTH);
    return hasDigits(full) && hasRealBirthDate(full);
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
