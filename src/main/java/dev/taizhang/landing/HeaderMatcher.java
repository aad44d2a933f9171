package dev.taizhang.landing;

import static java.util.stream.Collectors.joining;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.reference.ColumnAlias;
import dev.taizhang.reference.ColumnAliases;
import dev.taizhang.reference.NormalForm;
import dev.taizhang.tables.LedgerColumn;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises the columns of a file by their headers. */
final class HeaderMatcher {

  // A title row may hold one word that is also a header; two are a header row.
  private static final int LEAST_KNOWN = 2;

  // Of headers that are known and knowingly not read.
  private static final String NOT_READ = "ignored";

  private static final int EXACT = 0;
  private static final int BARE = 1;
  private static final int SECONDARY = 2;

  private final HashMap<String, ColumnAlias> aliases;
  private final List<Requirement> needed;
  // Each of the first cells of a file is asked about several times.
  private final Map<String, Optional<Known>> asked = new HashMap<>();

  /**
   * A matcher.
   *
   * @param aliases what each header in {@link NormalForm#header} means
   * @param needed what the columns must tell
   */
  HeaderMatcher(Map<String, ColumnAlias> aliases, List<Requirement> needed) {
    this.aliases = new HashMap<>(aliases);
    this.needed = List.copyOf(needed);
  }

  /**
   * Checks that aliases name columns that there are.
   *
   * @throws InvalidUsage with all those that do not
   */
  static void requireColumns(ColumnAliases aliases) {
    List<String> unknown =
        aliases
            .all()
            .filter(alias -> column(alias).isEmpty() && !alias.column().equals(NOT_READ))
            .map(alias -> "line %d: %s".formatted(alias.line(), alias.column()))
            .sorted()
            .toList();
    if (!unknown.isEmpty()) {
      throw new InvalidUsage(
          "column_aliases.csv names columns that do not exist: %s. What to do: use one of %s, or ignored."
              .formatted(
                  String.join("; ", unknown),
                  Arrays.stream(LedgerColumn.values())
                      .map(LedgerColumn::id)
                      .collect(joining(", "))));
    }
  }

  /**
   * What a header is known as. Where a column has headers of several ranks, those of the first rank
   * are read.
   *
   * @param alias what it means
   * @param rank {@link #EXACT} for the header itself, {@link #BARE} for one that is known without
   *     its brackets and numbering, {@link #SECONDARY} for one that stands beside the main one
   */
  private record Known(ColumnAlias alias, int rank) {}

  private Optional<Known> known(String cell) {
    return asked.computeIfAbsent(cell, this::lookUp);
  }

  private Optional<Known> lookUp(String cell) {
    ColumnAlias exact = aliases.get(NormalForm.header(cell));
    if (exact != null) {
      return Optional.of(new Known(exact, exact.secondary() ? SECONDARY : EXACT));
    }
    // What stands in brackets can change the meaning, as in 毕业去向(代码), so that a header that is
    // known as it stands wins.
    return Optional.ofNullable(aliases.get(HeaderText.bare(cell)))
        .filter(alias -> !isOfAnotherPerson(cell, alias))
        .map(alias -> new Known(alias, alias.secondary() ? SECONDARY : BARE));
  }

  private static boolean isOfAnotherPerson(String cell, ColumnAlias alias) {
    return HeaderText.isOfAnotherPerson(
        cell, column(alias).map(LedgerColumn::personal).orElse(false));
  }

  /** What a header means; empty where it is not known. */
  Optional<ColumnAlias> alias(String cell) {
    return known(cell).map(Known::alias);
  }

  /** Whether a row is a header: at least two of its cells are known headers. */
  boolean isHeader(List<String> cells) {
    return known(cells) >= LEAST_KNOWN;
  }

  /** How many cells are known headers. */
  long known(List<String> cells) {
    return cells.stream().filter(this::isKnown).count();
  }

  boolean isKnown(String cell) {
    return known(cell).isPresent();
  }

  /**
   * What the columns are, by position from 0. A header that is not the plain name of its column is
   * read only where that is absent; headers of one rank are all read.
   */
  Map<Integer, LedgerColumn> columns(List<String> header) {
    Map<Integer, Known> found = new LinkedHashMap<>();
    Map<LedgerColumn, Integer> ranks = new EnumMap<>(LedgerColumn.class);
    for (int i = 0; i < header.size(); i++) {
      int position = i;
      known(header.get(i)).ifPresent(known -> found.put(position, known));
    }
    found
        .values()
        .forEach(
            known ->
                column(known.alias())
                    .ifPresent(column -> ranks.merge(column, known.rank(), Math::min)));
    Map<Integer, LedgerColumn> columns = new LinkedHashMap<>();
    found.forEach(
        (position, known) ->
            column(known.alias())
                .filter(column -> known.rank() == ranks.get(column))
                .ifPresent(column -> columns.put(position, column)));
    return columns;
  }

  /** Whether a column that is read says by an empty cell that there is no hardship. */
  boolean blankHardshipIsNone(List<String> header, Collection<Integer> read) {
    return read.stream()
        .map(header::get)
        .flatMap(cell -> alias(cell).stream())
        .anyMatch(ColumnAlias::blankIsNone);
  }

  /** Why the columns do not tell what they must; empty when they do. */
  Optional<Rejection> missing(List<String> header, Collection<LedgerColumn> present) {
    List<String> missing =
        needed.stream()
            .filter(requirement -> !requirement.isMetBy(present))
            .map(Requirement::name)
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(Rejection.missingColumns(String.join("、", missing), unknown(header)));
  }

  private String unknown(List<String> header) {
    String unknown =
        header.stream()
            .filter(cell -> !isKnown(cell))
            .map(NormalForm::header)
            .filter(cell -> !cell.isEmpty() && HeaderText.isRepeatable(cell))
            .collect(joining("、"));
    return unknown.isEmpty() ? "(无)" : unknown;
  }

  private static Optional<LedgerColumn> column(ColumnAlias alias) {
    return LedgerColumn.of(alias.column());
  }
}
