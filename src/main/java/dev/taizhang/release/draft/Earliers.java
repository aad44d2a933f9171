package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Earlier;
import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Population;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.tables.ReleasePeople;
import dev.taizhang.tables.ReleasePeople.Counted;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import dev.taizhang.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What earlier releases said, read from their own rows: those that were ever given out, since what
 * they showed stays known whatever became of them since. A draft that nobody approved told nobody
 * anything.
 */
final class Earliers {

  private static final PublishedTable RATES = PublishedTables.PLACEMENT_RATES;
  private static final String RELEASE = Releases.RELEASE_ID.name();

  private Earliers() {}

  /**
   * What releases said of each cohort, in the order in which they were made. Each table is read
   * once, however many releases there are, and of it only the files of these.
   *
   * @param givenOut the releases
   * @param policy by which a figure that is withheld for itself is told from a complement
   */
  static Map<Integer, List<Earlier>> of(
      Warehouse warehouse, List<GivenOut> givenOut, PublicationPolicy policy) {
    if (givenOut.isEmpty()) {
      return Map.of();
    }
    Set<String> ids =
        givenOut.stream().map(one -> one.release().releaseId()).collect(Collectors.toSet());
    return of(
        givenOut,
        warehouse.records(ReleasePeople.RECORDS, Releases.RELEASE_ID, ids),
        warehouse.values(RATES.table(), Releases.RELEASE_ID, ids),
        policy);
  }

  /**
   * The same of rows.
   *
   * @param people of all of these releases
   * @param rates rows of the published rates of all of them
   */
  static Map<Integer, List<Earlier>> of(
      List<GivenOut> givenOut,
      List<Counted> people,
      List<Object[]> rates,
      PublicationPolicy policy) {
    Map<String, List<Counted>> peopleOf =
        people.stream().collect(Collectors.groupingBy(Counted::releaseId));
    Map<String, List<Object[]>> ratesOf =
        rates.stream().collect(Collectors.groupingBy(row -> (String) RATES.value(row, RELEASE)));
    Map<Integer, List<Earlier>> all = new HashMap<>();
    for (GivenOut one : givenOut) {
      Release release = one.release();
      Map<Figure, Boolean> shown = shown(ratesOf.getOrDefault(release.releaseId(), List.of()));
      if (one.isRounded()) {
        // A rounded figure is not known, and was not withheld either.
        shown.values().removeIf(isShown -> isShown);
      }
      Populations.of(
              release.asOfDate(),
              release.asOfKind(),
              peopleOf.getOrDefault(release.releaseId(), List.of()))
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
  private static Map<Figure, Boolean> shown(List<Object[]> rows) {
    Map<Figure, Boolean> shown = new HashMap<>();
    for (Object[] row : rows) {
      RatePlace.of(RATES, row)
          .ifPresent(
              place ->
                  place
                      .protectedLevel()
                      .ifPresent(
                          level ->
                              shown.put(
                                  new Figure(
                                      (LocalDate) RATES.value(row, "as_of_date"),
                                      (String) RATES.value(row, "as_of_kind"),
                                      (Integer) RATES.value(row, "graduation_year"),
                                      level,
                                      place.code(),
                                      (String) RATES.value(row, "hardship_group")),
                                  RATES.value(row, "graduates") != null)));
    }
    return shown;
  }
}
