package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.AssistanceCoverage;
import dev.taizhang.tables.AssistanceFunnel;
import dev.taizhang.tables.Campaign;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.OutcomeCounts;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.TimeToPlacement;
import dev.taizhang.tables.Transitions;
import dev.taizhang.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What of the marts a release is made from, as records: rows that a plan could name.
 *
 * @param speaking which slices speak at the date
 * @param slices every slice
 * @param rates rates of all degree levels by places that a plan can name
 * @param trend weekly rates of everybody until the date
 * @param outcomes outcomes of everybody
 * @param gaps gaps everywhere
 * @param times times everywhere
 * @param campaign the campaign everywhere
 * @param coverage help everywhere
 * @param funnel recommendations everywhere
 * @param transitions weekly steps everywhere until the date; of groups the newest
 * @param reporting who reported when until the date
 * @param decisions what people decided of dates and files
 * @param givenOut dates of the releases that were given out before
 */
public record DraftSource(
    List<Speaking> speaking,
    List<Slice> slices,
    List<PlacementRate> rates,
    List<PlacementRate> trend,
    List<OutcomeCounts.OutcomeCount> outcomes,
    List<HardshipGaps.HardshipGap> gaps,
    List<TimeToPlacement.PlacedByDay> times,
    List<Campaign.CampaignMonth> campaign,
    List<AssistanceCoverage.Covered> coverage,
    List<AssistanceFunnel.Led> funnel,
    List<Transitions.Movement> transitions,
    List<Reporting.Week> reporting,
    List<Decision> decisions,
    List<LocalDate> givenOut) {

  /** The tables that a release is made from. */
  public static final List<Table> TABLES =
      List.of(
          PlacementRates.TABLE,
          PlacementTrend.TABLE,
          OutcomeCounts.TABLE,
          HardshipGaps.TABLE,
          TimeToPlacement.TABLE,
          Campaign.TABLE,
          AssistanceCoverage.TABLE,
          AssistanceFunnel.TABLE,
          Transitions.TABLE,
          Reporting.TABLE,
          AsOf.TABLE,
          Slices.TABLE,
          Cells.BY_MAJOR);

  /** Which slices speak at the dates that the rates keep. */
  static List<Speaking> speaking(Warehouse warehouse) {
    return records(warehouse, AsOf.RECORDS, Speaking::inRates);
  }

  /**
   * Reads what a release of a date needs.
   *
   * @param all which slices speak at the dates that the rates keep
   * @param givenOut dates of the releases that were given out before
   */
  static DraftSource read(
      Warehouse warehouse, ReleaseDate date, List<Speaking> all, List<LocalDate> givenOut) {
    List<Speaking> speaking = all.stream().filter(one -> isOf(one, date)).toList();
    Set<Integer> cohorts =
        speaking.stream().map(Speaking::graduationYear).collect(Collectors.toSet());
    LocalDate day = date.date();
    return new DraftSource(
        speaking,
        records(warehouse, Slices.RECORDS, one -> true),
        records(
            warehouse,
            PlacementRates.RECORDS,
            one -> isOf(one.asOfDate(), one.asOfKind(), date) && RatePlace.of(one).isPresent()),
        records(
            warehouse,
            PlacementTrend.RECORDS,
            one ->
                isAll(one.hardshipGroup())
                    && !one.asOfDate().isAfter(day)
                    && one.asOfKind().equals(Decisions.PLAIN)
                    && cohorts.contains(one.graduationYear())
                    && RatePlace.of(one).isPresent()),
        records(
            warehouse,
            OutcomeCounts.RECORDS,
            one ->
                isOf(one.asOfDate(), one.asOfKind(), date)
                    && isAll(one.hardshipGroup(), one.degreeLevel())),
        records(
            warehouse,
            HardshipGaps.RECORDS,
            one ->
                isOf(one.asOfDate(), one.asOfKind(), date)
                    && isAll(one.provinceCode(), one.degreeLevel())),
        records(
            warehouse,
            TimeToPlacement.RECORDS,
            one ->
                isOf(one.asOfDate(), one.asOfKind(), date)
                    && isAll(one.degreeLevel(), one.disciplineCode(), one.provinceCode())),
        records(
            warehouse,
            Campaign.RECORDS,
            one -> isOf(one.asOfDate(), one.asOfKind(), date) && isAll(one.placeLevel())),
        records(
            warehouse,
            AssistanceCoverage.RECORDS,
            one ->
                isOf(one.asOfDate(), one.asOfKind(), date)
                    && isAll(one.provinceCode(), one.universityCode())),
        records(
            warehouse,
            AssistanceFunnel.RECORDS,
            one ->
                isOf(one.asOfDate(), one.asOfKind(), date)
                    && isAll(one.provinceCode(), one.universityCode())),
        steps(
            records(
                warehouse,
                Transitions.RECORDS,
                one ->
                    isAll(one.provinceCode())
                        && !one.asOfDate().isAfter(day)
                        && cohorts.contains(one.graduationYear()))),
        records(warehouse, Reporting.RECORDS, one -> !one.asOfDate().isAfter(day)),
        records(warehouse, Decisions.RECORDS, one -> true),
        List.copyOf(givenOut));
  }

  /**
   * The steps of everybody in all weeks, and those of groups in the newest alone: what leaves of
   * groups at the end of a month is not to tell of each of its weeks.
   */
  static List<Transitions.Movement> steps(List<Transitions.Movement> all) {
    Optional<LocalDate> newest =
        all.stream().map(Transitions.Movement::asOfDate).max(LocalDate::compareTo);
    return all.stream()
        .filter(
            one -> isAll(one.hardshipGroup()) || newest.filter(one.asOfDate()::equals).isPresent())
        .toList();
  }

  /** The cohorts that have figures. */
  public Set<Integer> cohorts() {
    return speaking.stream()
        .map(Speaking::graduationYear)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  private static boolean isOf(Speaking one, ReleaseDate date) {
    return isOf(one.asOfDate(), one.asOfKind(), date);
  }

  private static boolean isOf(LocalDate day, String kind, ReleaseDate date) {
    return day.equals(date.date()) && kind.equals(date.kind());
  }

  private static boolean isAll(String... values) {
    return Arrays.stream(values).allMatch(Figure.ALL::equals);
  }

  /** Rows that are wanted; none where the warehouse is older than the table. */
  private static <R extends Record> List<R> records(
      Warehouse warehouse, RecordType<R> type, Predicate<R> wanted) {
    return warehouse.exists(type.table()) ? warehouse.records(type, wanted) : List.of();
  }
}
