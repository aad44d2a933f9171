package dev.taizhang.release.published;

import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.release.EditionWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** How rows of a release become rows of a table of an edition: columns in order. */
final class ReleasedTable {

  private record Column(EditionColumn shape, BiFunction<ReleasedRow, EditionColumn, Shown> value) {}

  private final EditionWords words;
  private final List<Column> columns = new ArrayList<>();
  private Label note = Label.same("");

  ReleasedTable(EditionWords words) {
    this.words = words;
  }

  /** Columns that are called the same in both. */
  ReleasedTable columns(String... names) {
    Arrays.stream(names).forEach(name -> column(name, name));
    return this;
  }

  /** A column that the edition calls otherwise, since others of that name mean something else. */
  ReleasedTable column(String edition, String published) {
    return shown(edition, (row, shape) -> row.shown(published, shape));
  }

  /** A column whose cells the caller makes. */
  ReleasedTable shown(String edition, BiFunction<ReleasedRow, EditionColumn, Shown> value) {
    columns.add(new Column(words.column(edition), value));
    return this;
  }

  ReleasedTable note(Label text) {
    note = text;
    return this;
  }

  EditionTable table(String id, String part, List<ReleasedRow> rows) {
    return table(id, part, words.title(id, part), rows);
  }

  /** The part of a table that is about one university. */
  EditionTable ofUniversity(String id, String code, Label name, List<ReleasedRow> rows) {
    return table(id, "university/" + code, words.titleOfUniversity(id, name), rows);
  }

  private EditionTable table(String id, String part, Label title, List<ReleasedRow> rows) {
    return new EditionTable(
        id,
        part,
        title,
        columns.stream().map(Column::shape).toList(),
        rows.stream()
            .map(
                row ->
                    columns.stream()
                        .map(column -> column.value().apply(row, column.shape()))
                        .toList())
            .toList(),
        note);
  }
}
