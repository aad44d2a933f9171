package dev.taizhang.conform;

import java.util.regex.Pattern;

/** Finds numbers in names that could be somebody's: as many digits as a phone or ID number has. */
final class LongNumbers {

  private static final int FEWEST_DIGITS = 11;
  private static final Pattern LONG =
      Pattern.compile("(\\d[-‐‑‒–—―−_ .·•・‧/()（）]{0,2}){" + (FEWEST_DIGITS - 1) + "}\\d");

  private LongNumbers() {}

  /** Whether a name holds such a number, however its digits are parted. */
  static boolean isIn(String name) {
    return hasEnoughDigits(name) && LONG.matcher(name).find();
  }

  /** Nearly no name has, and the pattern is slow. */
  private static boolean hasEnoughDigits(String name) {
    int digits = 0;
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= '0' && name.charAt(i) <= '9') {
        digits++;
      }
    }
    return digits >= FEWEST_DIGITS;
  }
}
