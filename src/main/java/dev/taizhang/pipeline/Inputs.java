package dev.taizhang.pipeline;

import dev.taizhang.config.Thresholds;
import dev.taizhang.conform.Expectations;
import dev.taizhang.conform.Lookups;
import dev.taizhang.marts.Names;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Table;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a stage is given.
 *
 * @param tables the rows of a table
 * @param lookups code lists to join rows with
 * @param names names to join figures with
 * @param reference code lists as values
 * @param thresholds numbers that decide readings
 */
record Inputs(
    Function<Table, Dataset<Row>> tables,
    Lookups lookups,
    Names names,
    ReferenceData reference,
    Thresholds thresholds) {

  /** Inputs from the tables of a session. */
  static Inputs of(
      SparkSession spark,
      ReferenceData reference,
      Thresholds thresholds,
      Function<Table, Dataset<Row>> tables) {
    return new Inputs(
        tables, Lookups.of(reference), Names.of(spark, reference), reference, thresholds);
  }

  /** The same, with other tables. */
  Inputs reading(Function<Table, Dataset<Row>> others) {
    return new Inputs(others, lookups, names, reference, thresholds);
  }

  /** The rules that rows are held against. */
  Expectations expectations() {
    return new Expectations(reference.expectations());
  }

  /** The rows of a table. */
  Dataset<Row> of(Table table) {
    return tables.apply(table);
  }
}
