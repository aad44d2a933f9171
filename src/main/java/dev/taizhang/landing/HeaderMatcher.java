package dev.taizhang.landing;

import static java.util.stream.Collectors.joining;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.reference.ColumnAlias;
import dev.taizhang.reference.NormalForm;
import dev.taizhang.tables.LedgerColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognises the columns of a ledger file by their headers. */
final class HeaderMatcher implements Serializable {

  private static final long serialVersionUID = 1L;

  // A title row may hold one word that is also a header; two are a header row.
  private static final int LEAST_KNOWN = 2;
  // Longer texts are not headers; they are not repeated in messages.
  private static final int LONGEST_HEADER = 20;

  // Headers that are known and knowingly not read.
  private static final Set<String> NOT_READ = Set.of("ignored", "university_name");

  private final HashMap<String, ColumnAlias> aliases;

  /**
   * A matcher.
   *
   * @throws InvalidUsage when an alias names a column that there is not
   */
  HeaderMatcher(Map<String, ColumnAlias> aliases) {
    List<String> unknown =
        aliases.values().stream()
            .map(ColumnAlias::column)
            .filter(column -> LedgerColumn.of(column).isEmpty() && !NOT_READ.contains(column))
            .distinct()
            .toList();
    if (!unknown.isEmpty()) {
      throw new InvalidUsage(
          "column_aliases.csv names columns that there are not: %s. What to do: use one of %s."
              .formatted(
                  unknown, Arrays.stream(LedgerColumn.values()).map(LedgerColumn::id).toList()));
    }
    this.aliases = new HashMap<>(aliases);
  }

  /** Whether a row is a header: at least two of its cells are known headers. */
  boolean isHeader(List<String> cells) {
    return known(cells) >= LEAST_KNOWN;
  }

  /** How many cells are known headers. */
  long known(List<String> cells) {
    return cells.stream().filter(cell -> alias(cell).isPresent()).count();
  }

  /**
   * What the columns are, by position from 0. A secondary header (one that often stands beside the
   * main one) is read only where the main one is absent.
   */
  Map<Integer, LedgerColumn> columns(List<String> header) {
    Set<LedgerColumn> primary = EnumSet.noneOf(LedgerColumn.class);
    for (String cell : header) {
      alias(cell)
          .filter(alias -> !alias.secondary())
          .flatMap(HeaderMatcher::column)
          .ifPresent(primary::add);
    }
    Map<Integer, LedgerColumn> columns = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      int position = i;
      alias(header.get(i))
          .flatMap(
              alias ->
                  column(alias).filter(column -> !alias.secondary() || !primary.contains(column)))
          .ifPresent(column -> columns.put(position, column));
    }
    return columns;
  }

  /** Why the columns do not make a ledger; empty when they do. */
  Optional<Rejection> missing(List<String> header, Collection<LedgerColumn> present) {
    List<String> missing = new ArrayList<>();
    requireOne(present, missing, "学号/身份证号", LedgerColumn.STUDENT_NUMBER, LedgerColumn.ID_NUMBER);
    requireOne(
        present, missing, "毕业年份/毕业时间", LedgerColumn.GRADUATION_YEAR, LedgerColumn.GRADUATION_DATE);
    requireOne(present, missing, "毕业去向(代码)", LedgerColumn.OUTCOME_CODE, LedgerColumn.OUTCOME);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(Rejection.missingColumns(String.join("、", missing), unknown(header)));
  }

  private static void requireOne(
      Collection<LedgerColumn> present, List<String> missing, String name, LedgerColumn... either) {
    for (LedgerColumn column : either) {
      if (present.contains(column)) {
        return;
      }
    }
    missing.add(name);
  }

  private String unknown(List<String> header) {
    String unknown =
        header.stream()
            .map(NormalForm::header)
            .filter(cell -> !cell.isEmpty() && cell.length() <= LONGEST_HEADER)
            .filter(cell -> !aliases.containsKey(cell))
            // A header has no digits in a row: whatever has could be somebody's number.
            .filter(cell -> !cell.matches(".*\\d{4}.*"))
            .collect(joining("、"));
    return unknown.isEmpty() ? "(无)" : unknown;
  }

  private Optional<ColumnAlias> alias(String cell) {
    return Optional.ofNullable(aliases.get(NormalForm.header(cell)));
  }

  private static Optional<LedgerColumn> column(ColumnAlias alias) {
    return LedgerColumn.of(alias.column());
  }
}
