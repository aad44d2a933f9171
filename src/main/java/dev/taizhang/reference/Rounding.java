package dev.taizhang.reference;

import java.util.Arrays;
import java.util.Locale;

/** How counts are rounded before they leave the house. */
public enum Rounding {
  /** Not at all. */
  NONE(1),
  /** To the nearest multiple of 5; 0, 1 and 2 become 0. */
  HESA(5),
  /** To the nearest multiple of 5, half up. */
  BASE_5(5),
  /** To the nearest multiple of 10, half up. */
  BASE_10(10);

  private final long base;

  Rounding(long base) {
    this.base = base;
  }

  /** What rounded counts are multiples of. */
  public long base() {
    return base;
  }

  /** A count as it is shown. */
  public long of(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("A count is 0 or more, not " + count);
    }
    return (2 * count + base) / (2 * base) * base;
  }

  /** The smallest count that is shown so. */
  public long lowest(long shown) {
    return Math.max(0, shown - base / 2);
  }

  /** The largest count that is shown so. */
  public long highest(long shown) {
    return shown + (base - 1) / 2;
  }

  /** As the list writes it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Rounding named(String code) {
    return Arrays.stream(values())
        .filter(rounding -> rounding.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no rounding '%s'; use none, hesa, base_5 or base_10."
                        .formatted(code)));
  }
}
