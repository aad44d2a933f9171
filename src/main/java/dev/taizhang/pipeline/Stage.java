package dev.taizhang.pipeline;

import dev.taizhang.config.Thresholds;
import dev.taizhang.landing.Feed;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One step of the flow.
 *
 * @param output the table that it makes
 * @param inputs the tables that it is made of
 * @param scope what a run replaces
 * @param feed the feed without whose files there is nothing to do; empty where it is any
 * @param code the classes that say what the rows mean; with all that they refer to they are the
 *     stage's code
 * @param settings what of the configuration the rows depend on, and all that the build may look at
 * @param build makes the output's rows of the inputs'; pure
 */
record Stage(
    Table output,
    List<Table> inputs,
    Scope scope,
    Optional<Feed> feed,
    List<Class<?>> code,
    Set<Setting> settings,
    Build build) {

  /** A part of the configuration. */
  enum Setting {
    /** The reference data: code lists, names, the roster. */
    REFERENCE,
    /** From where on a slice is taken for a mistake. */
    HOLDING,
    /** The thresholds, those of holding among them. */
    THRESHOLDS
  }

  /** What a run of a stage replaces. */
  enum Scope {
    SUBMISSIONS("the rows of the submissions taken in", Optional.empty(), false),
    COHORTS(
        "the rows of the cohorts whose files or decisions changed; of a cohort with one later slice"
            + " only what that slice changes",
        Optional.empty(),
        false),
    DATES_OF_RATES(
        "the rows of the as-of dates, among those that the rates keep, on which another slice speaks",
        Optional.of("in_rates"),
        false),
    DATES_OF_TREND(
        "the rows of the as-of dates, among those that the trend keeps, on which another slice"
            + " speaks",
        Optional.of("in_trend"),
        false),
    WEEKLY_STEPS(
        "the rows of the weekly as-of dates on which, or on the one before which, another slice"
            + " speaks",
        Optional.of("in_trend AND as_of_kind = 'plain'"),
        true),
    WHOLE("the table, when an input changed", Optional.empty(), false);

    private final String replaced;
    private final Optional<String> dates;
    private final boolean withPrevious;

    Scope(String replaced, Optional<String> dates, boolean withPrevious) {
      this.replaced = replaced;
      this.dates = dates;
      this.withPrevious = withPrevious;
    }

    /** What a run replaces, in words. */
    String replaced() {
      return replaced;
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
    code = List.copyOf(code);
    settings = Set.copyOf(settings);
  }

  /** A stage that makes the whole table anew from these inputs. */
  static Stage whole(Table output, Build build, Table... inputs) {
    return of(output, Scope.WHOLE, build, inputs);
  }

  /** A stage that makes the rows of the submissions that a run takes in. */
  static Stage perSubmission(Table output, Build build, Table... inputs) {
    return of(output, Scope.SUBMISSIONS, build, inputs);
  }

  /** A stage that makes the rows of the cohorts whose files changed. */
  static Stage perCohort(Table output, Build build, Table... inputs) {
    return of(output, Scope.COHORTS, build, inputs);
  }

  /** A stage that makes the figures of the as-of dates on which something else is told. */
  static Stage perDate(Scope which, Table output, Build build, Table... inputs) {
    return of(output, which, build, inputs);
  }

  private static Stage of(Table output, Scope scope, Build build, Table... inputs) {
    return new Stage(
        output, Arrays.asList(inputs), scope, Optional.empty(), List.of(), Set.of(), build);
  }

  /** The same stage, for which there is something to do only where the feed has files. */
  Stage onlyFor(Feed only) {
    return new Stage(output, inputs, scope, Optional.of(only), code, settings, build);
  }

  /** The same stage, whose rows are what these classes say. */
  Stage saidBy(Class<?>... classes) {
    return new Stage(output, inputs, scope, feed, Arrays.asList(classes), settings, build);
  }

  /** The same stage, whose rows depend on these parts of the configuration. */
  Stage under(Setting... some) {
    return new Stage(output, inputs, scope, feed, code, Set.of(some), build);
  }

  /**
   * The output's rows.
   *
   * @param inputs from which the build gets no more of the configuration than the stage says
   */
  Dataset<Row> rows(Inputs inputs) {
    return build.apply(scope == Scope.SUBMISSIONS ? inputs : inputs.under(settings));
  }

  /**
   * Whatever the rows depend on besides the inputs, as a short text: code and configuration. Files
   * are read under a configuration of their own, which each submission keeps.
   */
  String version(ReferenceData reference, Thresholds thresholds) {
    List<String> parts = new ArrayList<>(List.of(CodeVersion.of(code)));
    for (Setting setting : settings.stream().sorted().toList()) {
      parts.add(
          switch (setting) {
            case REFERENCE -> reference.fingerprint();
            case HOLDING -> thresholds.holding().toString();
            case THRESHOLDS -> thresholds.toString();
          });
    }
    return Fingerprint.of(parts.toArray(String[]::new)).substring(0, 16);
  }
}
