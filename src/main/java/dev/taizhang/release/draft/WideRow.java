package dev.taizhang.release.draft;

import dev.taizhang.release.PublishedNames;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.published.PublishedTable;
import java.util.Arrays;
import java.util.Map;

/**
 * A row of a mart whose figures leave the house coarse, those that may be shown together at once.
 */
final class WideRow {

  private final Coarse coarse;
  private final Map<String, Object> mart;
  private final PublishedRow row;

  private WideRow(Coarse coarse, Map<String, Object> mart, PublishedRow row) {
    this.coarse = coarse;
    this.mart = mart;
    this.row = row;
  }

  static <R extends Record> WideRow of(
      PublishedTable table,
      String releaseId,
      RecordType<R> type,
      R record,
      PublishedNames names,
      Coarse coarse) {
    Map<String, Object> mart = PublishedRow.byColumn(type, record);
    return new WideRow(coarse, mart, PublishedRow.of(table, releaseId, mart, names));
  }

  /** Numbers of people. */
  WideRow tens(boolean isShown, String... figures) {
    Arrays.stream(figures)
        .forEach(figure -> coarse.tens(row, figure, (Long) mart.get(figure), isShown));
    return this;
  }

  /** Shares and differences of shares. */
  WideRow percent(boolean isShown, String... figures) {
    Arrays.stream(figures)
        .forEach(figure -> coarse.percent(row, figure, (Double) mart.get(figure), isShown));
    return this;
  }

  WideRow days(boolean isShown, String... figures) {
    Arrays.stream(figures)
        .forEach(figure -> coarse.days(row, figure, (Double) mart.get(figure), isShown));
    return this;
  }

  /** Figures that have no meaning here. */
  WideRow without(String... figures) {
    row.without(figures);
    return this;
  }

  /** A fact that the mart does not tell. */
  WideRow fact(String column, Object value) {
    row.fact(column, value);
    return this;
  }

  Object[] values() {
    return row.values();
  }
}
