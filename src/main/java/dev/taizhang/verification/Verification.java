package dev.taizhang.verification;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.taizhang.flow.Catalog;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.Rule;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/**
 * Checks what every table promises, and what the tables promise together. Small tables are read
 * once by this process, which shows most of it to hold; whatever that does not show is asked by a
 * query, which names rows.
 */
public final class Verification {

  private static final int EXAMPLES = 3;

  // Most of a question on a small table is planning, which one core does alone.
  private static final int QUESTIONS_AT_ONCE =
      Math.max(2, Runtime.getRuntime().availableProcessors());

  // Each row is some hundred bytes in sums and keys, and a query of more pays for its planning.
  private static final long MOST_ROWS_READ = 500_000;

  private Verification() {}

  /**
   * The outcome of one check.
   *
   * @param subject table or declared check
   * @param check what was checked
   * @param breaches rows or columns that break it
   * @param examples some of them, without personal data
   */
  public record Outcome(String subject, String check, long breaches, List<String> examples) {

    /** Whether nothing breaks it. */
    public boolean holds() {
      return breaches == 0;
    }

    /** The outcome as a line. */
    public String describe() {
      return "%s: %s: %d%s"
          .formatted(
              subject,
              check,
              breaches,
              examples.isEmpty() ? "" : " such as " + String.join("; ", examples));
    }
  }

  /** Checks everything in a warehouse. */
  public static List<Outcome> verify(SparkSession spark, String location) {
    return verify(spark, Catalog.open(spark, location), Pipeline.tables(), checks());
  }

  /** Checks some tables of a warehouse, and what is declared with these. */
  public static List<Outcome> verify(SparkSession spark, String location, List<Table> some) {
    List<Check> checks = Pipeline.checksOf(some);
    // What the checks name is made known with the tables themselves.
    String named =
        Stream.concat(some.stream().map(Table::shortName), checks.stream().map(Check::breaches))
            .collect(Collectors.joining(" "));
    return verify(spark, Catalog.openFor(spark, location, named), some, checks);
  }

  private static List<Outcome> verify(
      SparkSession spark, Warehouse warehouse, List<Table> tables, List<Check> checks) {
    Map<Table, Outcome> shapes = new LinkedHashMap<>();
    tables.forEach(table -> shapes.put(table, shape(table, warehouse)));
    // A query on tables that lack something would fail; whatever else they break, it can be asked.
    boolean canBeAsked = shapes.values().stream().allMatch(Outcome::holds);
    List<Check> asked = canBeAsked ? checks : List.of();
    Map<Table, Boolean> known = new HashMap<>();
    ReadOnce read =
        ReadOnce.of(
            spark,
            shapes.entrySet().stream()
                .filter(one -> one.getValue().holds())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new)),
            asked,
            table -> known.computeIfAbsent(table, one -> isSmall(one, warehouse)));
    answers(read.readings(warehouse::show));
    List<Callable<List<Outcome>>> questions = new ArrayList<>();
    shapes.forEach(
        (table, shape) -> {
          if (!shape.holds()) {
            questions.add(() -> List.of(shape));
          } else if (read.showsContract(table)) {
            questions.add(() -> ofTable(table, shape));
          } else {
            questions.add(() -> ofTable(table, warehouse, shape));
          }
        });
    asked.forEach(
        one -> questions.add(() -> List.of(read.shows(one) ? holding(one) : asked(spark, one))));
    if (known.getOrDefault(PlacementRates.TABLE, false) || !canBeAsked) {
      return flat(answers(questions));
    }
    // Most checks are about the rates: where they are many, Spark reads them once.
    spark.catalog().cacheTable(PlacementRates.TABLE.name());
    try {
      return flat(answers(questions));
    } finally {
      spark.catalog().uncacheTable(PlacementRates.TABLE.name());
    }
  }

  /** Whether a table has few rows, and the columns of its contract. */
  private static boolean isSmall(Table table, Warehouse warehouse) {
    return shape(table, warehouse).holds()
        // An unknown number may be any.
        && warehouse.rowCount(table).orElse(Long.MAX_VALUE) <= MOST_ROWS_READ;
  }

  private static List<Outcome> flat(List<List<Outcome>> outcomes) {
    return outcomes.stream().flatMap(List::stream).toList();
  }

  /** The answers to some questions in their order, asked side by side. */
  private static <T> List<T> answers(List<Callable<T>> questions) {
    ExecutorService workers = Executors.newFixedThreadPool(QUESTIONS_AT_ONCE);
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : workers.invokeAll(questions)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The checks were interrupted.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  /** What is told of a table that was read and keeps its contract. */
  private static List<Outcome> ofTable(Table table, Outcome shape) {
    List<Outcome> outcomes = new ArrayList<>(List.of(shape));
    rowRules(table).forEach(rule -> outcomes.add(outcome(table, rule, 0)));
    outcomes.add(new Outcome(table.name(), keyIsUnique(table), 0, List.of()));
    return outcomes;
  }

  private static List<Outcome> ofTable(Table table, Warehouse warehouse, Outcome shape) {
    Dataset<Row> rows = warehouse.read(table);
    List<Outcome> outcomes = new ArrayList<>(List.of(shape));
    outcomes.addAll(rowChecks(table, rows));
    outcomes.add(key(table, rows));
    return outcomes;
  }

  /** What must hold of tables together: of all of them, and what each declares. */
  static List<Check> checks() {
    return Stream.concat(Stream.of(ForgottenCheck.NOBODY_FORGOTTEN), Pipeline.checks().stream())
        .toList();
  }

  /** Whether the table is there, with its columns. */
  private static Outcome shape(Table table, Warehouse warehouse) {
    return warehouse.exists(table)
        ? columns(table, warehouse.read(table))
        : new Outcome(table.name(), "the table exists", 1, List.of());
  }

  private static Outcome columns(Table table, Dataset<Row> rows) {
    List<String> expected =
        table.fields().stream().map(field -> field.name() + " " + field.type().sql()).toList();
    List<String> found =
        Arrays.stream(rows.schema().fields()).map(Verification::described).toList();
    List<String> missing = expected.stream().filter(one -> !found.contains(one)).toList();
    return new Outcome(
        table.name(), "the columns are those of the contract", missing.size(), missing);
  }

  private static String described(StructField field) {
    return field.name() + " " + field.dataType().sql();
  }

  /** NOT NULL and rules, all in one pass over the table. */
  private static List<Outcome> rowChecks(Table table, Dataset<Row> rows) {
    List<Rule> checks = rowRules(table);
    Column[] breaches =
        checks.stream()
            .map(rule -> count_if(not(expr(rule.condition()))).as(rule.name()))
            .toArray(Column[]::new);
    Row counted = rows.agg(breaches[0], Arrays.copyOfRange(breaches, 1, breaches.length)).head();
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      outcomes.add(outcome(table, checks.get(i), counted.getLong(i)));
    }
    return outcomes;
  }

  /** What every row promises by itself. */
  private static List<Rule> rowRules(Table table) {
    return Stream.concat(
            table.fields().stream()
                .filter(field -> !field.nullable())
                .map(field -> new Rule(field.name() + "_not_null", field.name() + " IS NOT NULL")),
            table.rules().stream())
        .toList();
  }

  private static Outcome outcome(Table table, Rule rule, long breaches) {
    return new Outcome(
        table.name(), rule.name() + " (" + rule.condition() + ")", breaches, List.of());
  }

  private static Outcome key(Table table, Dataset<Row> rows) {
    Dataset<Row> repeated =
        rows.groupBy(table.keyColumns()).agg(count(lit(1)).as("rows")).filter("rows > 1");
    return outcome(table.name(), keyIsUnique(table), repeated);
  }

  private static String keyIsUnique(Table table) {
    return "the key (%s) is unique"
        .formatted(table.key().stream().map(Field::name).collect(Collectors.joining(", ")));
  }

  private static Outcome holding(Check check) {
    return new Outcome(check.name(), check.statement(), 0, List.of());
  }

  private static Outcome asked(SparkSession spark, Check check) {
    return outcome(check.name(), check.statement(), spark.sql(check.breaches()));
  }

  private static Outcome outcome(String subject, String check, Dataset<Row> breaches) {
    List<Row> found = breaches.limit(EXAMPLES).collectAsList();
    return found.isEmpty()
        ? new Outcome(subject, check, 0, List.of())
        : new Outcome(subject, check, breaches.count(), found.stream().map(Row::toString).toList());
  }
}
