package dev.taizhang.verification;

import java.util.Arrays;

/** What tells rows or sums apart, as {@link Codes}. */
final class Key {

  private final int[] codes;
  private final int hash;

  /**
   * A key.
   *
   * @param codes of its values in order; nobody changes them any more
   */
  Key(int[] codes) {
    this.codes = codes;
    this.hash = Arrays.hashCode(codes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key key && hash == key.hash && Arrays.equals(codes, key.codes);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
