package dev.taizhang.publish.workbook;

import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some rows of a table, in its order. */
record Cuts(EditionTable table, List<List<Shown>> rows) {

  Cuts(EditionTable table) {
    this(table, table.rows());
  }

  /** The rows that have a value in a column; all, where the table has no such column. */
  Cuts where(String column, Object value) {
    return whereIn(column, List.of(value));
  }

  Cuts whereIn(String column, Collection<?> values) {
    if (table.columns().stream().noneMatch(one -> one.id().equals(column))) {
      return this;
    }
    return new Cuts(
        table,
        rows.stream().filter(cells -> values.contains(cell(cells, column).value())).toList());
  }

  EditionColumn column(String id) {
    return table.columns().get(table.position(id));
  }

  Shown cell(List<Shown> cells, String column) {
    return cells.get(table.position(column));
  }

  /** The cell of the first row; nothing where there is none. */
  Shown first(String column) {
    return rows.isEmpty() ? Shown.NOTHING : cell(rows.get(0), column);
  }

  /** The cells of a column by the values of another. */
  Map<Object, Shown> by(String key, String column) {
    Map<Object, Shown> cells = new HashMap<>();
    rows.forEach(row -> cells.putIfAbsent(cell(row, key).value(), cell(row, column)));
    return cells;
  }

  List<Double> numbers(String column, Unit unit) {
    return numbers(rows.stream().map(cells -> cell(cells, column)).toList(), unit);
  }

  /** The numbers that a chart draws; null, and never zero, for a cell without value. */
  static List<Double> numbers(List<Shown> cells, Unit unit) {
    List<Double> numbers = new ArrayList<>();
    for (Shown cell : cells) {
      numbers.add(cell.value() == null ? null : Page.number(unit, cell.value()));
    }
    return numbers;
  }

  /** How a sheet shows some of the columns, codes by their names. */
  List<SheetColumn> columns(List<String> ids, Words words) {
    return SheetColumn.of(table, words).stream()
        .filter(column -> ids.contains(column.column().id()))
        .toList();
  }
}
