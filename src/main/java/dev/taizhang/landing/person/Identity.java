package dev.taizhang.landing.person;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.reference.NormalForm;
import dev.taizhang.tables.Rows;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A number that says who somebody is, as a person at a terminal gives it: an ID number (身份证号), or a
 * student number (学号) of a university. It never prints itself.
 */
public final class Identity {

  private static final int UNIVERSITY_CODE_DIGITS = 5;
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00A0\\u3000,，;；]+");

  private final String universityCode;
  private final String number;

  private Identity(String universityCode, String number) {
    this.universityCode = universityCode;
    this.number = number;
  }

  /**
   * Reads a line: an ID number, or a university's code and a student number of it.
   *
   * @throws IllegalArgumentException when it is neither; the message says what is wrong and holds
   *     nothing of the line
   */
  public static Identity parse(String line) {
    List<String> parts =
        BETWEEN.splitAsStream(line.strip()).map(NormalForm::withoutSpaces).toList();
    return switch (parts.size()) {
      case 1 -> person(parts.get(0).toUpperCase(Locale.ROOT));
      case 2 -> student(parts.get(0), parts.get(1));
      default ->
          throw new IllegalArgumentException(
              "it has %d parts, and must have one (身份证号) or two (院校代码 学号), each without spaces"
                  .formatted(parts.size()));
    };
  }

  private static Identity person(String number) {
    String bare = PersonalForm.withoutSeparators(number);
    String state = IdNumber.state(bare);
    if (!state.equals(Rows.ID_VALID) && !state.equals(Rows.ID_ROUNDED)) {
      throw new IllegalArgumentException(
          "its %d characters are not a valid ID number (身份证号), which has 18 with a date of birth and a check character; a student number (学号) must follow its 院校代码"
              .formatted(number.length()));
    }
    return new Identity("", bare);
  }

  private static Identity student(String code, String number) {
    if (!code.matches("\\d{5}|\\d{10}")) {
      throw new IllegalArgumentException(
          "the first of its two parts is not a 院校代码 (5 digits) or 学校标识码 (10 digits)");
    }
    String state = PersonalForm.studentNumber(number.toUpperCase(Locale.ROOT));
    if (!state.equals(Rows.NUMBER_GIVEN) && !state.equals(Rows.NUMBER_TOO_LONG)) {
      throw new IllegalArgumentException(
          "the second of its two parts, with %d characters, is not a student number (学号)"
              .formatted(number.length()));
    }
    return new Identity(code.substring(code.length() - UNIVERSITY_CODE_DIGITS), number);
  }

  /** Whether it is an ID number, and not a student number. */
  public boolean isPerson() {
    return universityCode.isEmpty();
  }

  /** The person id or student key that rows with this number have. */
  public String pseudonym(PseudonymKey key) {
    Pseudonyms pseudonyms = new Pseudonyms(key);
    return (isPerson()
            ? pseudonyms.personId(number)
            : pseudonyms.studentKey(universityCode, number))
        .toString();
  }

  @Override
  public String toString() {
    return isPerson() ? "an ID number" : "a student number of " + universityCode;
  }
}
