package dev.taizhang.flow;

import static dev.taizhang.flow.Stage.atIntake;
import static dev.taizhang.flow.Stage.perCohort;
import static dev.taizhang.flow.Stage.perDate;
import static dev.taizhang.flow.Stage.perLedgersOfCohort;
import static dev.taizhang.flow.Stage.perList;
import static dev.taizhang.flow.Stage.whole;

import dev.taizhang.cells.Breakdown;
import dev.taizhang.cells.CellChecks;
import dev.taizhang.cells.CellCounts;
import dev.taizhang.cells.MovementFigures;
import dev.taizhang.conform.EntryValues;
import dev.taizhang.conform.FileFacts;
import dev.taizhang.conform.FlagRules;
import dev.taizhang.conform.Forgotten;
import dev.taizhang.conform.RowReading;
import dev.taizhang.conform.RuleCounts;
import dev.taizhang.conform.Screening;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.figures.assistance.HelpChecks;
import dev.taizhang.figures.campaign.CampaignChecks;
import dev.taizhang.figures.gaps.GapChecks;
import dev.taizhang.figures.movement.MovementChecks;
import dev.taizhang.figures.movement.MovementCounts;
import dev.taizhang.figures.movement.WeeklySteps;
import dev.taizhang.figures.rates.OutcomeChecks;
import dev.taizhang.figures.rates.RateChecks;
import dev.taizhang.figures.rates.TrendChecks;
import dev.taizhang.figures.reporting.ReportingChecks;
import dev.taizhang.figures.reporting.ReportingFigures;
import dev.taizhang.figures.survival.TimeChecks;
import dev.taizhang.flow.Stage.Setting;
import dev.taizhang.history.CohortSlices;
import dev.taizhang.history.HistoryChecks;
import dev.taizhang.history.Identities;
import dev.taizhang.history.InForce;
import dev.taizhang.history.LedgerHistory;
import dev.taizhang.history.SliceCounts;
import dev.taizhang.intake.IntakeChecks;
import dev.taizhang.intake.MajorNameTally;
import dev.taizhang.landing.Feed;
import dev.taizhang.marts.LockedRates;
import dev.taizhang.marts.Scheme;
import dev.taizhang.slices.AsOfDates;
import dev.taizhang.slices.ListsInForce;
import dev.taizhang.slices.SliceChecks;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Check;
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
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.ReleasePeople;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.Revisions;
import dev.taizhang.tables.Rows;
import dev.taizhang.tables.Runs;
import dev.taizhang.tables.SchemeRates;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Tombstones;
import dev.taizhang.tables.Transitions;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import dev.taizhang.tables.published.ReleaseChecks;
import dev.taizhang.warehouse.TableRows;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The whole flow, top to bottom. Order, diagram and data dictionary are derived from it. */
public final class Pipeline {

  /**
   * Tables that no stage makes: the register of submissions, recorded decisions and the run itself
   * keep them.
   */
  private static final List<Kept> KEPT_BY_RUNS =
      List.of(
          new Kept(Files.TABLE, List.of()),
          new Kept(Submissions.TABLE, IntakeChecks.SUBMISSIONS),
          new Kept(Decisions.TABLE, List.of()),
          new Kept(Tombstones.TABLE, List.of()),
          new Kept(Runs.TABLE, List.of()),
          new Kept(Lock.TABLE, List.of()),
          new Kept(LockedFigures.TABLE, LockedRates.CHECKS),
          new Kept(Revisions.TABLE, List.of()),
          new Kept(Releases.TABLE, ReleaseChecks.CHECKS),
          new Kept(ReleasePeople.TABLE, List.of()));

  /**
   * A table that no stage makes.
   *
   * @param table its contract
   * @param checks what must hold of it and of what is made with it
   */
  private record Kept(Table table, List<Check> checks) {}

  /**
   * {@link Submissions#TABLE} as the input of a stage that also looks at rejected files. All other
   * stages look at accepted ones, so that a rejected file alone makes nothing anew.
   */
  public static final Table EVERY_SUBMISSION =
      Submissions.TABLE.grain("One row per file content, whether accepted or not.");

  /** Views, which a session defines on the tables. */
  public static final List<View> VIEWS =
      List.of(
          new View(SchemeRates.TABLE, List.of(PlacementRates.TABLE), Scheme.view(), Scheme.CHECKS),
          new View(
              OfficialFigures.TABLE,
              List.of(LockedFigures.TABLE, PlacementRates.TABLE, Decisions.TABLE),
              LockedRates.view(),
              List.of()));

  /**
   * A view.
   *
   * @param table its contract
   * @param on the tables that it reads
   * @param select its SQL
   * @param checks what must hold of it and of what it reads
   */
  public record View(Table table, List<Table> on, String select, List<Check> checks) {

    public View {
      on = List.copyOf(on);
      checks = List.copyOf(checks);
    }
  }

  /** The stages in order: what is made of what, and how. */
  public static final List<Stage> STAGES =
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
              .saidBy(RuleCounts.class)
              .checkedBy(IntakeChecks.EXPECTATION_RESULTS),
          atIntake(MajorNames.TABLE, Entries.TABLE)
              .saidBy(MajorNameTally.class)
              .checkedBy(IntakeChecks.MAJOR_NAMES)
              .onlyFor(Feed.LEDGER),
          perLedgersOfCohort(
                  Slices.TABLE,
                  Pipeline::slices,
                  Submissions.TABLE,
                  Decisions.TABLE,
                  Entries.TABLE,
                  Quarantine.TABLE)
              .saidBy(InForce.class)
              .checkedBy(SliceChecks.CHECKS)
              .under(Setting.HOLDING),
          matched(Feed.FOLLOW_UP, FollowUp.TABLE, FollowUpEntries.TABLE, FollowUp.class),
          matched(Feed.ASSISTANCE, Assistance.TABLE, AssistanceEntries.TABLE, Assistance.class)
              .checkedBy(HistoryChecks.MATCHED),
          perCohort(
                  History.TABLE,
                  Pipeline::history,
                  Entries.TABLE,
                  Quarantine.TABLE,
                  Slices.TABLE,
                  FollowUp.TABLE,
                  Submissions.TABLE)
              .saidBy(LedgerHistory.class, CohortSlices.class, SliceCounts.class)
              .checkedBy(HistoryChecks.HISTORY),
          whole(AsOf.TABLE, Pipeline::asOf, Slices.TABLE, Decisions.TABLE)
              .saidBy(AsOfDates.class)
              .under(Setting.THRESHOLDS),
          perCohort(
                  Cells.BY_MAJOR, in -> cells(Breakdown.BY_MAJOR, in), History.TABLE, Slices.TABLE)
              .saidBy(CellCounts.class, Breakdown.class),
          perCohort(
                  Cells.BY_ORIGIN,
                  in -> cells(Breakdown.BY_ORIGIN, in),
                  History.TABLE,
                  Slices.TABLE)
              .saidBy(CellCounts.class, Breakdown.class)
              .checkedBy(CellChecks.CHECKS),
          RateStages.RATES.checkedBy(RateChecks.CHECKS),
          RateStages.TREND.checkedBy(TrendChecks.CHECKS),
          RateStages.OUTCOMES.checkedBy(OutcomeChecks.CHECKS),
          RateStages.GAPS.checkedBy(GapChecks.CHECKS),
          RateStages.CONTRIBUTIONS.checkedBy(GapChecks.CONTRIBUTIONS),
          CourseStages.TIME_TO_PLACEMENT.checkedBy(TimeChecks.CHECKS),
          CourseStages.MEDIAN_TIME_TO_PLACEMENT.checkedBy(TimeChecks.MEDIANS),
          CourseStages.CAMPAIGN.checkedBy(CampaignChecks.CHECKS),
          CourseStages.UNPLACED_TWO_YEARS.checkedBy(CampaignChecks.UNPLACED_TWO_YEARS),
          HelpStages.CELLS,
          HelpStages.COVERAGE.checkedBy(HelpChecks.COVERAGE),
          HelpStages.FUNNEL.checkedBy(HelpChecks.FUNNEL),
          HelpStages.DECLINED.checkedBy(HelpChecks.DECLINED),
          HelpStages.TRAINING.checkedBy(HelpChecks.TRAINING),
          HelpStages.PLANS.checkedBy(HelpChecks.PLANS),
          whole(Reporting.TABLE, Pipeline::reporting, EVERY_SUBMISSION, Slices.TABLE, AsOf.TABLE)
              .saidBy(ReportingFigures.class)
              .checkedBy(ReportingChecks.CHECKS)
              .under(Setting.REFERENCE, Setting.THRESHOLDS),
          perDate(
                  Stage.Scope.WEEKLY_STEPS,
                  Transitions.TABLE,
                  Pipeline::transitions,
                  History.TABLE,
                  AsOf.TABLE)
              .saidBy(MovementFigures.class, HardshipGroups.class)
              .checkedBy(MovementChecks.CHECKS)
              .under(Setting.REFERENCE));

  /** All stored tables: what runs keep, the outputs of the stages in order, and what leaves. */
  public static List<Table> tables() {
    return Stream.of(
            KEPT_BY_RUNS.stream().map(Kept::table),
            STAGES.stream().map(Stage::output),
            PublishedTables.ALL.stream().map(PublishedTable::table))
        .flatMap(Function.identity())
        .toList();
  }

  /** Whether releases alone write it, so that it says nothing of what a run has to do. */
  public static boolean isOfReleases(Table table) {
    return table.schemaName().equals(Releases.TABLE.schemaName())
        || table.equals(ReleasePeople.TABLE);
  }

  /** What must hold of tables together, as it is declared with each of them, in the same order. */
  public static List<Check> checks() {
    return Stream.of(
            KEPT_BY_RUNS.stream().map(Kept::checks),
            STAGES.stream().map(Stage::checks),
            VIEWS.stream().map(View::checks))
        .flatMap(Function.identity())
        .flatMap(List::stream)
        .toList();
  }

  /** What must hold of some tables, as it is declared with the stages that make them. */
  public static List<Check> checksOf(Collection<Table> some) {
    return STAGES.stream()
        .filter(stage -> some.contains(stage.output()))
        .flatMap(stage -> stage.checks().stream())
        .toList();
  }

  private Pipeline() {}

  /** The entries of a feed: the rows that are not left out, with what their cells mean. */
  private static Stage entries(Feed feed) {
    return atIntake(EntryValues.valueOf(feed.name()).table(), Rows.TABLE, Quarantine.TABLE)
        .saidBy(RowReading.class, EntryValues.class, FlagRules.class)
        .onlyFor(feed);
  }

  private static TableRows slices(Inputs in) {
    Inputs walked = in.walked();
    return TableRows.of(
        Slices.RECORDS,
        InForce.of(
            in.records(Submissions.RECORDS),
            in.records(Decisions.RECORDS),
            walked.of(Entries.TABLE),
            walked.of(Quarantine.TABLE),
            in.holding()));
  }

  private static TableRows asOf(Inputs in) {
    return TableRows.of(
        AsOf.RECORDS,
        AsOfDates.of(in.records(Slices.RECORDS), in.records(Decisions.RECORDS), in.thresholds()));
  }

  private static TableRows reporting(Inputs in) {
    return TableRows.of(
        Reporting.RECORDS,
        ReportingFigures.of(
            in.records(RecordType.of(EVERY_SUBMISSION, Submission.class)),
            in.records(Slices.RECORDS),
            in.records(AsOf.RECORDS),
            in.reference(),
            in.thresholds()));
  }

  private static TableRows transitions(Inputs in) {
    WeeklySteps steps = WeeklySteps.of(in.records(AsOf.RECORDS), in::isWanted);
    if (steps.isEmpty()) {
      return TableRows.of(Transitions.RECORDS, List.of());
    }
    MovementCounts counts =
        MovementFigures.of(in.of(History.TABLE), steps, Names.of(in.reference())).collect().stream()
            .reduce(new MovementCounts(), MovementCounts::merge);
    return TableRows.of(Transitions.RECORDS, counts.rows(HardshipGroups.of(in.reference())));
  }

  /** Of all slices, or of the open states and one later slice: one fold. */
  private static TableRows history(Inputs in) {
    Inputs naming = in.naming();
    Dataset<Row> entries = naming.of(Entries.TABLE);
    List<Slice> slices = in.records(Slices.RECORDS);
    CohortSlices cohorts =
        CohortSlices.of(
            in.cohorts().rebuilt(slices),
            in.cohorts().following(slices),
            SliceCounts.accepted(in.records(Submissions.RECORDS), entries));
    LedgerHistory history =
        LedgerHistory.of(entries.sparkSession(), cohorts)
            .withFiles(entries, naming.of(Quarantine.TABLE));
    if (in.cohorts().hasRebuilt() && in.cohorts().haveFollowUps()) {
      history.withFindings(
          in.rebuilt().of(FollowUp.TABLE),
          in.records(Submissions.RECORDS).stream()
              .sorted(Submissions.Submission.BY_ARRIVAL)
              .map(Submissions.Submission::submissionId)
              .toList());
    }
    if (in.cohorts().hasFollowed()) {
      Inputs following = in.following();
      history.carryingOn(following.of(History.TABLE), following.of(Quarantine.TABLE));
    }
    return TableRows.changes(history.changes());
  }

  private static TableRows cells(Breakdown breakdown, Inputs in) {
    return TableRows.of(
        CellCounts.of(
                breakdown,
                in.counted().of(History.TABLE),
                in.cohorts().counted(in.records(Slices.RECORDS)))
            .rdd());
  }

  /** A stage that finds the graduates of the lists of another feed than the ledger that count. */
  private static Stage matched(Feed feed, Table output, Table entries, Class<?> contract) {
    return perList(
            output,
            in -> {
              Set<String> counting =
                  ListsInForce.counting(in.records(Submissions.RECORDS), feed.id());
              return counting.isEmpty()
                  ? TableRows.written(List.of())
                  : TableRows.of(
                      Identities.matched(
                          in.of(entries)
                              .filter(Submissions.SUBMISSION_ID.column().isin(counting.toArray())),
                          in.of(Entries.TABLE),
                          in.records(Slices.RECORDS),
                          output));
            },
            Submissions.TABLE,
            entries,
            Entries.TABLE,
            Slices.TABLE)
        .saidBy(Identities.class, ListsInForce.class, contract)
        .onlyFor(feed);
  }
}
