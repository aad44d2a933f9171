package dev.taizhang.pipeline;

import dev.taizhang.config.Thresholds;
import dev.taizhang.conform.Expectations;
import dev.taizhang.conform.Lookups;
import dev.taizhang.marts.Names;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import java.util.Optional;
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
 * @param touched the cohorts to be made, for a stage that is made by cohort
 */
record Inputs(
    Function<Table, Dataset<Row>> tables,
    Lookups lookups,
    Names names,
    ReferenceData reference,
    Thresholds thresholds,
    Optional<TouchedCohorts> touched) {

  /** Inputs from the tables of a session. */
  static Inputs of(
      SparkSession spark,
      ReferenceData reference,
      Thresholds thresholds,
      Function<Table, Dataset<Row>> tables) {
    return new Inputs(
        tables,
        Lookups.of(reference),
        Names.of(spark, reference),
        reference,
        thresholds,
        Optional.empty());
  }

  /** The same, with other tables. */
  Inputs reading(Function<Table, Dataset<Row>> others) {
    return new Inputs(others, lookups, names, reference, thresholds, touched);
  }

  /** The same, for some cohorts. */
  Inputs touching(TouchedCohorts cohorts) {
    return new Inputs(tables, lookups, names, reference, thresholds, Optional.of(cohorts));
  }

  /** The cohorts to be made. */
  TouchedCohorts cohorts() {
    return touched.orElseThrow(() -> new IllegalStateException("This stage is not by cohort"));
  }

  /** The same, with what the cohorts are made of that are made anew. */
  Inputs rebuilt() {
    return reading(table -> cohorts().rebuilt(table, of(table)));
  }

  /** The same, with what the cohorts are carried on by that go on. */
  Inputs following() {
    return reading(table -> cohorts().following(table, of(table)));
  }

  /** The same, with the slices that are to be decided on. */
  Inputs walked() {
    return reading(table -> cohorts().walked(table, of(table), of(Slices.TABLE)));
  }

  /** The same, with what the counts of slices are made of. */
  Inputs counted() {
    return reading(table -> cohorts().counted(table, of(table)));
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
