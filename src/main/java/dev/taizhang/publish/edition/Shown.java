package dev.taizhang.publish.edition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an edition shows in one cell.
 *
 * @param value a {@link String}, {@link Long}, {@link BigDecimal} of {@link #DECIMALS}, {@link
 *     LocalDate}, {@link Instant} or {@link Boolean}; null for a cell without one
 * @param symbol that stands beside it or in its place; null for none
 */
public record Shown(Object value, Symbol symbol) {

  /** Of a share, which is a percentage with two. */
  public static final int DECIMALS = 4;

  /** A cell of which there is nothing to tell. */
  public static final Shown NOTHING = new Shown(null, null);

  public Shown {
    if (symbol != null && symbol.replacesValue() && value != null) {
      throw new IllegalArgumentException("A value that is withheld must not be there: " + symbol);
    }
  }

  /** A text, date, time or yes and no. */
  public static Shown of(Object value) {
    return value == null ? NOTHING : new Shown(value, null);
  }

  /** A number of people, files, rows or days. */
  public static Shown of(long count) {
    return new Shown(count, null);
  }

  /** A symbol alone. */
  public static Shown withheld(Symbol symbol) {
    return new Shown(null, symbol);
  }

  /**
   * A share or a difference of shares, rounded here, half up, and nowhere else.
   *
   * @param share null where it has no meaning
   */
  public static Shown share(Double share) {
    if (share == null) {
      return withheld(Symbol.NOT_APPLICABLE);
    }
    BigDecimal rounded = BigDecimal.valueOf(share).setScale(DECIMALS, RoundingMode.HALF_UP);
    return new Shown(rounded, share != 0 && rounded.signum() == 0 ? Symbol.LOW : null);
  }

  /** The same value with a symbol beside it, where there is none yet. */
  public Shown marked(Symbol other) {
    return symbol == null ? new Shown(value, other) : this;
  }

  public Optional<Symbol> mark() {
    return Optional.ofNullable(symbol);
  }
}
