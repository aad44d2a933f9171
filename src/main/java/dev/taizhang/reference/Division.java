package dev.taizhang.reference;

/**
 * An administrative division (GB/T 2260).
 *
 * @param code six digits
 * @param name its official name
 */
public record Division(String code, String name) {

  public Division {
    if (!code.matches("\\d{6}")) {
      throw new IllegalArgumentException("A division's code has six digits, not '" + code + "'.");
    }
  }
}
