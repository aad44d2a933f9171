package dev.taizhang.conform;

import dev.taizhang.tables.Rows;

/**
 * How far a row's ID number can be trusted once its whole file is known: a number that ends in 000
 * cannot in a file whose numbers a spreadsheet has rounded, even if its check digit fits.
 */
public final class TrustedPerson {

  private TrustedPerson() {}

  /**
   * The state of the ID number.
   *
   * @param state the state by the number alone
   * @param idNumbersDestroyed whether the file's numbers are rounded
   */
  public static String stateOf(String state, boolean idNumbersDestroyed) {
    return idNumbersDestroyed && Rows.ID_ROUNDED.equals(state) ? Rows.ID_DESTROYED : state;
  }

  /** Whether a number of that state tells who its row is about, so that its person id stands. */
  public static boolean isTrusted(String state) {
    return Rows.ID_VALID.equals(state) || Rows.ID_ROUNDED.equals(state);
  }
}
