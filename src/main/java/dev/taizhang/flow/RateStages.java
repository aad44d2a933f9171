package dev.taizhang.flow;

import static dev.taizhang.flow.Stage.perDate;

import dev.taizhang.cells.CellFigures;
import dev.taizhang.cells.CellMajorNames;
import dev.taizhang.figures.rates.CutSettings;
import dev.taizhang.figures.rates.MajorNaming;
import dev.taizhang.figures.rates.OutcomeRows;
import dev.taizhang.figures.rates.SpeakingSlices;
import dev.taizhang.flow.Stage.Build;
import dev.taizhang.flow.Stage.Scope;
import dev.taizhang.flow.Stage.Setting;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.GapContributions;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.MajorNames;
import dev.taizhang.tables.OutcomeCounts;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.TableRows;
import java.util.function.Predicate;

/**
 * The stages that tell from the cells how many are placed on each as-of date, by which outcomes,
 * and how far apart groups are.
 */
final class RateStages {

  static final Stage RATES =
      perDate(
              Scope.DATES_OF_RATES,
              PlacementRates.TABLE,
              RateStages::rates,
              Cells.BY_MAJOR,
              Cells.BY_ORIGIN,
              AsOf.TABLE,
              MajorNames.TABLE,
              Slices.TABLE)
          .saidBy(CellFigures.class, CellMajorNames.class)
          .under(Setting.REFERENCE, Setting.THRESHOLDS);

  static final Stage TREND =
      perDate(
              Scope.DATES_OF_TREND,
              PlacementTrend.TABLE,
              RateStages::trend,
              Cells.BY_MAJOR,
              AsOf.TABLE)
          .saidBy(CellFigures.class)
          .under(Setting.REFERENCE, Setting.THRESHOLDS);

  static final Stage OUTCOMES = ofMajors(OutcomeCounts.TABLE, RateStages::outcomes);
  static final Stage GAPS = ofMajors(HardshipGaps.TABLE, RateStages::gaps);
  static final Stage CONTRIBUTIONS = ofMajors(GapContributions.TABLE, RateStages::contributions);

  private RateStages() {}

  /** Of the dates of the rates, from the cells by major alone. */
  private static Stage ofMajors(Table output, Build build) {
    return perDate(Scope.DATES_OF_RATES, output, build, Cells.BY_MAJOR, AsOf.TABLE)
        .saidBy(CellFigures.class)
        .under(Setting.REFERENCE);
  }

  private static TableRows rates(Inputs in) {
    CutSettings settings = settings(in, AsOf.Speaking::inRates);
    MajorNaming names =
        CellMajorNames.of(in.of(MajorNames.TABLE), in.records(Slices.RECORDS), settings.speaking());
    return TableRows.made(
        () -> PlacementRates.RECORDS,
        CellFigures.rates(
            in.of(Cells.BY_MAJOR),
            in.of(Cells.BY_ORIGIN),
            settings,
            names,
            in.thresholds().staleAfterDays()));
  }

  private static TableRows trend(Inputs in) {
    return TableRows.made(
        () -> PlacementTrend.RECORDS,
        CellFigures.trend(
            in.of(Cells.BY_MAJOR),
            settings(in, AsOf.Speaking::inTrend),
            in.thresholds().staleAfterDays()));
  }

  private static TableRows outcomes(Inputs in) {
    return TableRows.made(
        () -> OutcomeCounts.RECORDS,
        CellFigures.outcomes(
            in.of(Cells.BY_MAJOR),
            settings(in, AsOf.Speaking::inRates),
            OutcomeRows.of(in.reference())));
  }

  private static TableRows gaps(Inputs in) {
    return TableRows.made(
        () -> HardshipGaps.RECORDS,
        CellFigures.gaps(in.of(Cells.BY_MAJOR), settings(in, AsOf.Speaking::inRates)));
  }

  private static TableRows contributions(Inputs in) {
    return TableRows.made(
        () -> GapContributions.RECORDS,
        CellFigures.contributions(in.of(Cells.BY_MAJOR), settings(in, AsOf.Speaking::inRates)));
  }

  private static CutSettings settings(Inputs in, Predicate<AsOf.Speaking> kept) {
    return CutSettings.of(
        SpeakingSlices.of(
            in.records(AsOf.RECORDS).stream()
                .filter(kept)
                .filter(one -> in.isWanted(one.asOfDate()))
                .toList()),
        in.reference());
  }
}
