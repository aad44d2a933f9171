package dev.taizhang.release;

import dev.taizhang.config.Thresholds;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.publish.edition.KeyFinding;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the figures say of each cohort, in three sentences: where its rate stands, which group is
 * furthest behind, and what universities owe.
 */
final class Findings {

  private Findings() {}

  /**
   * The sentences by cohort.
   *
   * @param groupNames what hardship groups are called
   */
  static SortedMap<Integer, List<KeyFinding>> of(
      EditionSource source, Thresholds thresholds, Function<String, Label> groupNames) {
    List<PlacementRate> groups =
        source.rates().stream()
            .filter(rate -> EditionCuts.isOf(rate, source.newestDate()))
            .filter(Findings::isOfEverybody)
            .toList();
    List<PlacementRate> weeks = source.trend().stream().filter(Findings::isOfEverybody).toList();
    SortedMap<Integer, List<KeyFinding>> findings = new TreeMap<>();
    groups.stream()
        .filter(Findings::isWhole)
        .forEach(
            all ->
                findings.put(
                    all.graduationYear(), of(all, groups, weeks, source, thresholds, groupNames)));
    return findings;
  }

  private static List<KeyFinding> of(
      PlacementRate all,
      List<PlacementRate> groups,
      List<PlacementRate> weeks,
      EditionSource source,
      Thresholds thresholds,
      Function<String, Label> groupNames) {
    List<PlacementRate> ofCohort =
        groups.stream().filter(group -> group.graduationYear() == all.graduationYear()).toList();
    return List.of(
        KeyFinding.ofEverybody(
            Standing.of(
                    RateFigure.of(all),
                    weeks.stream().filter(Findings::isWhole).map(RateFigure::of).toList())
                .sentence()),
        FurthestBehind.of(figures(ofCohort), figures(weeks))
            .map(behind -> behind.finding(groupNames, source.gaps()))
            .orElseGet(() -> KeyFinding.ofEverybody(FurthestBehind.nobody())),
        KeyFinding.ofEverybody(
            Owed.of(
                    all,
                    ReportingTables.newestWeek(source),
                    source.speaking(),
                    ReportingTables.notCounted(source),
                    thresholds.staleAfterDays(),
                    thresholds.coveredDays())
                .sentence()));
  }

  private static List<RateFigure> figures(List<PlacementRate> rates) {
    return rates.stream().map(RateFigure::of).toList();
  }

  private static boolean isOfEverybody(PlacementRate rate) {
    return EditionCuts.isHeadline(rate) && EditionCuts.isEveryDegree(rate);
  }

  private static boolean isWhole(PlacementRate rate) {
    return rate.hardshipGroup().equals(HardshipGroups.ALL);
  }
}
