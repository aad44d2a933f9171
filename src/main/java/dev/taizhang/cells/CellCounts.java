package dev.taizhang.cells;

import dev.taizhang.tables.Cells;
import dev.taizhang.tables.History;
import dev.taizhang.tables.InternalRows;
import dev.taizhang.tables.Slices;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;

/** Additive counts per slice: how many graduates were in which state on its date. */
public final class CellCounts {

  // As with the history: a file is worth its cost, and a few universities touch few of them.
  private static final long GRADUATES_OF_TASK = 50_000;

  private CellCounts() {}

  /**
   * The rows of a table of {@link Cells}, with the columns in their order. Each university is in
   * one partition.
   *
   * @param history {@link History}
   * @param slices the slices whose dates are counted; those that do not count are passed over
   */
  public static JavaRDD<InternalRow> of(
      Breakdown breakdown, Dataset<Row> history, List<Slices.Slice> slices) {
    SparkSession spark = history.sparkSession();
    CountedSlices dates = new CountedSlices(slices, GRADUATES_OF_TASK);
    Broadcast<CountedSlices> known =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(dates);
    CellRows cellRows = new CellRows(breakdown.table());
    JavaRDD<InternalRow> counted =
        InternalRows.of(
                history
                    .filter(History.CHANGE_KIND.column().notEqual(History.LEFT))
                    .select(StateRows.columns()))
            .mapPartitions(states -> new CountedInTask(known.value(), breakdown, cellRows, states));
    Dataset<Row> bySlice =
        ((org.apache.spark.sql.classic.Dataset<Row>)
                InternalRows.dataset(spark, counted, cellRows.onTheWay()))
            .repartitionById(dates.parts(), functions.col(CellRows.PART))
            .sortWithinPartitions(functions.col(CellRows.SLICE));
    return InternalRows.of(bySlice)
        .mapPartitions(parts -> new AddedUp(known.value(), cellRows, parts));
  }
}
