package dev.taizhang.flow;

import dev.taizhang.config.Thresholds;
import dev.taizhang.landing.Feed;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.TableRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
 * @param code the classes that say what the rows mean; with all that they refer to they are the
 *     stage's code
 * @param checks what must hold of the output and what it is made of
 * @param settings what of the configuration the rows depend on, and all that the build may look at
 * @param build makes the output's rows of the inputs'; pure
 */
public record Stage(
    Table output,
    List<Table> inputs,
    List<Table> after,
    Scope scope,
    Optional<Feed> feed,
    List<Class<?>> code,
    List<Check> checks,
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
  public enum Scope {
    SUBMISSIONS("the rows of the submissions taken in", Optional.empty(), false),
    LEDGERS_OF_COHORTS(
        "the rows of the cohorts whose ledgers or decisions changed; for a cohort with one"
            + " later slice, only that slice",
        Optional.empty(),
        false),
    COHORTS(
        "the rows of the cohorts whose ledgers, decisions or follow-ups changed; for a"
            + " cohort with one later slice, only what that slice changes",
        Optional.empty(),
        false),
    DATES_OF_RATES(
        "the rows of the as-of dates kept in the rates whose effective slices changed",
        Optional.of(Speaking::inRates),
        false),
    DATES_OF_TREND(
        "the rows of the as-of dates kept in the trend whose effective slices changed",
        Optional.of(Speaking::inTrend),
        false),
    DATES_OF_COURSES(
        "the rows of the as-of dates kept in the rates whose effective slices, or any before"
            + " them, changed",
        Optional.of(Speaking::inRates),
        false),
    WEEKLY_STEPS(
        "the rows of the weekly as-of dates whose effective slices, or those of the date"
            + " before, changed",
        Optional.of(one -> one.inTrend() && one.asOfKind().equals(Decisions.PLAIN)),
        true),
    SPEAKING_COHORTS(
        "the rows of the cohorts whose ledgers, decisions, follow-ups or measures changed, or for"
            + " which other slices speak at the as-of dates kept in the rates",
        Optional.of(Speaking::inRates),
        false),
    LISTS(
        "the rows of the submitters of whom other lists count, or whose lists name somebody in a"
            + " later slice",
        Optional.empty(),
        false),
    WHOLE("the whole table, if an input changed", Optional.empty(), false);

    private final String replaced;
    private final Optional<Predicate<Speaking>> dates;
    private final boolean withPrevious;

    Scope(String replaced, Optional<Predicate<Speaking>> dates, boolean withPrevious) {
      this.replaced = replaced;
      this.dates = dates;
      this.withPrevious = withPrevious;
    }

    /** What a run replaces, in words. */
    public String replaced() {
      return replaced;
    }

    /** The tables that tell what is to be replaced, and so must be there before the stage. */
    public List<Table> needed() {
      return switch (this) {
        case SUBMISSIONS, LEDGERS_OF_COHORTS, WHOLE -> List.of();
        case LISTS -> List.of(Slices.TABLE);
        case COHORTS -> List.of(Slices.TABLE, FollowUp.TABLE);
        case DATES_OF_RATES, DATES_OF_TREND, DATES_OF_COURSES, WEEKLY_STEPS ->
            List.of(AsOf.TABLE, FollowUp.TABLE);
        case SPEAKING_COHORTS -> List.of(AsOf.TABLE, FollowUp.TABLE, Assistance.TABLE);
      };
    }

    /** Which rows of {@code marts.as_of} count; empty where it is not by date. */
    public Optional<Predicate<Speaking>> dates() {
      return dates;
    }

    /** Whether a date's rows are made of all that was before it too. */
    public boolean withEverythingBefore() {
      return this == DATES_OF_COURSES;
    }

    /** Whether a date's rows are made of the date before it too. */
    public boolean withPrevious() {
      return withPrevious;
    }
  }

  /** Makes rows of rows. */
  @FunctionalInterface
  interface Build {
    TableRows apply(Inputs inputs);
  }

  /** Makes rows of rows, planned by Spark. */
  @FunctionalInterface
  interface Plan {
    Dataset<Row> apply(Inputs inputs);
  }

  public Stage {
    inputs = List.copyOf(inputs);
    code = List.copyOf(code);
    checks = List.copyOf(checks);
    settings = Set.copyOf(settings);
    after = List.copyOf(after);
  }

  /** A build whose rows Spark plans. */
  public static Build planned(Plan plan) {
    return inputs -> TableRows.of(plan.apply(inputs));
  }

  /** A stage that makes the whole table anew from these inputs. */
  public static Stage whole(Table output, Build build, Table... inputs) {
    return of(output, Scope.WHOLE, build, inputs);
  }

  /** What makes rows while files are read, which no stage carries out. */
  private static final Build AT_INTAKE =
      in -> {
        throw new IllegalStateException("These rows are made while files are read");
      };

  /**
   * A table that is made at intake: of the submissions that a run takes in, while their files are
   * read. It stands among the stages so that the whole flow is one list.
   */
  public static Stage atIntake(Table output, Table... inputs) {
    return of(output, Scope.SUBMISSIONS, AT_INTAKE, inputs);
  }

  /** A stage that makes the rows of the cohorts whose ledgers changed. */
  public static Stage perLedgersOfCohort(Table output, Build build, Table... inputs) {
    return of(output, Scope.LEDGERS_OF_COHORTS, build, inputs);
  }

  /** A stage that makes the rows of the cohorts whose ledgers or findings changed. */
  public static Stage perCohort(Table output, Build build, Table... inputs) {
    return of(output, Scope.COHORTS, build, inputs);
  }

  /**
   * A stage that counts what is known of a cohort at as-of dates, of that cohort's rows alone, for
   * the cohorts of which something else is known.
   */
  public static Stage perSpeakingCohort(Table output, Build build, Table... inputs) {
    return of(output, Scope.SPEAKING_COHORTS, build, inputs);
  }

  /** A stage that looks up the rows of lists in the ledgers. */
  public static Stage perList(Table output, Build build, Table... inputs) {
    return of(output, Scope.LISTS, build, inputs);
  }

  /** A stage that makes the figures of the as-of dates on which something else is told. */
  public static Stage perDate(Scope which, Table output, Build build, Table... inputs) {
    return of(output, which, build, inputs);
  }

  private static Stage of(Table output, Scope scope, Build build, Table... inputs) {
    return new Stage(
        output,
        Arrays.asList(inputs),
        List.of(),
        scope,
        Optional.empty(),
        List.of(),
        List.of(),
        Set.of(),
        build);
  }

  /** The same stage, for which there is something to do only where the feed has files. */
  public Stage onlyFor(Feed only) {
    return new Stage(
        output, inputs, after, scope, Optional.of(only), code, checks, settings, build);
  }

  /** The same stage, whose rows are what these classes say. */
  public Stage saidBy(Class<?>... classes) {
    return new Stage(
        output, inputs, after, scope, feed, Arrays.asList(classes), checks, settings, build);
  }

  /** The same stage, of whose output this must hold. */
  public Stage checkedBy(List<Check> some) {
    return new Stage(output, inputs, after, scope, feed, code, some, settings, build);
  }

  /** The same stage, whose rows depend on these parts of the configuration. */
  public Stage under(Setting... some) {
    return new Stage(output, inputs, after, scope, feed, code, checks, Set.of(some), build);
  }

  /**
   * The output's rows.
   *
   * @param inputs from which the build gets no more of the configuration than the stage says
   */
  public TableRows rows(Inputs inputs) {
    return build.apply(scope == Scope.SUBMISSIONS ? inputs : inputs.under(settings));
  }

  /**
   * Whatever the rows depend on besides the inputs, as a short text: code and configuration. Files
   * are read under a configuration of their own, which each submission keeps.
   */
  public String version(ReferenceData reference, Thresholds thresholds) {
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

  /** The same stage, which waits for these tables too. */
  public Stage after(Table... more) {
    return new Stage(
        output,
        inputs,
        Stream.concat(after.stream(), Arrays.stream(more)).toList(),
        scope,
        feed,
        code,
        checks,
        settings,
        build);
  }

  /** The tables that must be there before it, as it declares them. */
  public List<Table> declared() {
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
  public static List<Stage> inOrder(Stage... stages) {
    Set<Table> outputs = Arrays.stream(stages).map(Stage::output).collect(Collectors.toSet());
    Map<Table, Set<Table>> before = new HashMap<>();
    for (Stage stage : stages) {
      Set<Table> all = new HashSet<>();
      for (Table table : stage.declared()) {
        if (outputs.contains(table) && !before.containsKey(table)) {
          throw new IllegalArgumentException(
              "%s comes before %s, which it is made from or has to follow"
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
