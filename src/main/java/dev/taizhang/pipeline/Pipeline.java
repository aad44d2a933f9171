package dev.taizhang.pipeline;

import static dev.taizhang.pipeline.Stage.atIntake;
import static dev.taizhang.pipeline.Stage.perCohort;
import static dev.taizhang.pipeline.Stage.perDate;
import static dev.taizhang.pipeline.Stage.perLedgersOfCohort;
import static dev.taizhang.pipeline.Stage.planned;
import static dev.taizhang.pipeline.Stage.whole;

import dev.taizhang.conform.EntryValues;
import dev.taizhang.conform.FileFacts;
import dev.taizhang.conform.FlagRules;
import dev.taizhang.conform.Forgotten;
import dev.taizhang.conform.RowReading;
import dev.taizhang.conform.RuleCounts;
import dev.taizhang.conform.Screening;
import dev.taizhang.history.FollowUpStates;
import dev.taizhang.history.GraduateHistory;
import dev.taizhang.history.Identities;
import dev.taizhang.history.InForce;
import dev.taizhang.history.ListsInForce;
import dev.taizhang.history.NextSlice;
import dev.taizhang.intake.MajorNameTally;
import dev.taizhang.landing.Feed;
import dev.taizhang.marts.AsOfDates;
import dev.taizhang.marts.CellCounts;
import dev.taizhang.marts.LockedRates;
import dev.taizhang.marts.OutcomeFigures;
import dev.taizhang.marts.PlacementFigures;
import dev.taizhang.marts.ReportingFigures;
import dev.taizhang.marts.Scheme;
import dev.taizhang.marts.TransitionFigures;
import dev.taizhang.pipeline.Stage.Setting;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.ExpectationResults;
import dev.taizhang.tables.Files;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.LockedFigures;
import dev.taizhang.tables.MajorNames;
import dev.taizhang.tables.OfficialFigures;
import dev.taizhang.tables.OutcomeCounts;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.Revisions;
import dev.taizhang.tables.Rows;
import dev.taizhang.tables.Runs;
import dev.taizhang.tables.SchemeRates;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Tombstones;
import dev.taizhang.tables.Transitions;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The whole flow, top to bottom. Order, diagram and data dictionary are derived from it. */
public final class Pipeline {

  /** Tables that no stage makes: {@link Receipts} and the run itself keep them. */
  private static final List<Table> KEPT_BY_RUNS =
      List.of(
          Files.TABLE,
          Submissions.TABLE,
          Decisions.TABLE,
          Tombstones.TABLE,
          Runs.TABLE,
          Lock.TABLE,
          LockedFigures.TABLE,
          Revisions.TABLE);

  /**
   * {@link Submissions#TABLE} as the input of a stage that also looks at rejected files. All other
   * stages look at accepted ones, so that a rejected file alone makes nothing anew.
   */
  static final Table EVERY_SUBMISSION =
      Submissions.TABLE.grain("One row per file content, whatever became of it.");

  /** Views, which a session defines on the tables. */
  static final List<View> VIEWS =
      List.of(
          new View(SchemeRates.TABLE, List.of(PlacementRates.TABLE), Scheme.view()),
          new View(
              OfficialFigures.TABLE,
              List.of(LockedFigures.TABLE, PlacementRates.TABLE, Decisions.TABLE),
              LockedRates.view()));

  /**
   * A view.
   *
   * @param table its contract
   * @param on the tables that it reads
   * @param select its SQL
   */
  record View(Table table, List<Table> on, String select) {

    View {
      on = List.copyOf(on);
    }
  }

  /** The stages in order: what is made of what, and how. */
  static final List<Stage> STAGES =
      Stage.inOrder(
          atIntake(Quarantine.TABLE, Rows.TABLE)
              .saidBy(Screening.class, FileFacts.class, Forgotten.class),
          entries(Feed.LEDGER),
          entries(Feed.FOLLOW_UP),
          entries(Feed.ASSISTANCE),
          atIntake(
                  ExpectationResults.TABLE,
                  Quarantine.TABLE,
                  Entries.TABLE,
                  FollowUpEntries.TABLE,
                  AssistanceEntries.TABLE)
              .saidBy(RuleCounts.class),
          atIntake(MajorNames.TABLE, Entries.TABLE)
              .saidBy(MajorNameTally.class)
              .onlyFor(Feed.LEDGER),
          perLedgersOfCohort(
                  Slices.TABLE,
                  planned(in -> slices(in.walked())),
                  Submissions.TABLE,
                  Decisions.TABLE,
                  Entries.TABLE,
                  Quarantine.TABLE)
              .saidBy(InForce.class)
              .under(Setting.HOLDING),
          matched(Feed.FOLLOW_UP, FollowUp.TABLE, FollowUpEntries.TABLE, FollowUp.class),
          matched(Feed.ASSISTANCE, Assistance.TABLE, AssistanceEntries.TABLE, Assistance.class),
          perCohort(
                  History.TABLE,
                  planned(Pipeline::history),
                  Entries.TABLE,
                  Quarantine.TABLE,
                  Slices.TABLE,
                  FollowUp.TABLE,
                  Submissions.TABLE)
              .saidBy(GraduateHistory.class, NextSlice.class, FollowUpStates.class),
          whole(AsOf.TABLE, planned(Pipeline::asOf), Slices.TABLE, Decisions.TABLE)
              .saidBy(AsOfDates.class)
              .under(Setting.THRESHOLDS),
          perCohort(
                  Cells.BY_MAJOR,
                  planned(in -> cells(in.counted(), CellCounts::byMajor)),
                  History.TABLE,
                  Slices.TABLE)
              .saidBy(CellCounts.class),
          perCohort(
                  Cells.BY_ORIGIN,
                  planned(in -> cells(in.counted(), CellCounts::byOrigin)),
                  History.TABLE,
                  Slices.TABLE)
              .saidBy(CellCounts.class),
          perDate(
                  Stage.Scope.DATES_OF_RATES,
                  PlacementRates.TABLE,
                  planned(
                      in ->
                          PlacementFigures.rates(
                              in.of(Cells.BY_MAJOR),
                              in.of(Cells.BY_ORIGIN),
                              in.of(AsOf.TABLE),
                              in.of(Entries.TABLE),
                              in.of(Slices.TABLE),
                              in.names(),
                              in.reference(),
                              in.thresholds())),
                  Cells.BY_MAJOR,
                  Cells.BY_ORIGIN,
                  AsOf.TABLE,
                  Entries.TABLE,
                  Slices.TABLE)
              .saidBy(PlacementFigures.class)
              .under(Setting.REFERENCE, Setting.THRESHOLDS),
          perDate(
                  Stage.Scope.DATES_OF_TREND,
                  PlacementTrend.TABLE,
                  planned(
                      in ->
                          PlacementFigures.trend(
                              in.of(Cells.BY_MAJOR),
                              in.of(AsOf.TABLE),
                              in.names(),
                              in.reference(),
                              in.thresholds())),
                  Cells.BY_MAJOR,
                  AsOf.TABLE)
              .saidBy(PlacementFigures.class)
              .under(Setting.REFERENCE, Setting.THRESHOLDS),
          perDate(
                  Stage.Scope.DATES_OF_RATES,
                  OutcomeCounts.TABLE,
                  planned(
                      in ->
                          OutcomeFigures.build(
                              in.of(Cells.BY_MAJOR),
                              in.of(AsOf.TABLE),
                              in.names(),
                              in.reference())),
                  Cells.BY_MAJOR,
                  AsOf.TABLE)
              .saidBy(OutcomeFigures.class)
              .under(Setting.REFERENCE),
          whole(
                  Reporting.TABLE,
                  planned(
                      in ->
                          ReportingFigures.build(
                              in.of(EVERY_SUBMISSION),
                              in.of(Slices.TABLE),
                              in.of(AsOf.TABLE),
                              in.names(),
                              in.reference(),
                              in.thresholds())),
                  EVERY_SUBMISSION,
                  Slices.TABLE,
                  AsOf.TABLE)
              .saidBy(ReportingFigures.class)
              .under(Setting.REFERENCE, Setting.THRESHOLDS),
          perDate(
                  Stage.Scope.WEEKLY_STEPS,
                  Transitions.TABLE,
                  planned(
                      in ->
                          TransitionFigures.build(
                              in.of(History.TABLE), in.of(AsOf.TABLE), in.names(), in.reference())),
                  History.TABLE,
                  AsOf.TABLE)
              .saidBy(TransitionFigures.class)
              .under(Setting.REFERENCE));

  /** All stored tables: what runs keep, then the outputs of the stages in order. */
  public static List<Table> tables() {
    return Stream.concat(KEPT_BY_RUNS.stream(), STAGES.stream().map(Stage::output)).toList();
  }

  private Pipeline() {}

  /** The entries of a feed: the rows that are not left out, with what their cells mean. */
  private static Stage entries(Feed feed) {
    return atIntake(EntryValues.valueOf(feed.name()).table(), Rows.TABLE, Quarantine.TABLE)
        .saidBy(RowReading.class, EntryValues.class, FlagRules.class)
        .onlyFor(feed);
  }

  private static Dataset<Row> slices(Inputs in) {
    return InForce.build(
        in.of(Submissions.TABLE),
        in.of(Decisions.TABLE),
        in.of(Entries.TABLE),
        in.of(Quarantine.TABLE),
        in.holding());
  }

  /** Looked at in memory: there is one slice per university, cohort and week. */
  private static Dataset<Row> asOf(Inputs in) {
    Dataset<Row> slices = in.of(Slices.TABLE);
    return slices
        .sparkSession()
        .createDataFrame(
            AsOfDates.build(
                slices.collectAsList(), in.of(Decisions.TABLE).collectAsList(), in.thresholds()),
            AsOf.TABLE.structType());
  }

  /** Two ways to the same rows: of all slices, and of the open states and one later slice. */
  private static Dataset<Row> history(Inputs in) {
    if (!in.cohorts().hasFollowed()) {
      return allSlices(in.rebuilt());
    }
    Dataset<Row> carriedOn = nextSlice(in.following());
    return in.cohorts().hasRebuilt() ? carriedOn.unionByName(allSlices(in.rebuilt())) : carriedOn;
  }

  private static Dataset<Row> allSlices(Inputs in) {
    Dataset<Row> history =
        GraduateHistory.build(in.of(Entries.TABLE), in.of(Quarantine.TABLE), in.of(Slices.TABLE));
    return in.cohorts().haveFollowUps()
        ? FollowUpStates.over(history, in.of(FollowUp.TABLE), in.of(Submissions.TABLE))
        : history;
  }

  private static Dataset<Row> nextSlice(Inputs in) {
    return NextSlice.build(
        in.of(History.TABLE), in.of(Entries.TABLE), in.of(Quarantine.TABLE), in.of(Slices.TABLE));
  }

  private static Dataset<Row> cells(Inputs in, BinaryOperator<Dataset<Row>> counts) {
    return counts.apply(in.of(History.TABLE), in.of(Slices.TABLE));
  }

  /** Looked at in memory: there are few lists. */
  private static List<ListsInForce.ListFile> accepted(Dataset<Row> submissions, Feed feed) {
    return ListsInForce.files(
        ListsInForce.inOrder(submissions, ListsInForce.isAcceptedOf(feed.id())).collectAsList());
  }

  /** A stage that finds the graduates of the lists of another feed than the ledger that count. */
  private static Stage matched(Feed feed, Table output, Table entries, Class<?> contract) {
    return whole(
            output,
            planned(
                in ->
                    Identities.matched(
                        ListsInForce.rows(in.of(entries), accepted(in.of(Submissions.TABLE), feed)),
                        in.of(Entries.TABLE),
                        in.of(Slices.TABLE),
                        output)),
            Submissions.TABLE,
            entries,
            Entries.TABLE,
            Slices.TABLE)
        .saidBy(Identities.class, ListsInForce.class, contract)
        .onlyFor(feed);
  }
}
