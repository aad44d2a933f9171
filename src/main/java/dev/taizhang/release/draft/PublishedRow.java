package dev.taizhang.release.draft;

import dev.taizhang.publish.edition.Label;
import dev.taizhang.release.PublishedNames;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.published.ColumnRule;
import dev.taizhang.tables.published.FigureSymbol;
import dev.taizhang.tables.published.PublishedColumn;
import dev.taizhang.tables.published.PublishedTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row that is to leave the house, on the way. Each of its figures has to be shown or withheld by
 * its own rule: one that nobody decided of is a fault.
 */
final class PublishedRow {

  private final PublishedTable table;
  private final Map<String, Object> values = new HashMap<>();

  private PublishedRow(PublishedTable table) {
    this.table = table;
  }

  /**
   * A row with what it is about, names and facts, and no figure yet.
   *
   * @param mart the row of the mart, by column
   */
  static PublishedRow of(
      PublishedTable table, String releaseId, Map<String, Object> mart, PublishedNames names) {
    PublishedRow row = new PublishedRow(table);
    for (PublishedColumn column : table.columns()) {
      if (column.rule() == ColumnRule.KEY || column.rule() == ColumnRule.PUBLIC) {
        row.values.put(column.name(), mart.get(column.name()));
      }
    }
    row.values.put(Releases.RELEASE_ID.name(), releaseId);
    for (String code : table.namedCodes()) {
      Label name = names.of(code, mart);
      row.values.put(PublishedTable.nameOf(code, "zh"), name.zh());
      row.values.put(PublishedTable.nameOf(code, "en"), name.en());
    }
    return row;
  }

  /** A record by the columns of its table. */
  static <R extends Record> Map<String, Object> byColumn(RecordType<R> type, R record) {
    List<Field> fields = type.table().fields();
    Object[] values = type.values(record);
    Map<String, Object> row = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      row.put(fields.get(i).name(), values[i]);
    }
    return row;
  }

  /** A fact that the mart does not tell. */
  PublishedRow fact(String column, Object value) {
    values.put(column, value);
    return this;
  }

  /** A figure; null where it has no meaning. */
  PublishedRow show(String figure, Object value) {
    return value == null
        ? put(figure, null, FigureSymbol.NOT_APPLICABLE)
        : put(figure, value, null);
  }

  /** A figure with something to be said of it. */
  PublishedRow show(String figure, Object value, FigureSymbol mark) {
    return put(figure, value, mark);
  }

  /** Figures that are withheld. */
  PublishedRow withhold(String... figures) {
    for (String figure : figures) {
      put(figure, null, FigureSymbol.WITHHELD);
    }
    return this;
  }

  /** Figures that have no meaning here. */
  PublishedRow without(String... figures) {
    for (String figure : figures) {
      put(figure, null, FigureSymbol.NOT_APPLICABLE);
    }
    return this;
  }

  private PublishedRow put(String figure, Object value, FigureSymbol symbol) {
    if ((value == null) != (symbol != null && symbol.replacesValue())) {
      throw new IllegalStateException("A value of " + figure + " does not go with " + symbol);
    }
    values.put(figure, value);
    values.put(PublishedTable.symbolOf(figure), symbol == null ? null : symbol.code());
    return this;
  }

  /** The values in the order of the table's columns. */
  Object[] values() {
    return table.columns().stream()
        .map(
            column -> {
              if (!values.containsKey(column.name())) {
                throw new IllegalStateException(
                    "Nobody decided of %s in %s".formatted(column.name(), table.name()));
              }
              return values.get(column.name());
            })
        .toArray();
  }
}
