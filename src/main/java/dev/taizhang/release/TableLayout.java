package dev.taizhang.release;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * How records become rows of a table of an edition: a value for each column, in order.
 *
 * @param <R> the records
 */
final class TableLayout<R> {

  private record Column<R>(String id, Function<R, Shown> value) {}

  private final EditionWords words;
  private final List<Column<R>> columns = new ArrayList<>();

  TableLayout(EditionWords words) {
    this.words = words;
  }

  /** A column whose cells the caller makes. */
  TableLayout<R> shown(String column, Function<R, Shown> value) {
    columns.add(new Column<>(column, value));
    return this;
  }

  /** A text, date, time, yes or no; nothing where it is null. */
  TableLayout<R> value(String column, Function<R, ?> value) {
    return shown(column, row -> Shown.of(value.apply(row)));
  }

  /** A number of people, rows, files or days. */
  TableLayout<R> count(String column, ToLongFunction<R> count) {
    return shown(column, row -> Shown.of(count.applyAsLong(row)));
  }

  /** A number that may not be known: nothing where it is null, and never zero. */
  TableLayout<R> countOrNothing(String column, Function<R, ? extends Number> count) {
    return shown(
        column,
        row -> {
          Number number = count.apply(row);
          return number == null ? Shown.NOTHING : Shown.of(number.longValue());
        });
  }

  /** A share or a difference of shares; not applicable where it is null. */
  TableLayout<R> share(String column, Function<R, Double> share) {
    return shown(column, row -> Shown.share(share.apply(row)));
  }

  /** The table of some records. */
  EditionTable table(String id, String part, List<R> rows) {
    return table(id, part, words.title(id, part), rows);
  }

  /** The part of a table that is about one university. */
  EditionTable ofUniversity(String id, String code, Label name, List<R> rows) {
    return table(id, "university/" + code, words.titleOfUniversity(id, name), rows);
  }

  private EditionTable table(String id, String part, Label title, List<R> rows) {
    return new EditionTable(
        id,
        part,
        title,
        columns.stream().map(column -> words.column(column.id())).toList(),
        rows.stream()
            .map(row -> columns.stream().map(column -> column.value().apply(row)).toList())
            .toList());
  }
}
