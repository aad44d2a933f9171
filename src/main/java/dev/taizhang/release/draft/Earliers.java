package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Earlier;
import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Population;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.tables.ReleasePeople;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import dev.taizhang.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What earlier releases said, read from their own rows: those that were ever given out, since what
 * they showed stays known whatever became of them since. A draft that nobody approved told nobody
 * anything.
 */
final class Earliers {

  private Earliers() {}

  /**
   * What releases said of each cohort, in the order in which they were made.
   *
   * @param givenOut the releases
   * @param policy by which a figure that is withheld for itself is told from a complement
   */
  static Map<Integer, List<Earlier>> of(
      Warehouse warehouse, List<Release> givenOut, PublicationPolicy policy) {
    Map<Integer, List<Earlier>> all = new HashMap<>();
    for (Release release : givenOut) {
      List<ReleasePeople.Counted> people =
          warehouse.records(
              ReleasePeople.RECORDS, one -> one.releaseId().equals(release.releaseId()));
      Map<Figure, Boolean> shown = shown(warehouse, release);
      Populations.of(release.asOfDate(), release.asOfKind(), people)
          .forEach(
              (year, population) ->
                  all.computeIfAbsent(year, key -> new ArrayList<>())
                      .add(earlier(population, shown, policy)));
    }
    return all;
  }

  private static Earlier earlier(
      Population population, Map<Figure, Boolean> shown, PublicationPolicy policy) {
    Map<Figure, Verdict> verdicts = new HashMap<>();
    FigureCounts.of(population)
        .forEach(
            (figure, count) -> {
              Boolean isShown = shown.get(figure);
              if (isShown != null) {
                verdicts.put(figure, verdict(figure, count, isShown, policy));
              }
            });
    return new Earlier(population, verdicts);
  }

  private static Verdict verdict(
      Figure figure, FigureCounts.Count count, boolean isShown, PublicationPolicy policy) {
    if (isShown) {
      return Verdict.SHOWN;
    }
    return policy.showsCounts(figure.group(), count.graduates(), count.placed())
        ? Verdict.COMPLEMENT
        : Verdict.PRIMARY;
  }

  /** The figures of a release, and whether they were shown. */
  private static Map<Figure, Boolean> shown(Warehouse warehouse, Release release) {
    PublishedTable table = PublishedTables.PLACEMENT_RATES;
    Map<Figure, Boolean> shown = new HashMap<>();
    for (Object[] row :
        warehouse.values(table.table(), one -> one[0].equals(release.releaseId()))) {
      RatePlace.of(table, row)
          .ifPresent(
              place ->
                  place
                      .protectedLevel()
                      .ifPresent(
                          level ->
                              shown.put(
                                  new Figure(
                                      (LocalDate) table.value(row, "as_of_date"),
                                      (String) table.value(row, "as_of_kind"),
                                      (Integer) table.value(row, "graduation_year"),
                                      level,
                                      place.code(),
                                      (String) table.value(row, "hardship_group")),
                                  table.value(row, "graduates") != null)));
    }
    return shown;
  }
}
