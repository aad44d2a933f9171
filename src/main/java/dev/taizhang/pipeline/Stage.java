package dev.taizhang.pipeline;

import dev.taizhang.landing.Feed;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One step of the flow.
 *
 * @param output the table that it makes
 * @param inputs the tables that it is made of
 * @param after tables that must be there before it, although it is not made of them
 * @param scope what a run replaces
 * @param feed the feed without whose files there is nothing to do; empty where it is any
 * @param build makes the output's rows of the inputs'; pure
 */
record Stage(
    Table output,
    List<Table> inputs,
    List<Table> after,
    Scope scope,
    Optional<Feed> feed,
    Build build) {

  /** What a run of a stage replaces. */
  enum Scope {
    /** The rows of the submissions that the run takes in. */
    SUBMISSIONS,
    /** The rows of the cohorts whose ledgers changed. */
    LEDGERS_OF_COHORTS,
    /** The rows of the cohorts whose ledgers, or what follow-up lists say of them, changed. */
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

    /** The tables that tell what is to be replaced, and so must be there before the stage. */
    List<Table> needed() {
      return switch (this) {
        case SUBMISSIONS, LEDGERS_OF_COHORTS, WHOLE -> List.of();
        case COHORTS -> List.of(Slices.TABLE, FollowUp.TABLE);
        case DATES_OF_RATES, DATES_OF_TREND, WEEKLY_STEPS -> List.of(AsOf.TABLE, FollowUp.TABLE);
      };
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
    after = List.copyOf(after);
  }

  private static Stage of(Scope scope, Table output, Build build, Table... inputs) {
    return new Stage(output, Arrays.asList(inputs), List.of(), scope, Optional.empty(), build);
  }

  /** A stage that makes the whole table anew from these inputs. */
  static Stage whole(Table output, Build build, Table... inputs) {
    return of(Scope.WHOLE, output, build, inputs);
  }

  /** A stage that makes the rows of the submissions that a run takes in. */
  static Stage perSubmission(Table output, Build build, Table... inputs) {
    return of(Scope.SUBMISSIONS, output, build, inputs);
  }

  /** A stage that makes the rows of the cohorts whose ledgers changed. */
  static Stage perLedgersOfCohort(Table output, Build build, Table... inputs) {
    return of(Scope.LEDGERS_OF_COHORTS, output, build, inputs);
  }

  /** A stage that makes the rows of the cohorts whose ledgers or findings changed. */
  static Stage perCohort(Table output, Build build, Table... inputs) {
    return of(Scope.COHORTS, output, build, inputs);
  }

  /** A stage that makes the figures of the as-of dates on which something else is told. */
  static Stage perDate(Scope which, Table output, Build build, Table... inputs) {
    return of(which, output, build, inputs);
  }

  /** The same stage, for which there is something to do only where the feed has files. */
  Stage onlyFor(Feed only) {
    return new Stage(output, inputs, after, scope, Optional.of(only), build);
  }

  /** The same stage, which waits for these tables too. */
  Stage after(Table... more) {
    return new Stage(
        output,
        inputs,
        Stream.concat(after.stream(), Arrays.stream(more)).toList(),
        scope,
        feed,
        build);
  }

  /** The tables that must be there before it, as it declares them. */
  List<Table> declared() {
    return Stream.concat(inputs.stream(), after.stream()).toList();
  }

  /**
   * The same stages, each after what it declares and what its scope needs. A table that is needed
   * is declared where the stage or one that it comes after declares it: that alone makes it wait,
   * since stages of one list run at the same time.
   *
   * @throws IllegalArgumentException when a stage comes before what it declares, or does not
   *     declare what tells which rows it replaces
   */
  static List<Stage> inOrder(Stage... stages) {
    Set<Table> outputs = Arrays.stream(stages).map(Stage::output).collect(Collectors.toSet());
    Map<Table, Set<Table>> before = new HashMap<>();
    for (Stage stage : stages) {
      Set<Table> all = new HashSet<>();
      for (Table table : stage.declared()) {
        if (outputs.contains(table) && !before.containsKey(table)) {
          throw new IllegalArgumentException(
              "%s stands before %s, which it is made of or comes after"
                  .formatted(stage.output().name(), table.name()));
        }
        all.add(table);
        all.addAll(before.getOrDefault(table, Set.of()));
      }
      for (Table needed : stage.scope().needed()) {
        if (!all.contains(needed)) {
          throw new IllegalArgumentException(
              "%s may be made before %s, which tells the rows to make (%s). What to do: declare it with after(…)"
                  .formatted(stage.output().name(), needed.name(), stage.scope()));
        }
      }
      before.put(stage.output(), all);
    }
    return List.of(stages);
  }
}
