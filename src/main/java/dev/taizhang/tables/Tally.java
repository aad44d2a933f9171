package dev.taizhang.tables;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What some rows of a table count together, by what tells the sums apart.
 *
 * @param table whose rows
 * @param beside rows of another table that stand beside each of them; empty where none do
 * @param where SQL over the columns: which of them
 * @param by SQL over the columns: what tells the sums apart, never null
 * @param counts SQL over the columns: whole numbers that are added up, never null
 */
public record Tally(
    Table table, Optional<Beside> beside, String where, List<String> by, List<String> counts) {

  public Tally {
    by = List.copyOf(by);
    counts = List.copyOf(counts);
  }

  /**
   * Rows of another table that have the same in some columns.
   *
   * @param table the other table, which has few rows
   * @param using the columns
   * @param taken columns of the other table that the first one lacks
   */
  public record Beside(Table table, List<Field> using, List<Field> taken) {

    public Beside {
      using = List.copyOf(using);
      taken = List.copyOf(taken);
    }

    private String sql() {
      return " JOIN (SELECT %s FROM %s) USING (%s)"
          .formatted(
              Stream.concat(using.stream(), taken.stream()).map(Field::name).collect(joining(", ")),
              table.name(),
              using.stream().map(Field::name).collect(joining(", ")));
    }
  }

  /** Of all rows of a table, nothing yet. */
  public static Tally of(Table table) {
    return new Tally(table, Optional.empty(), "true", List.of(), List.of());
  }

  /** The same of each row with each row of another table that has the same in some columns. */
  public Tally beside(Table other, List<Field> using, List<Field> taken) {
    return new Tally(table, Optional.of(new Beside(other, using, taken)), where, by, counts);
  }

  /** The same of those rows alone that fulfil all of these conditions. */
  public Tally where(String... conditions) {
    return new Tally(table, beside, "(" + String.join(") AND (", conditions) + ")", by, counts);
  }

  /** The same with sums for each of these. */
  public Tally by(List<String> columns) {
    return new Tally(table, beside, where, columns, counts);
  }

  /** The same, adding these up. */
  public Tally counting(String... numbers) {
    return new Tally(table, beside, where, by, List.of(numbers));
  }

  /** The tables that it reads. */
  public Stream<Table> tables() {
    return Stream.concat(Stream.of(table), beside.stream().map(Beside::table));
  }

  /** The texts of SQL that it is made of. */
  public Stream<String> texts() {
    return Stream.of(Stream.of(where), by.stream(), counts.stream()).flatMap(one -> one);
  }

  /** SQL for the numbers that are added up, beside zeros for those of the tally that it faces. */
  String numbers(boolean isFirst) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < by.size(); i++) {
      columns.add("%s AS key_%d".formatted(by.get(i), i + 1));
    }
    for (int i = 0; i < counts.size(); i++) {
      columns.add("%s AS first_%d".formatted(isFirst ? counts.get(i) : "0", i + 1));
      columns.add("%s AS second_%d".formatted(isFirst ? "0" : counts.get(i), i + 1));
    }
    columns.add((isFirst ? "1" : "0") + " AS of_first");
    columns.add((isFirst ? "0" : "1") + " AS of_second");
    return "SELECT %s FROM %s%s WHERE %s"
        .formatted(
            String.join(", ", columns), table.name(), beside.map(Beside::sql).orElse(""), where);
  }
}
