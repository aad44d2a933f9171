package dev.taizhang.verification;

import dev.taizhang.tables.Field;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.types.DataType;
import scala.jdk.javaapi.CollectionConverters;

/** Tallies of rows beside which those of a small table stand. */
final class BesideRows {

  private final Tally.Beside beside;
  private final int[] using;
  private final DataType[] types;
  private final RowQuestions questions;
  private final Codes codes;
  private final Map<Key, List<InternalRow>> others = new HashMap<>();

  /**
   * Tallies.
   *
   * @param columns of the rows that are asked
   * @param beside what stands beside them
   */
  BesideRows(
      SparkSession spark,
      List<Field> columns,
      Tally.Beside beside,
      List<RowQuestions.Wanted> tallies,
      Codes codes) {
    this.beside = beside;
    this.codes = codes;
    this.using =
        beside.using().stream()
            .mapToInt(one -> columns.stream().map(Field::name).toList().indexOf(one.name()))
            .toArray();
    this.types = beside.using().stream().map(Field::type).toArray(DataType[]::new);
    this.questions =
        RowQuestions.ofTallies(
            spark,
            Stream.concat(columns.stream(), beside.taken().stream()).toList(),
            tallies,
            codes);
  }

  /** The table whose rows stand beside others. */
  Table table() {
    return beside.table();
  }

  /** What is to be read of it: what it is found by, and what is taken of it. */
  List<Field> columns() {
    return Stream.concat(beside.using().stream(), beside.taken().stream()).toList();
  }

  /** Keeps a row of it with these columns. */
  void keep(InternalRow row) {
    List<Object> taken = new ArrayList<>();
    InternalRow own = row.copy();
    for (int i = 0; i < beside.taken().size(); i++) {
      int at = types.length + i;
      taken.add(own.isNullAt(at) ? null : own.get(at, beside.taken().get(i).type()));
    }
    Key key = key(own, IntStream.range(0, types.length).toArray());
    if (key != null) {
      others
          .computeIfAbsent(key, one -> new ArrayList<>())
          .add(InternalRow.fromSeq(CollectionConverters.asScala(taken).toSeq()));
    }
  }

  /** Asks of a row beside each that fits. */
  void ask(InternalRow row) {
    Key key = key(row, using);
    if (key != null) {
      others.getOrDefault(key, List.of()).forEach(one -> questions.ask(new JoinedRow(row, one)));
    }
  }

  private Key key(InternalRow row, int[] places) {
    int[] values = new int[types.length];
    for (int i = 0; i < values.length; i++) {
      if (row.isNullAt(places[i])) {
        return null;
      }
      values[i] = codes.of(row.get(places[i], types[i]), types[i]);
    }
    return new Key(values);
  }
}
