package dev.taizhang.synthetic;

import java.time.LocalDate;

/** Numbers of a fixed width, with the zeros that they begin with. */
final class Digits {

  private Digits() {}

  static String of(int number, int width) {
    String text = Integer.toString(number);
    return text.length() >= width ? text : "0".repeat(width - text.length()) + text;
  }

  /** A date as eight digits. */
  static String of(LocalDate date) {
    return Integer.toString(
        date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
  }
}
