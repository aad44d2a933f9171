package dev.taizhang.tables;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecutionRDD;
import org.apache.spark.sql.types.StructType;

/**
 * The way from Spark's plans to its own rows and back: what is between them is plain Java in
 * Spark's tasks.
 */
public final class InternalRows {

  private InternalRows() {}

  /**
   * The rows of a plan, as Spark holds them. A task is given the same object again and again, so
   * that what is to be kept of a row is copied.
   */
  public static JavaRDD<InternalRow> of(Dataset<Row> rows) {
    QueryExecution planned = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
    return PlainRead.of(planned.executedPlan())
        .map(read -> read.rows(rows.schema()))
        .<RDD<InternalRow>>map(
            read -> new SQLExecutionRDD(read, planned.sparkSession().sessionState().conf()))
        .orElseGet(planned::toRdd)
        .toJavaRDD()
        .mapPartitions(UnderSettings::new);
  }

  /** Rows made in Spark's tasks, to be planned with. */
  public static Dataset<Row> dataset(
      SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .internalCreateDataFrame(rows.rdd(), schema, false);
  }
}
