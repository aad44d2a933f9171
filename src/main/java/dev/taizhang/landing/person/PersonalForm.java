package dev.taizhang.landing.person;

import dev.taizhang.reference.WrittenDate;
import dev.taizhang.tables.Rows;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms of personal numbers and dates, of which nothing but the form leaves the reader. */
public final class PersonalForm {

  private static final Pattern PHONE = Pattern.compile("(?:\\+?86-?)?1[3-9]\\d{9}");
  private static final Pattern EXAMINEE_NUMBER = Pattern.compile("\\d{14,15}|\\d{17}[\\dX]");
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(?:\\.\\d+)?E\\+?\\d{1,3}");
  private static final int LONGEST_STUDENT_NUMBER = 32;
  private static final int BIRTH_DATE_BEGIN = 6;
  private static final int ID_DIGITS = 18;
  private static final int EARLIER_ID_DIGITS = 15;
  // What people put between the digits of a number; a longer text is no number of a person.
  private static final String SEPARATORS = " -‐‑‒–—―−_.·•・‧/()（）、";
  private static final int LONGEST_NUMBER = 32;
  private static final int FEWEST_DIGITS = 11;
  private static final int GENDER_DIGIT = 16;
  // 81 to 83 stand for residents from Hong Kong, Macau and Taiwan.
  private static final Set<Integer> PROVINCES =
      Set.of(
          11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50,
          51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83);

  private PersonalForm() {}

  /** How far a student number can be trusted, as {@link Rows#STUDENT_NUMBER_STATE}. */
  public static String studentNumber(String number) {
    if (number.isEmpty()) {
      return Rows.NUMBER_MISSING;
    }
    // 2.02106E+11 stands for many students.
    if (number.indexOf('E') > 0 && SCIENTIFIC.matcher(number).matches()) {
      return Rows.NUMBER_DESTROYED;
    }
    return number.length() > LONGEST_STUDENT_NUMBER ? Rows.NUMBER_TOO_LONG : Rows.NUMBER_GIVEN;
  }

  /** Form of a mobile number, as {@link Rows#PHONE_STATE}. */
  public static String phone(String number) {
    return form(number, PHONE);
  }

  /** Form of an examinee number, as {@link Rows#EXAMINEE_NUMBER_STATE}. */
  public static String examineeNumber(String number) {
    return form(number, EXAMINEE_NUMBER);
  }

  private static String form(String number, Pattern pattern) {
    if (number.isEmpty()) {
      return Rows.FORM_MISSING;
    }
    return pattern.matcher(number).matches() || pattern.matcher(bare(number)).matches()
        ? Rows.FORM_VALID
        : Rows.FORM_INVALID;
  }

  /**
   * A number without what separates its digits: 138-0013-8000, 410105 20030304 0012. Whatever is
   * more than digits, the check character X and separators stays as it is.
   */
  public static String withoutSeparators(String text) {
    CharSequence bare = bare(text);
    return bare.isEmpty() ? text : bare.toString();
  }

  /**
   * The digits of a text that has nothing but digits, X at its end and separators; else nothing.
   */
  private static CharSequence bare(CharSequence text) {
    int digits = digits(text);
    if (digits < FEWEST_DIGITS || digits == text.length()) {
      return digits < FEWEST_DIGITS ? "" : text;
    }
    StringBuilder bare = new StringBuilder(digits);
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text, i)) {
        bare.append(text.charAt(i));
      }
    }
    return bare;
  }

  /** How many digits there are; none where there is anything but digits and separators. */
  private static int digits(CharSequence text) {
    if (text.length() < FEWEST_DIGITS || text.length() > LONGEST_NUMBER) {
      return 0;
    }
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (isDigit(text, i)) {
        digits++;
      } else if (character == '+' ? i > 0 : SEPARATORS.indexOf(character) < 0) {
        return 0;
      }
    }
    return digits;
  }

  /** Whether a character is a digit, or the X that ends an ID number. */
  private static boolean isDigit(CharSequence text, int index) {
    char character = text.charAt(index);
    return isDigit(character)
        || (index == text.length() - 1 && (character == 'X' || character == 'x'));
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  /** Whether a text is nothing but a mobile number. */
  public static boolean isPhone(CharSequence text) {
    return PHONE.matcher(bare(text)).matches();
  }

  /** Whether there is a digit in a text, which no name has. */
  public static boolean hasDigit(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a text is nothing but an ID number of a province, a valid one or of the earlier form.
   * Without the province a credit code, which begins with 9, could be taken for one.
   */
  public static boolean isIdNumber(CharSequence text) {
    CharSequence number = bare(text);
    return switch (number.length()) {
      case ID_DIGITS -> IdNumber.state(number).equals(Rows.ID_VALID) && hasProvince(number);
      case EARLIER_ID_DIGITS -> IdNumber.isOfEarlierForm(number) && hasProvince(number);
      default -> false;
    };
  }

  /** Whether the first two digits of a valid ID number are a province's. */
  public static boolean hasProvince(CharSequence idNumber) {
    return PROVINCES.contains((idNumber.charAt(0) - '0') * 10 + idNumber.charAt(1) - '0');
  }

  /** The gender that a valid ID number says. */
  public static String gender(CharSequence idNumber) {
    return (idNumber.charAt(GENDER_DIGIT) - '0') % 2 == 1 ? "male" : "female";
  }

  /**
   * Whether a date of birth is that of a valid ID number, as far as it goes: a month has no day.
   * Null when it cannot be read.
   */
  public static Boolean birthDateAgrees(String date, CharSequence idNumber) {
    return WrittenDate.of(date)
        .map(
            birth ->
                digits(birth)
                    .contentEquals(
                        idNumber.subSequence(
                            BIRTH_DATE_BEGIN, BIRTH_DATE_BEGIN + digits(birth).length())))
        .orElse(null);
  }

  private static String digits(WrittenDate date) {
    return date.year() + twoDigits(date.month()) + twoDigits(date.day());
  }

  private static String twoDigits(int number) {
    return number == 0 ? "" : "%02d".formatted(number);
  }
}
