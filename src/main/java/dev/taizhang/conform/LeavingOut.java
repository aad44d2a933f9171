package dev.taizhang.conform;

import dev.taizhang.reference.Expectation;
import dev.taizhang.tables.Rows;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A rule by which rows are left out, with what is told of a row that breaks it.
 *
 * @param rule the rule, over {@link Screening#SCHEMA}
 * @param columnName the first of the columns to correct; null when it is the row as a whole
 * @param cells the cells of the columns to correct, the first one first
 * @param messageZh what is wrong and how to correct it, in Chinese
 * @param messageEn the same in English
 */
public record LeavingOut(
    RowRule rule,
    UTF8String columnName,
    List<Cell> cells,
    UTF8String messageZh,
    UTF8String messageEn)
    implements Serializable {

  /**
   * A cell of a row.
   *
   * @param name its column's name in {@link Rows}
   * @param position its column's place in {@link Rows}
   */
  record Cell(String name, int position) implements Serializable {}

  public LeavingOut {
    cells = List.copyOf(cells);
  }

  static LeavingOut of(Expectation rule, RowRule bound) {
    return new LeavingOut(
        bound,
        rule.column().isEmpty() ? null : UTF8String.fromString(rule.column().split("\\|", 2)[0]),
        Rows.TABLE.fields().stream()
            .filter(field -> Expectations.correct(rule).contains(field.name()))
            .sorted(Comparator.comparing(field -> Expectations.correct(rule).indexOf(field.name())))
            .map(field -> new Cell(field.name(), Rows.TABLE.fields().indexOf(field)))
            .toList(),
        UTF8String.fromString(rule.messageZh()),
        UTF8String.fromString(rule.messageEn()));
  }

  /** The rule's id. */
  public UTF8String id() {
    return rule.id();
  }

  boolean isBrokenBy(InternalRow row) {
    return rule.isBrokenBy(row);
  }

  /**
   * The first wrong value that there is, as far as it may be shown; null where there is none.
   *
   * @see ShownForm
   */
  UTF8String offendingValue(InternalRow row) {
    for (Cell cell : cells) {
      if (!row.isNullAt(cell.position())) {
        return UTF8String.fromString(
            ShownForm.shown(cell.name(), row.getUTF8String(cell.position()).toString()));
      }
    }
    return null;
  }
}
