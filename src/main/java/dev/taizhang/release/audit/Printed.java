package dev.taizhang.release.audit;

import java.util.OptionalLong;

/**
 * What a printed count says of the count that it was made of: itself, or the interval of those that
 * are rounded to it, halves up.
 *
 * @param base what counts are multiples of; 1 where they are exact
 */
record Printed(int base) {

  /** How counts of a release are printed, by what its manifest calls it. */
  static Printed of(String rounding) {
    return switch (rounding) {
      case "none" -> new Printed(1);
      case "hesa", "base_5" -> new Printed(5);
      case "base_10" -> new Printed(10);
      default -> throw new IllegalArgumentException("No such rounding: " + rounding);
    };
  }

  boolean isExact() {
    return base == 1;
  }

  OptionalLong lowest(Long printed) {
    return printed == null
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(0, printed - base / 2));
  }

  OptionalLong highest(Long printed) {
    return printed == null ? OptionalLong.empty() : OptionalLong.of(printed + (base - 1) / 2);
  }
}
