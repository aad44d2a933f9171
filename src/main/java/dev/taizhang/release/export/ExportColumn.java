package dev.taizhang.release.export;

import static java.util.Objects.requireNonNull;

import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Unit;
import dev.taizhang.tables.published.PublishedColumn;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a data file.
 *
 * @param name as it heads the column
 * @param role what it is there for
 * @param type as Table Schema calls it: string, integer, number, boolean or date
 * @param unit what its values are
 * @param label what it is called
 * @param definition what it means, in a sentence
 * @param isRequired whether each cell has a value
 * @param allowed the values that it may take; empty where any value of the type may stand
 * @param published the column of the published table that it is; empty for those that are made for
 *     the file
 * @param cell what stands in the cell of a row
 */
record ExportColumn(
    String name,
    Role role,
    String type,
    Unit unit,
    Label label,
    Label definition,
    boolean isRequired,
    List<String> allowed,
    Optional<PublishedColumn> published,
    Function<Object[], String> cell) {

  /** What a column is there for. */
  enum Role {
    /** When and where a row is of. */
    TIME_OR_PLACE,
    /** What else it is about. */
    FILTER,
    /** What a code is called. */
    NAME,
    /** A number. */
    INDICATOR,
    /** What is to be said of the number beside it. */
    MARK,
    /** Which release it belongs to. */
    RELEASE
  }

  ExportColumn {
    requireNonNull(name, "name");
    requireNonNull(role, "role");
    requireNonNull(type, "type");
    requireNonNull(unit, "unit");
    requireNonNull(label, "label");
    requireNonNull(definition, "definition");
    allowed = List.copyOf(allowed);
    requireNonNull(published, "published");
    requireNonNull(cell, "cell");
  }

  /** A text that is made for the file. */
  static ExportColumn made(
      String name, Role role, Label label, Label definition, Function<Object[], String> cell) {
    return new ExportColumn(
        name,
        role,
        "string",
        Unit.TEXT,
        label,
        definition,
        false,
        List.of(),
        Optional.empty(),
        cell);
  }

  /** The same, with a value in each cell. */
  ExportColumn required() {
    return new ExportColumn(
        name, role, type, unit, label, definition, true, allowed, published, cell);
  }
}
