package dev.taizhang.flow;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import dev.taizhang.config.Thresholds;
import dev.taizhang.conform.EntryValues;
import dev.taizhang.flow.change.Cohort;
import dev.taizhang.flow.change.CohortFiles;
import dev.taizhang.flow.change.SpeakingCohorts;
import dev.taizhang.flow.change.Touched;
import dev.taizhang.flow.change.TouchedCohorts;
import dev.taizhang.flow.change.TouchedDates;
import dev.taizhang.flow.change.TouchedLists;
import dev.taizhang.history.Identities;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.History;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Stamp;
import dev.taizhang.warehouse.TableRows;
import dev.taizhang.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries stages out: skips what is made of the same as before, starts each stage when its inputs
 * are done, and writes one line per stage.
 */
public final class Runner {

  private static final Logger LOGGER = LoggerFactory.getLogger(Runner.class);
  // Small stages spend their time in planning and commits, where two at a time cost hardly more.
  private static final int STAGES_AT_ONCE = 2;

  /** The part of a stamp that all parts depend on: code and configuration. */
  private static final String VERSION = "version";

  private final Warehouse warehouse;
  private final Inputs inputs;
  private final Map<Table, String> versions;

  /**
   * A runner.
   *
   * @param warehouse where outputs go
   * @param inputs where inputs come from, and the configuration
   */
  public Runner(Warehouse warehouse, Inputs inputs) {
    this.warehouse = warehouse;
    this.inputs = inputs.knowing(new KnownRecords(inputs.small(), warehouse::commits));
    this.versions = versions(Pipeline.STAGES, inputs.reference(), inputs.thresholds());
  }

  /**
   * What the rows of each stage depend on besides what came in: the code and configuration of the
   * stage and of all stages before it that its inputs are made by.
   *
   * @param stages in an order in which inputs come first
   */
  public static Map<Table, String> versions(
      List<Stage> stages, ReferenceData reference, Thresholds thresholds) {
    Map<Table, String> versions = new LinkedHashMap<>();
    for (Stage stage : stages) {
      Stream<String> before = stage.inputs().stream().map(versions::get).filter(Objects::nonNull);
      versions.put(
          stage.output(),
          Fingerprint.of(
                  Stream.concat(Stream.of(stage.version(reference, thresholds)), before)
                      .toArray(String[]::new))
              .substring(0, 16));
    }
    return versions;
  }

  /** Whether tables are there that another configuration or other code has made. */
  public boolean isOfOtherSettings() {
    return versions.entrySet().stream()
        .anyMatch(
            version ->
                warehouse
                    .stamp(version.getKey())
                    .map(stamp -> stamp.parts().get(VERSION))
                    .filter(made -> !made.equals(version.getValue()))
                    .isPresent());
  }

  /**
   * Brings tables up to date.
   *
   * @param stages in an order in which inputs come first
   * @param sources stamps of the tables that no stage of these makes
   * @param files what each cohort is made of
   */
  public void bringUpToDate(List<Stage> stages, Map<Table, String> sources, CohortFiles files) {
    Map<Table, String> stamps = stamps(stages, sources);
    Map<Table, CompletableFuture<Void>> done = new HashMap<>();
    Completed completed = new Completed(files);
    Inputs all = inputs.sharing(new Shared());
    ExecutorService workers = Executors.newFixedThreadPool(STAGES_AT_ONCE);
    try {
      for (Stage stage : stages) {
        CompletableFuture<?>[] before =
            stage.declared().stream()
                .map(done::get)
                .filter(input -> input != null)
                .toArray(CompletableFuture<?>[]::new);
        done.put(
            stage.output(),
            CompletableFuture.allOf(before)
                .thenRunAsync(
                    () ->
                        bringUpToDate(
                            stage,
                            declared(stage, all),
                            stamps.get(stage.output()),
                            stage.scope().needed().contains(FollowUp.TABLE)
                                ? completed::files
                                : () -> files),
                    workers));
        if (stage.output().equals(FollowUp.TABLE)) {
          completed.comeAfter(done.get(FollowUp.TABLE));
        }
      }
      CompletableFuture.allOf(done.values().toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      workers.shutdown();
    }
  }

  /** What cohorts are made of together with what follow-up lists say, once those are matched. */
  private final class Completed {

    private final CohortFiles files;
    private Optional<CompletableFuture<?>> matching = Optional.empty();
    private Optional<CohortFiles> completed = Optional.empty();

    Completed(CohortFiles files) {
      this.files = files;
    }

    synchronized void comeAfter(CompletableFuture<?> stage) {
      matching = Optional.of(stage);
    }

    /**
     * Looks once. Only stages ask whose scope needs the matching, and which {@link Stage#inOrder}
     * therefore has declare it: one that asks before would find what an earlier run matched.
     */
    synchronized CohortFiles files() {
      if (matching.filter(stage -> !stage.isDone()).isPresent()) {
        throw new IllegalStateException(FollowUp.TABLE.name() + " is not made yet");
      }
      if (completed.isEmpty()) {
        completed = Optional.of(matching.isPresent() ? files.withFollowUps(followUps()) : files);
      }
      return completed.get();
    }
  }

  /**
   * What the matched rows of follow-up lists say, and which of their lists came after which, by
   * cohort, as short texts.
   */
  private Map<Cohort, String> followUps() {
    String arrival = "arrival";
    Dataset<Row> arrivals =
        inputs
            .of(Submissions.TABLE)
            .select(Submissions.SUBMISSION_ID.column(), Submissions.arrival().as(arrival));
    return said(
        inputs
            .of(FollowUp.TABLE)
            .join(broadcast(arrivals), Submissions.SUBMISSION_ID.name(), "inner"));
  }

  /** What rows say of the graduates whom they were matched with, by cohort, as short texts. */
  private static Map<Cohort, String> said(Dataset<Row> matched) {
    Column row =
        xxhash64(Arrays.stream(matched.columns()).map(matched::col).toArray(Column[]::new));
    return matched
        .filter(History.GRADUATE_ID.column().isNotNull())
        .groupBy(History.UNIVERSITY_CODE.column(), History.GRADUATION_YEAR.column())
        .agg(count(lit(1)), bit_xor(row))
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(Cohort::of, found -> found.getLong(2) + ":" + found.getLong(3)));
  }

  /** What each output is made of, as a stamp: its own name, code, configuration, inputs' stamps. */
  private Map<Table, String> stamps(List<Stage> stages, Map<Table, String> sources) {
    Map<Table, String> stamps = new HashMap<>(sources);
    for (Stage stage : stages) {
      List<String> parts =
          new ArrayList<>(List.of(stage.output().name(), versions.get(stage.output())));
      for (Table input : stage.inputs()) {
        parts.add(
            Optional.ofNullable(stamps.get(input))
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            stage.output().name() + " comes before its input " + input.name())));
      }
      stamps.put(stage.output(), Fingerprint.of(parts.toArray(String[]::new)));
    }
    return stamps;
  }

  private void bringUpToDate(
      Stage stage, Inputs declared, String text, Supplier<CohortFiles> files) {
    Table table = stage.output();
    Optional<Stamp> known = warehouse.stamp(table);
    if (known.map(Stamp::text).equals(Optional.of(text))) {
      LOGGER.info("{}: unchanged, version {}", table.name(), warehouse.version(table));
    } else if (stage.scope() == Stage.Scope.WHOLE) {
      Instant start = Instant.now();
      long rows = warehouse.replace(table, stage.rows(declared), stamp(stage, text, Map.of()));
      report(table, rows, start, "");
    } else if (stage.scope() == Stage.Scope.LISTS) {
      TouchedLists touched =
          TouchedLists.of(
              stage.feed().orElseThrow(),
              inputs.records(Submissions.RECORDS),
              inputs.records(Slices.RECORDS),
              marks(stage, known),
              (lists, ledgers) -> naming(stage, lists, ledgers));
      bringUpToDate(stage, text, touched, declared.of(touched));
    } else if (stage.scope() == Stage.Scope.SPEAKING_COHORTS) {
      SpeakingCohorts touched =
          SpeakingCohorts.of(
              inputs.records(AsOf.RECORDS),
              stage.scope(),
              files.get(),
              said(inputs.of(Assistance.TABLE)),
              marks(stage, known));
      bringUpToDate(stage, text, touched, declared.of(touched));
    } else if (stage.scope().dates().isPresent()) {
      TouchedDates touched =
          TouchedDates.of(
              inputs.records(AsOf.RECORDS), stage.scope(), files.get(), marks(stage, known));
      bringUpToDate(
          stage,
          text,
          touched,
          declared.reading(of -> touched.needed(of, declared.of(of))).touching(touched));
    } else {
      TouchedCohorts touched =
          TouchedCohorts.of(files.get(), marks(stage, known))
              .among(inputs.records(Slices.RECORDS), stage.scope().needed().contains(Slices.TABLE));
      bringUpToDate(stage, text, touched, declared.touching(touched));
    }
  }

  /** The lists that may name somebody whom ledgers have, of those that a stage looks up. */
  private Set<String> naming(Stage stage, Set<String> lists, Set<String> ledgers) {
    Column submission = Submissions.SUBMISSION_ID.column();
    Table rows = EntryValues.valueOf(stage.feed().orElseThrow().name()).table();
    return Identities.naming(
        inputs.of(rows).filter(submission.isin(lists.toArray())),
        inputs.of(Entries.TABLE).filter(submission.isin(ledgers.toArray())));
  }

  /**
   * What a stage may read: what it is made of, which is there before it, and its own output of the
   * run before.
   */
  private static Inputs declared(Stage stage, Inputs all) {
    return all.reading(
            table -> {
              requireDeclared(stage, table);
              return all.of(table);
            })
        .knowing(
            new Inputs.Small() {
              @Override
              public <R extends Record> List<R> records(RecordType<R> type) {
                requireDeclared(stage, type.table());
                return all.records(type);
              }
            });
  }

  private static void requireDeclared(Stage stage, Table table) {
    if (!stage.inputs().contains(table) && !stage.output().equals(table)) {
      throw new IllegalStateException(
          "%s reads %s, which is not among its inputs"
              .formatted(stage.output().name(), table.name()));
    }
  }

  private void bringUpToDate(Stage stage, String text, Touched touched, Inputs in) {
    Table table = stage.output();
    if (touched.isEmpty()) {
      LOGGER.info("{}: nothing touched, version {}", table.name(), warehouse.version(table));
      return;
    }
    Instant start = Instant.now();
    TableRows rows = stage.rows(in);
    Stamp stamp = stamp(stage, text, touched.marks());
    long written =
        touched.isEverything()
            ? warehouse.replace(table, rows, stamp)
            : warehouse.replaceWhere(
                table, rows, touched.replaced(table), touched.written(table), stamp);
    report(table, written, start, ", " + touched.summary());
  }

  /** What the parts of a table were made of, where the code and configuration were the same. */
  private Map<String, String> marks(Stage stage, Optional<Stamp> known) {
    Map<String, String> marks = new HashMap<>(known.map(Stamp::parts).orElse(Map.of()));
    String made = marks.remove(VERSION);
    return versions.get(stage.output()).equals(made) ? marks : Map.of();
  }

  private Stamp stamp(Stage stage, String text, Map<String, String> marks) {
    Map<String, String> parts = new HashMap<>(marks);
    parts.put(VERSION, versions.get(stage.output()));
    return new Stamp(text, parts);
  }

  private void report(Table table, long rows, Instant start, String what) {
    LOGGER.info(
        "{}: {} rows{}, {} s, version {}",
        table.name(),
        rows,
        what,
        seconds(start),
        warehouse.version(table));
  }

  /** Seconds since then, to one decimal, as every line of the log gives them. */
  public static String seconds(Instant start) {
    return "%.1f".formatted(Duration.between(start, Instant.now()).toMillis() / 1000.0);
  }
}
