package dev.taizhang.conform;

import dev.taizhang.support.SharedSpark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Evaluates a definition on the cases of a table, all of them in one query. */
public final class Evaluation {

  private Evaluation() {}

  /**
   * The cases in which the definition does not give what is expected, each with what it gives.
   *
   * @param columns names of the cells but the last
   * @param cases lines of cells with | between them, the last one what is expected; an empty cell
   *     is null
   */
  public static List<String> mismatches(Column definition, List<String> columns, String... cases) {
    StructType schema = new StructType();
    for (String column : columns) {
      schema = schema.add(column, DataTypes.StringType);
    }
    List<Object[]> cells = Arrays.stream(cases).map(one -> cells(one, columns.size() + 1)).toList();
    List<Row> inputs =
        cells.stream().map(one -> RowFactory.create(Arrays.copyOf(one, columns.size()))).toList();
    List<Row> results =
        SharedSpark.session()
            .createDataFrame(inputs, schema)
            .select(definition.cast(DataTypes.StringType))
            .collectAsList();
    List<String> mismatches = new ArrayList<>();
    for (int i = 0; i < cases.length; i++) {
      String result = results.get(i).getString(0);
      if (!Objects.equals(result, cells.get(i)[columns.size()])) {
        mismatches.add(cases[i] + " but was: " + result);
      }
    }
    return mismatches;
  }

  private static Object[] cells(String line, int count) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != count) {
      throw new IllegalArgumentException("Not " + count + " cells: " + line);
    }
    return Arrays.stream(cells)
        .map(String::strip)
        .map(cell -> cell.isEmpty() ? null : cell)
        .toArray();
  }
}
