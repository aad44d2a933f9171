package dev.taizhang.publish.edition;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A table of an edition, or a part of one that a page needs by itself.
 *
 * @param id the table, such as {@code placement_rates}
 * @param part what of it this is, such as {@code groups} or {@code university/10001}; a path in the
 *     site
 * @param title what it holds
 * @param columns what its rows have
 * @param rows a cell for each column
 * @param note what a reader has to know of its figures; empty for nothing
 */
public record EditionTable(
    String id,
    String part,
    Label title,
    List<EditionColumn> columns,
    List<List<Shown>> rows,
    Label note) {

  private static final Label NO_NOTE = Label.same("");

  public EditionTable {
    requireNonNull(note, "note");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (List<Shown> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row of %s has %d cells for %d columns.".formatted(id, row.size(), columns.size()));
      }
    }
  }

  /** A table of which there is nothing to know besides. */
  public EditionTable(
      String id, String part, Label title, List<EditionColumn> columns, List<List<Shown>> rows) {
    this(id, part, title, columns, rows, NO_NOTE);
  }

  /** Whether it has a column. */
  public boolean has(String column) {
    return columns.stream().anyMatch(one -> one.id().equals(column));
  }

  /** Where a column stands. */
  public int position(String column) {
    for (int position = 0; position < columns.size(); position++) {
      if (columns.get(position).id().equals(column)) {
        return position;
      }
    }
    throw new IllegalArgumentException("%s has no column %s.".formatted(id, column));
  }
}
