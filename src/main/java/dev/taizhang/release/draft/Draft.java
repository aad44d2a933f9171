package dev.taizhang.release.draft;

import dev.taizhang.config.Thresholds;
import dev.taizhang.disclosure.Earlier;
import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Population;
import dev.taizhang.disclosure.Protected;
import dev.taizhang.disclosure.ProtectionReport;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.PublishedNames;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.ReleasePeople.Counted;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A release on its way.
 *
 * @param releaseId what it is to be called
 * @param request what was asked for
 * @param date the date that it speaks of
 * @param source what it is made from
 * @param people whom it speaks of
 * @param verdicts what became of each planned figure
 * @param protection what it took to protect each cohort
 * @param rows what leaves
 */
public record Draft(
    String releaseId,
    ReleaseRequest request,
    ReleaseDate date,
    DraftSource source,
    List<Counted> people,
    Map<Figure, Verdict> verdicts,
    Map<Integer, ProtectionReport> protection,
    PublishedRows rows) {

  private static final String EVERYWHERE = "everywhere";

  /**
   * Protects the figures and makes the rows.
   *
   * @param earlier what earlier releases said, by cohort
   */
  static Draft of(
      String releaseId,
      ReleaseRequest request,
      ReleaseDate date,
      DraftSource source,
      List<Counted> people,
      Map<Integer, List<Earlier>> earlier,
      Protector protector,
      ReferenceData reference,
      Thresholds thresholds) {
    Map<Figure, Verdict> verdicts = new TreeMap<>();
    Map<Integer, ProtectionReport> protection = new TreeMap<>();
    Predicate<Figure> planned =
        figure ->
            date.isPlanned(
                request.plan(),
                PlacementRates.TABLE.shortName(),
                figure.level().code(),
                figure.group());
    for (Population population : Populations.of(date.date(), date.kind(), people).values()) {
      Protected of =
          protector.protect(
              population,
              earlier.getOrDefault(population.graduationYear(), List.of()),
              request.policy(),
              planned);
      verdicts.putAll(of.verdicts());
      protection.put(population.graduationYear(), of.report());
    }
    PublishedNames names = PublishedNames.of(reference);
    RateRows rates =
        new RateRows(releaseId, date, request.plan(), request.policy(), names, verdicts);
    WideRows wide =
        new WideRows(
            releaseId,
            names,
            Coarse.under(request.policy()),
            new ToldEverywhere(date, request.policy(), verdicts));
    Map<PublishedTable, List<Object[]>> rows = new HashMap<>();
    rows.put(PublishedTables.PLACEMENT_RATES, rates.rates(source.rates()));
    rows.put(PublishedTables.PLACEMENT_TREND, rates.trend(source.trend()));
    rows.put(PublishedTables.OUTCOME_COUNTS, rates.outcomes(source.outcomes(), source.rates()));
    rows.put(PublishedTables.SCHEME_RATES, rates.schemes(source.rates()));
    Planned plan = new Planned(request, date);
    rows.put(
        PublishedTables.HARDSHIP_GAPS,
        plan.everywhere(PublishedTables.HARDSHIP_GAPS, source.gaps(), one -> one.hardshipGroup())
            .map(wide::gap)
            .toList());
    rows.put(
        PublishedTables.TIME_TO_PLACEMENT,
        plan.everywhere(
                PublishedTables.TIME_TO_PLACEMENT, source.times(), one -> one.hardshipGroup())
            .map(wide::time)
            .toList());
    rows.put(
        PublishedTables.CAMPAIGN,
        plan.everywhere(PublishedTables.CAMPAIGN, source.campaign(), one -> one.hardshipGroup())
            .map(wide::campaign)
            .toList());
    rows.put(
        PublishedTables.ASSISTANCE_COVERAGE,
        plan.everywhere(
                PublishedTables.ASSISTANCE_COVERAGE, source.coverage(), one -> one.hardshipGroup())
            .map(wide::coverage)
            .toList());
    rows.put(
        PublishedTables.ASSISTANCE_FUNNEL,
        plan.everywhere(
                PublishedTables.ASSISTANCE_FUNNEL, source.funnel(), one -> one.hardshipGroup())
            .map(wide::funnel)
            .toList());
    rows.put(
        PublishedTables.TRANSITIONS,
        wide.transitions(
            plan.everywhere(
                    PublishedTables.TRANSITIONS, source.transitions(), one -> one.hardshipGroup())
                .toList()));
    rows.put(
        PublishedTables.REPORTING,
        source.reporting().stream()
            .map(week -> wide.reporting(week, thresholds.coveredDays()))
            .toList());
    return new Draft(
        releaseId, request, date, source, people, verdicts, protection, new PublishedRows(rows));
  }

  /**
   * Figures of the marts that are not what the people add up to whom the release is protected by.
   */
  public List<String> contradictions() {
    Map<Figure, FigureCounts.Count> counts = new HashMap<>();
    Populations.of(date.date(), date.kind(), people)
        .values()
        .forEach(population -> counts.putAll(FigureCounts.of(population)));
    return source.rates().stream()
        .flatMap(rate -> RatePlace.figure(rate).map(figure -> contradiction(rate, figure, counts)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> contradiction(
      PlacementRate rate, Figure figure, Map<Figure, FigureCounts.Count> counts) {
    FigureCounts.Count count = new FigureCounts.Count(rate.graduates(), rate.placed());
    return count.equals(counts.get(figure))
        ? Optional.empty()
        : Optional.of(
            "marts.placement_rates of %d by %s %s, group %s, is not what the cells add up to"
                .formatted(
                    figure.graduationYear(), figure.level().code(), figure.code(), figure.group()));
  }

  /** Which rows of tables that leave everywhere alone the plan has. */
  private record Planned(ReleaseRequest request, ReleaseDate date) {

    <R> Stream<R> everywhere(
        PublishedTable table, List<R> rows, java.util.function.Function<R, String> group) {
      return rows.stream()
          .filter(
              row -> date.isPlanned(request.plan(), table.name(), EVERYWHERE, group.apply(row)));
    }
  }
}
