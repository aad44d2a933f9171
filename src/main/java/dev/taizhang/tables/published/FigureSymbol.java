package dev.taizhang.tables.published;

import java.util.Arrays;
import java.util.Optional;

/**
 * What stands beside a figure that leaves the house, or in its place. Pages and workbooks say it in
 * words.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Symbols"</a>
 */
public enum FigureSymbol {
  /** Withheld: there is no value. */
  WITHHELD("c", true),
  /** The figure has no meaning here: there is no value. */
  NOT_APPLICABLE("z", true),
  /** The value stands, with little to stand on. */
  UNRELIABLE("u", false),
  /** The value is above nothing, and is nothing when rounded. */
  LOW("low", false);

  private final String code;
  private final boolean replacesValue;

  FigureSymbol(String code, boolean replacesValue) {
    this.code = code;
    this.replacesValue = replacesValue;
  }

  /** As it stands in tables and files. */
  public String code() {
    return code;
  }

  /** Whether it stands in place of the value, which is then in no file. */
  public boolean replacesValue() {
    return replacesValue;
  }

  /** The symbol of a code; empty for none. */
  public static Optional<FigureSymbol> of(String code) {
    return Arrays.stream(values()).filter(symbol -> symbol.code.equals(code)).findFirst();
  }

  /** Every code. */
  static String[] codes() {
    return Arrays.stream(values()).map(FigureSymbol::code).toArray(String[]::new);
  }
}
