package dev.taizhang.release;

import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.ExpectationResults;
import dev.taizhang.tables.GapContributions;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.LockedFigures;
import dev.taizhang.tables.OutcomeCounts;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.Revisions;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Transitions;
import dev.taizhang.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What of the warehouse an edition is made from, as records.
 *
 * @param newestDate the newest plain date of all figures
 * @param newestYear the newest cohort that has figures of that date
 * @param rates figures of every date that the edition has cuts of
 * @param trend figures of every week
 * @param outcomes graduates by outcome at the newest date, over all provinces
 * @param gaps gaps at the newest date, over all provinces
 * @param contributions what carries the gaps of all degree levels, at the newest date
 * @param courses how long placement takes, the campaign, and who is unplaced still
 * @param help whom help reaches, and how far it leads
 * @param movements movements over all provinces
 * @param reporting every week of every university
 * @param speaking which slices speak at the newest date
 * @param slices every slice
 * @param broken how often submissions break rules
 * @param revisions figures that runs moved
 * @param locked figures as locked
 * @param locks the decisions that locked them
 */
record EditionSource(
    LocalDate newestDate,
    int newestYear,
    List<PlacementRate> rates,
    List<PlacementRate> trend,
    List<OutcomeCounts.OutcomeCount> outcomes,
    List<HardshipGaps.HardshipGap> gaps,
    List<GapContributions.GapContribution> contributions,
    CourseSource courses,
    HelpSource help,
    List<Transitions.Movement> movements,
    List<Reporting.Week> reporting,
    List<AsOf.Speaking> speaking,
    List<Slices.Slice> slices,
    List<ExpectationResults.BrokenCount> broken,
    List<Revisions.Revision> revisions,
    List<LockedFigures.LockedFigure> locked,
    List<Decisions.Decision> locks) {

  /** The tables that an edition is made from. */
  static final List<Table> TABLES =
      Stream.of(
              List.of(
                  PlacementRates.TABLE,
                  PlacementTrend.TABLE,
                  OutcomeCounts.TABLE,
                  HardshipGaps.TABLE,
                  GapContributions.TABLE,
                  Transitions.TABLE,
                  Reporting.TABLE,
                  AsOf.TABLE,
                  Slices.TABLE,
                  ExpectationResults.TABLE,
                  Revisions.TABLE,
                  LockedFigures.TABLE,
                  Decisions.TABLE),
              CourseSource.TABLES,
              HelpSource.TABLES)
          .flatMap(List::stream)
          .toList();

  /** Reads the tables; empty where there are no figures yet. */
  static Optional<EditionSource> read(Warehouse warehouse) {
    List<AsOf.Speaking> asOf = records(warehouse, AsOf.RECORDS, one -> true);
    // Only the newest date of all is in both tables of figures, with the Sundays before it.
    Optional<LocalDate> newest =
        asOf.stream()
            .filter(one -> one.asOfKind().equals(Decisions.PLAIN))
            .filter(one -> one.inRates() && one.inTrend())
            .map(AsOf.Speaking::asOfDate)
            .max(LocalDate::compareTo);
    return newest.flatMap(date -> read(warehouse, date, asOf));
  }

  private static Optional<EditionSource> read(
      Warehouse warehouse, LocalDate newest, List<AsOf.Speaking> asOf) {
    List<PlacementRate> rates =
        records(warehouse, PlacementRates.RECORDS, rate -> EditionCuts.isWanted(rate, newest));
    return rates.stream()
        .filter(rate -> EditionCuts.isOf(rate, newest))
        .map(PlacementRate::graduationYear)
        .max(Integer::compareTo)
        .map(
            year ->
                new EditionSource(
                    newest,
                    year,
                    rates,
                    records(warehouse, PlacementTrend.RECORDS, EditionCuts::isOfTrend),
                    records(
                        warehouse,
                        OutcomeCounts.RECORDS,
                        one ->
                            EditionCuts.isNow(one.asOfDate(), one.asOfKind(), newest)
                                && one.provinceCode().equals(EditionCuts.ALL)),
                    records(
                        warehouse,
                        HardshipGaps.RECORDS,
                        one ->
                            EditionCuts.isNow(one.asOfDate(), one.asOfKind(), newest)
                                && one.provinceCode().equals(EditionCuts.ALL)),
                    records(
                        warehouse,
                        GapContributions.RECORDS,
                        one ->
                            EditionCuts.isNow(one.asOfDate(), one.asOfKind(), newest)
                                && one.provinceCode().equals(EditionCuts.ALL)
                                && one.degreeLevel().equals(EditionCuts.ALL)),
                    CourseSource.read(warehouse, newest),
                    HelpSource.read(warehouse, newest),
                    records(
                        warehouse,
                        Transitions.RECORDS,
                        one -> one.provinceCode().equals(EditionCuts.ALL)),
                    records(warehouse, Reporting.RECORDS, one -> true),
                    asOf.stream()
                        .filter(one -> one.asOfDate().equals(newest))
                        .filter(one -> one.asOfKind().equals(Decisions.PLAIN))
                        .toList(),
                    records(warehouse, Slices.RECORDS, one -> true),
                    records(warehouse, ExpectationResults.RECORDS, one -> true),
                    records(warehouse, Revisions.RECORDS, one -> true),
                    records(
                        warehouse, LockedFigures.RECORDS, LockedFigures.LockedFigure::isHeadline),
                    records(warehouse, Decisions.RECORDS, Decisions.Decision::isLock)));
  }

  /** Rows that are wanted; none where the warehouse is older than the table. */
  static <R extends Record> List<R> records(
      Warehouse warehouse, RecordType<R> type, Predicate<R> wanted) {
    return warehouse.exists(type.table()) ? warehouse.records(type, wanted) : List.of();
  }
}
