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
    /** The rows of the cohorts whose files changed. */
    COHORTS,
    /** The as-of dates, of those that the rates keep, on which something else is told. */
    DATES_OF_RATES("in_rates", false),
    /** The as-of dates, of those that the trend keeps, on which something else is told. */
    DATES_OF_TREND("in_trend", false),
    /** The weekly as-of dates on which, or on the one before which, something else is told. */
    WEEKLY_STEPS("in_trend AND as_of_kind = 'plain'", true),
    /** All rows. */
    WHOLE;

    private final Optional<String> dates;
    private final boolean withPrevious;

    Scope() {
      this.dates = Optional.empty();
      this.withPrevious = false;
    }

    Scope(String dates, boolean withPrevious) {
      this.dates = Optional.of(dates);
      this.withPrevious = withPrevious;
    }

    /** Condition of the rows of {@code marts.as_of} that count; empty where it is not by date. */
    Optional<String> dates() {
      return dates;
    }

    /** Whether a date's rows are made of the date before it too. */
    boolean withPrevious() {
      return withPrevious;
    }
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

  /** A stage that makes the rows of the cohorts whose files changed. */
  static Stage perCohort(Table output, Build build, Table... inputs) {
    return new Stage(output, Arrays.asList(inputs), Scope.COHORTS, Optional.empty(), build);
  }

  /** A stage that makes the figures of the as-of dates on which something else is told. */
  static Stage perDate(Scope which, Table output, Build build, Table... inputs) {
    return new Stage(output, Arrays.asList(inputs), which, Optional.empty(), build);
  }

  /** The same stage, for which there is something to do only where the feed has files. */
  Stage onlyFor(Feed only) {
    return new Stage(output, inputs, scope, Optional.of(only), build);
  }
}
