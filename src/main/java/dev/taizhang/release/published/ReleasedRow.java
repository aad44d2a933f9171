package dev.taizhang.release.published;

import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.published.FigureSymbol;
import dev.taizhang.tables.published.PublishedColumn;
import dev.taizhang.tables.published.PublishedTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a release. What is withheld has no value here, whatever the row holds.
 *
 * @param table its table
 * @param positions where columns stand
 * @param values in the order of the table's columns
 */
record ReleasedRow(PublishedTable table, Map<String, Integer> positions, List<Object> values) {

  /** The rows of a table of a release. */
  static List<ReleasedRow> of(PublishedTable table, PublishedRows rows) {
    Map<String, Integer> positions = new HashMap<>();
    for (PublishedColumn column : table.columns()) {
      positions.put(column.name(), positions.size());
    }
    return rows.of(table).stream()
        .map(row -> new ReleasedRow(table, positions, Arrays.asList(row)))
        .toList();
  }

  /** What the row is about, as a text; empty where the table has no such column. */
  String text(String column) {
    Integer position = positions.get(column);
    return position == null ? "" : String.valueOf(values.get(position));
  }

  /** Whether each of these columns has the value for not cut by it. */
  boolean isWhole(String... columns) {
    return Arrays.stream(columns).allMatch(column -> text(column).equals(Dimensions.ALL));
  }

  int graduationYear() {
    return ((Number) stored("graduation_year")).intValue();
  }

  LocalDate date(String column) {
    return (LocalDate) stored(column);
  }

  private Object stored(String column) {
    return values.get(positions.get(column));
  }

  /** What tells it from others of its release. */
  String key() {
    return table.keyOf(values.toArray());
  }

  String hardshipGroup() {
    return text("hardship_group");
  }

  /** The names that the row gives a code. */
  Label name(String code) {
    return new Label(
        text(PublishedTable.nameOf(code, "zh")), text(PublishedTable.nameOf(code, "en")));
  }

  boolean isShown(String... figures) {
    return Arrays.stream(figures).allMatch(figure -> value(figure) != null);
  }

  /** A count that is shown. */
  long count(String figure) {
    return ((Number) value(figure)).longValue();
  }

  /** A share that is shown; null for one that is not. */
  Double share(String figure) {
    Number share = (Number) value(figure);
    return share == null ? null : share.doubleValue();
  }

  /** The value of a column; null where a symbol stands in its place. */
  private Object value(String column) {
    Symbol symbol = symbol(column);
    return symbol != null && symbol.replacesValue() ? null : stored(column);
  }

  private Symbol symbol(String column) {
    String symbols = PublishedTable.symbolOf(column);
    if (!positions.containsKey(symbols)) {
      return null;
    }
    return FigureSymbol.of(text(symbols))
        .flatMap(
            found ->
                Arrays.stream(Symbol.values())
                    .filter(symbol -> symbol.code().equals(found.code()))
                    .findFirst())
        .orElse(null);
  }

  /** A cell of an edition. A figure without a value and a reason is taken to be withheld. */
  Shown shown(String column, EditionColumn shape) {
    Symbol symbol = symbol(column);
    Object value = value(column);
    boolean isFigure = table.columns().get(positions.get(column)).rule().isFigure();
    if (value == null && isFigure) {
      return Shown.withheld(
          symbol != null && symbol.replacesValue() ? symbol : Symbol.CONFIDENTIAL);
    }
    Shown shown = shown(value, shape);
    return symbol == null ? shown : shown.marked(symbol);
  }

  private static Shown shown(Object value, EditionColumn shape) {
    if (value == null) {
      return Shown.NOTHING;
    }
    return switch (shape.unit()) {
      case RATE, POINTS -> Shown.share(((Number) value).doubleValue());
      case COUNT, DAYS -> Shown.of(Math.round(((Number) value).doubleValue()));
      case CODE, TEXT, DATE, TIME, FLAG ->
          value instanceof Number number ? code(number, shape) : Shown.of(value);
    };
  }

  /** A cohort is a number; any other code is a text. */
  private static Shown code(Number number, EditionColumn shape) {
    return shape.id().equals("graduation_year")
        ? Shown.of(number.longValue())
        : Shown.of(number.toString());
  }
}
