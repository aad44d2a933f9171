package dev.taizhang.release.gates;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Why a gate is closed.
 *
 * @param gate the gate
 * @param en what is wrong, why, and what to do
 * @param zh the same in Chinese
 */
public record Finding(Gate gate, String en, String zh) {

  private static final int EXAMPLES = 5;

  public Finding {
    requireNonNull(gate, "gate");
    requireNonNull(en, "en");
    requireNonNull(zh, "zh");
  }

  /** As it is told. */
  public String described() {
    return "[%s] %s%n%s".formatted(gate.code(), en, zh);
  }

  /** Some of many, and how many there are. */
  static String some(List<String> all) {
    return all.size() <= EXAMPLES
        ? String.join(", ", all)
        : "%s … (%d)".formatted(String.join(", ", all.subList(0, EXAMPLES)), all.size());
  }

  /** A share in percent, with one decimal and half up. */
  static String percent(double share) {
    return BigDecimal.valueOf(share)
        .movePointRight(2)
        .setScale(1, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
