package dev.taizhang.release.export;

import dev.taizhang.publish.SafeText;
import dev.taizhang.tables.published.FigureSymbol;
import java.math.BigDecimal;

/**
 * What stands in a cell of a data file.
 *
 * <p>As in Explore Education Statistics a symbol stands in place of a figure that is not there
 * ({@code c}, {@code z}), or is nothing but the symbol ({@code low}, which is never another number
 * than 0). Of one that stands with a reservation ({@code u}) the number would be lost, so that it
 * keeps its cell, and the symbol has one beside it.
 */
final class Cells {

  private Cells() {}

  /** A value; empty for none. A text that a spreadsheet program would compute is quoted. */
  static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number).toPlainString();
    }
    return value instanceof String text ? SafeText.inCsv(text) : value.toString();
  }

  /** A figure, or what stands in its place. */
  static String figure(Object value, Object symbol) {
    return isInPlace(symbol) ? (String) symbol : text(value);
  }

  /** What is to be said of a figure that stands; empty for nothing. */
  static String mark(Object symbol) {
    return symbol == null || isInPlace(symbol) ? "" : (String) symbol;
  }

  private static boolean isInPlace(Object symbol) {
    return symbol != null && !symbol.equals(FigureSymbol.UNRELIABLE.code());
  }
}
