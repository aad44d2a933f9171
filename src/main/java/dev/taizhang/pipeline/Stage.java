package dev.taizhang.pipeline;

import dev.taizhang.tables.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One step of the flow.
 *
 * @param output the table that it makes
 * @param inputs the tables that it is made of
 * @param scope what a run replaces
 * @param build makes the output's rows of the inputs'; pure
 */
record Stage(Table output, List<Table> inputs, Scope scope, Build build) {

  /** What a run of a stage replaces. */
  enum Scope {
    /** The rows of the submissions that the run takes in. */
    SUBMISSIONS,
    /** All rows. */
    WHOLE
  }

  /** Makes rows of rows. */
  @FunctionalInterface
  interface Build {
    Dataset<Row> apply(Inputs inputs);
  }

  Stage {
    inputs = List.copyOf(inputs);
  }

  /** A stage that makes the whole table anew from these inputs. */
  static Stage whole(Table output, Build build, Table... inputs) {
    return new Stage(output, Arrays.asList(inputs), Scope.WHOLE, build);
  }

  /** A stage that makes the rows of the submissions that a run takes in. */
  static Stage perSubmission(Table output, Build build, Table... inputs) {
    return new Stage(output, Arrays.asList(inputs), Scope.SUBMISSIONS, build);
  }
}
