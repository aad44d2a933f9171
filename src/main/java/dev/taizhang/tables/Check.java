package dev.taizhang.tables;

import java.util.Optional;

/**
 * What must hold of a table together with those that it is made of. It is declared beside the code
 * that makes the table, which is at fault where it does not hold; {@code verify} asks it. What each
 * row promises by itself is a {@link Rule}.
 *
 * @param name identifies it, {@code snake_case}
 * @param statement says what holds
 * @param breaches SQL that finds where it does not; what it finds names nobody
 * @param agreement sums with which it holds wherever they agree; empty where there are none
 */
public record Check(String name, String statement, String breaches, Optional<Agreement> agreement) {

  public Check {
    if (!name.matches("[a-z][a-z_]*")) {
      throw new IllegalArgumentException("A check's name is not snake_case: " + name);
    }
    if (statement.isBlank() || breaches.isBlank()) {
      throw new IllegalArgumentException("The check " + name + " says nothing or asks nothing");
    }
  }

  /**
   * Declares a check.
   *
   * @param name identifies it
   * @param statement says what holds
   * @param breaches SQL that finds where it does not
   */
  public static Check that(String name, String statement, String breaches) {
    return new Check(name, statement, breaches, Optional.empty());
  }

  /**
   * Declares that sums agree.
   *
   * @param name identifies it
   * @param statement says what holds
   * @param agreement the sums
   */
  public static Check that(String name, String statement, Agreement agreement) {
    return new Check(name, statement, agreement.breaches(), Optional.of(agreement));
  }

  /**
   * The same, which holds wherever sums agree that are told in one pass over the rows. Where they
   * do not, the SQL decides.
   */
  public Check shownBy(Agreement sums) {
    return new Check(name, statement, breaches, Optional.of(sums));
  }
}
