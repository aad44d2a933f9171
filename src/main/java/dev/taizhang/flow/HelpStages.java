package dev.taizhang.flow;

import static dev.taizhang.flow.Stage.perSpeakingCohort;
import static dev.taizhang.flow.Stage.whole;

import dev.taizhang.cells.HelpFigures;
import dev.taizhang.figures.assistance.CoverageRows;
import dev.taizhang.figures.assistance.DeclineRows;
import dev.taizhang.figures.assistance.FunnelRows;
import dev.taizhang.figures.assistance.HelpCuts;
import dev.taizhang.figures.assistance.HelpDates;
import dev.taizhang.figures.assistance.HelpSettings;
import dev.taizhang.figures.assistance.PlanRows;
import dev.taizhang.figures.assistance.TrainingRows;
import dev.taizhang.flow.Stage.Setting;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.AssistanceCoverage;
import dev.taizhang.tables.AssistanceFunnel;
import dev.taizhang.tables.DeclineReasons;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.HelpCells;
import dev.taizhang.tables.HelpCells.HelpCell;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Plans;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Training;
import dev.taizhang.warehouse.TableRows;
import java.util.List;
import java.util.function.BiFunction;

/** The stages that tell whom help reaches, and what followed: counts once, then the figures. */
final class HelpStages {

  static final Stage CELLS =
      perSpeakingCohort(
              HelpCells.TABLE, HelpStages::cells, History.TABLE, Assistance.TABLE, AsOf.TABLE)
          .after(FollowUp.TABLE)
          .saidBy(HelpFigures.class)
          .under(Setting.REFERENCE);

  static final Stage COVERAGE =
      of(AssistanceCoverage.RECORDS, CoverageRows::of).saidBy(CoverageRows.class);

  static final Stage FUNNEL = of(AssistanceFunnel.RECORDS, FunnelRows::of).saidBy(FunnelRows.class);

  static final Stage DECLINED =
      of(DeclineReasons.RECORDS, DeclineRows::of).saidBy(DeclineRows.class);

  static final Stage TRAINING = of(Training.RECORDS, TrainingRows::of).saidBy(TrainingRows.class);

  static final Stage PLANS = of(Plans.RECORDS, PlanRows::of).saidBy(PlanRows.class);

  private HelpStages() {}

  /**
   * Of all dates that the rates keep: what help found of a date may be told years later, and the
   * windows of a date need the states before its slice.
   */
  private static TableRows cells(Inputs in) {
    HelpDates dates =
        HelpDates.of(in.records(AsOf.RECORDS).stream().filter(AsOf.Speaking::inRates).toList());
    if (dates.isEmpty()) {
      return TableRows.of(HelpCells.RECORDS, List.of());
    }
    return TableRows.made(
        () -> HelpCells.RECORDS,
        HelpFigures.of(
            in.of(History.TABLE), in.of(Assistance.TABLE), HelpSettings.of(dates, in.reference())));
  }

  /** A stage that adds up what was found of help. */
  private static <R extends Record> Stage of(
      RecordType<R> rows, BiFunction<List<HelpCell>, HelpCuts, List<R>> made) {
    return whole(
            rows.table(),
            in ->
                TableRows.of(
                    rows, made.apply(in.records(HelpCells.RECORDS), HelpCuts.of(in.reference()))),
            HelpCells.TABLE)
        .under(Setting.REFERENCE);
  }
}
