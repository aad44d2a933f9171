package dev.taizhang.pipeline;

import dev.taizhang.landing.Feed;
import dev.taizhang.tables.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One step of the flow.
 *
 * @param output the table that it makes
 * @param inputs the tables that it is made of
 * @param scope what a run replaces
 * @param feed the feed without whose files there is nothing to do; empty where it is any
 * @param build makes the output's rows of the inputs'; pure
 */
record Stage(Table output, List<Table> inputs, Scope scope, Optional<Feed> feed, Build build) {

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
    return new Stage(output, Arrays.asList(inputs), Scope.WHOLE, Optional.empty(), build);
  }

  /** A stage that makes the rows of the submissions that a run takes in. */
  static Stage perSubmission(Table output, Build build, Table... inputs) {
    return new Stage(output, Arrays.asList(inputs), Scope.SUBMISSIONS, Optional.empty(), build);
  }

  /** The same stage, for which there is something to do only where the feed has files. */
  Stage onlyFor(Feed only) {
    return new Stage(output, inputs, scope, Optional.of(only), build);
  }
}
