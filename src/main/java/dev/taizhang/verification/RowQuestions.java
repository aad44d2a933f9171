package dev.taizhang.verification;

import dev.taizhang.expressions.BoundExpressions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Rule;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * All that is asked of rows in one pass: whether each keeps the contract, whether keys repeat, and
 * what tallies add up to.
 */
final class RowQuestions {

  private static final int UNKNOWN = -1;
  private static final int NULL = -2;

  private final Codes codes;
  private final int[] required;
  private final Expression[] broken;
  private final int[] key;
  private final Set<Key> keys = new HashSet<>();
  private final List<Side> sides;

  /** What tells rows or sums apart, each of it once. */
  private final Expression[] dimensions;

  private final int[] codesOfRow;
  private boolean keepsContract = true;

  /**
   * A tally that is wanted.
   *
   * @param tally of the rows
   * @param balance where it is held against the other one
   * @param isFirst which of the two it is
   */
  record Wanted(Tally tally, Balance balance, boolean isFirst) {}

  private RowQuestions(Codes codes, Texts texts, Promise promise, List<Wanted> tallies) {
    this.codes = codes;
    this.required = promise.required().stream().mapToInt(Integer::intValue).toArray();
    this.broken = texts.of(promise.broken());
    List<String> names = promise.dimensions(tallies);
    this.dimensions = texts.of(names);
    this.codesOfRow = new int[dimensions.length];
    this.key = places(promise.key(), names);
    this.sides =
        tallies.stream()
            .map(
                one ->
                    new Side(
                        one,
                        texts.of(List.of(one.tally().where()))[0],
                        places(one.tally().by(), names),
                        texts.of(one.tally().counts())))
            .toList();
  }

  /** Questions to the rows of a table: its contract, and tallies. */
  static RowQuestions ofTable(SparkSession spark, Table table, List<Wanted> tallies, Codes codes) {
    return of(
        spark,
        table.fields(),
        new Promise(
            IntStream.range(0, table.fields().size())
                .filter(i -> !table.fields().get(i).nullable())
                .boxed()
                .toList(),
            table.key().stream().map(Field::name).toList(),
            table.rules().stream().map(RowQuestions::broken).toList()),
        tallies,
        codes);
  }

  /**
   * Tallies alone.
   *
   * @param columns of the rows
   */
  static RowQuestions ofTallies(
      SparkSession spark, List<Field> columns, List<Wanted> tallies, Codes codes) {
    return of(spark, columns, new Promise(List.of(), List.of(), List.of()), tallies, codes);
  }

  private static RowQuestions of(
      SparkSession spark, List<Field> columns, Promise promise, List<Wanted> tallies, Codes codes) {
    // A column that should never be null is looked at as if it may be: that is what is asked.
    StructType schema =
        new StructType(
            columns.stream()
                .map(Field::structField)
                .map(one -> new StructField(one.name(), one.dataType(), true, one.metadata()))
                .toArray(StructField[]::new));
    Texts texts =
        Texts.bound(
            spark,
            schema,
            Stream.of(
                    promise.broken().stream(),
                    promise.dimensions(tallies).stream(),
                    tallies.stream().flatMap(one -> one.tally().texts()))
                .flatMap(one -> one));
    return new RowQuestions(codes, texts, promise, tallies);
  }

  private static String broken(Rule rule) {
    return "(" + rule.condition() + ") IS FALSE";
  }

  private static int[] places(List<String> some, List<String> names) {
    return some.stream().mapToInt(names::indexOf).toArray();
  }

  /**
   * What a contract promises of rows.
   *
   * @param required places of the columns that are never null
   * @param key columns that identify a row; empty where nothing is promised
   * @param broken SQL that is true where a rule is broken
   */
  private record Promise(List<Integer> required, List<String> key, List<String> broken) {

    /** What tells rows or sums apart, each of it once. */
    List<String> dimensions(List<Wanted> tallies) {
      return Stream.concat(key.stream(), tallies.stream().flatMap(one -> one.tally().by().stream()))
          .distinct()
          .toList();
    }
  }

  /** One side of an agreement, as expressions over the rows. */
  private static final class Side {

    private final Balance balance;
    private final boolean isFirst;
    private final Expression where;
    private final int[] by;
    private final Expression[] counts;

    Side(Wanted wanted, Expression where, int[] by, Expression[] counts) {
      this.balance = wanted.balance();
      this.isFirst = wanted.isFirst();
      this.where = where;
      this.by = by;
      this.counts = counts;
    }

    boolean has(InternalRow row) {
      return Boolean.TRUE.equals(where.eval(row));
    }

    /**
     * Adds the numbers of a row.
     *
     * @param key of the sums that they belong to; null where the row has none
     */
    void add(Key key, InternalRow row) {
      long[] numbers = new long[counts.length];
      boolean isWhole = key != null;
      for (int i = 0; i < numbers.length && isWhole; i++) {
        Object number = counts[i].eval(row);
        isWhole = number instanceof Long || number instanceof Integer;
        numbers[i] = isWhole ? ((Number) number).longValue() : 0;
      }
      if (isWhole) {
        balance.add(key, numbers, isFirst);
      } else {
        balance.leaveOpen();
      }
    }
  }

  /** Texts of SQL, understood all at once, each of them once. */
  private static final class Texts {

    private final Map<String, Expression> bound = new LinkedHashMap<>();

    static Texts bound(SparkSession spark, StructType schema, Stream<String> texts) {
      Texts all = new Texts();
      List<String> each = texts.distinct().toList();
      List<Expression> expressions =
          BoundExpressions.of(
              spark, schema, new ArrayList<>(each.stream().map(functions::expr).toList()));
      for (int i = 0; i < each.size(); i++) {
        all.bound.put(each.get(i), expressions.get(i));
      }
      return all;
    }

    Expression[] of(List<String> texts) {
      return texts.stream().map(bound::get).toArray(Expression[]::new);
    }
  }

  /** Asks of a row. */
  void ask(InternalRow row) {
    Arrays.fill(codesOfRow, UNKNOWN);
    keepsContract = keepsContract && isAsPromised(row);
    for (Side side : sides) {
      if (side.has(row)) {
        side.add(key(side.by, row), row);
      }
    }
  }

  /** Whether no row so far breaks the contract. */
  boolean keepsContract() {
    return keepsContract;
  }

  private boolean isAsPromised(InternalRow row) {
    for (int column : required) {
      if (row.isNullAt(column)) {
        return false;
      }
    }
    for (Expression one : broken) {
      if (Boolean.TRUE.equals(one.eval(row))) {
        return false;
      }
    }
    if (key.length == 0) {
      return true;
    }
    Key own = key(key, row);
    return own != null && keys.add(own);
  }

  /** What some dimensions of a row are; null where one of them has no value. */
  private Key key(int[] places, InternalRow row) {
    int[] values = new int[places.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = code(places[i], row);
      if (values[i] == NULL) {
        return null;
      }
    }
    return new Key(values);
  }

  private int code(int dimension, InternalRow row) {
    if (codesOfRow[dimension] == UNKNOWN) {
      Object value = dimensions[dimension].eval(row);
      codesOfRow[dimension] =
          value == null ? NULL : codes.of(value, dimensions[dimension].dataType());
    }
    return codesOfRow[dimension];
  }
}
