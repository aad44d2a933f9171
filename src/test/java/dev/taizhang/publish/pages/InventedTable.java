package dev.taizhang.publish.pages;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A table of an invented edition, written row by row. */
final class InventedTable {

  private final String id;
  private final String part;
  private final List<String> columns;
  private final List<List<Shown>> rows = new ArrayList<>();

  InventedTable(String id, String part, List<String> columns) {
    this.id = id;
    this.part = part;
    this.columns = columns;
  }

  /** A row of plain values; texts, dates and numbers as they are. */
  void row(Object... values) {
    add(Arrays.stream(values).map(InventedTable::shown));
  }

  void add(Stream<Shown> cells) {
    rows.add(cells.toList());
  }

  private static Shown shown(Object value) {
    if (value instanceof Integer number) {
      return Shown.of(number.longValue());
    }
    return value instanceof Double share ? Shown.share(share) : Shown.of(value);
  }

  EditionTable table() {
    return new EditionTable(
        id,
        part,
        new Label("表 " + id, "Table " + id),
        columns.stream().map(EditionResource::column).toList(),
        rows);
  }
}
