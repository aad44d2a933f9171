package dev.taizhang.synthetic;

import java.time.LocalDate;

/** Numbers of a fixed width, with the zeros that they begin with. */
final class Digits {

  private Digits() {}

  static String of(int number, int width) {
    char[] digits = new char[width];
    int rest = number;
    for (int i = width - 1; i >= 0; i--) {
      digits[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    return String.valueOf(digits);
  }

  /** A date as eight digits. */
  static String of(LocalDate date) {
    return Integer.toString(
        date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
  }
}
