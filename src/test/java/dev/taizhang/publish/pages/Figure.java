package dev.taizhang.publish.pages;

import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.publish.edition.Unit;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * A cell of an edition that a page says it shows.
 *
 * @param unit of its column
 * @param cell what the edition has there
 */
record Figure(Unit unit, Shown cell) {

  // As numbers are set, in place of a hyphen.
  private static final String MINUS = "\u2212";

  /**
   * The cell of a row and column.
   *
   * @param row as the page names it: {@code placement_rates/groups:12}
   */
  static Figure of(Edition edition, String row, String column) {
    String table = row.substring(0, row.lastIndexOf(':'));
    int number = Integer.parseInt(row.substring(row.lastIndexOf(':') + 1));
    EditionTable found =
        edition.tables().stream()
            .filter(each -> (each.id() + "/" + each.part()).equals(table))
            .findFirst()
            .orElseThrow(() -> new AssertionError("The edition has no " + table));
    int position = found.position(column);
    return new Figure(found.columns().get(position).unit(), found.rows().get(number).get(position));
  }

  /** As a page has to write it, with the symbol beside it or in its place. */
  String written() {
    String symbol = cell.mark().map(Symbol::code).orElse("");
    return cell.value() == null ? (symbol.isEmpty() ? "\u2013" : symbol) : number() + symbol;
  }

  private String number() {
    return switch (unit) {
      case RATE -> digits("%,.2f", percent()) + "%";
      case POINTS -> (percent().signum() > 0 ? "+" : "") + digits("%,.2f", percent());
      case COUNT, DAYS -> digits("%,d", cell.value());
      default -> String.valueOf(cell.value());
    };
  }

  private BigDecimal percent() {
    return ((BigDecimal) cell.value()).movePointRight(2);
  }

  private static String digits(String format, Object number) {
    return format.formatted(number).replace("-", MINUS).formatted(Locale.ROOT);
  }

  /** The number as the files of the site have it: a share in ten-thousandths. */
  String packed() {
    Object value = cell.value();
    return value instanceof BigDecimal share
        ? share.movePointRight(Shown.DECIMALS).toBigIntegerExact().toString()
        : String.valueOf(value);
  }
}
