package dev.taizhang.release;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes the parts of {@code placement_rates} and {@code placement_trend}. */
final class RateTables {

  private static final String RATES = "placement_rates";
  private static final String TREND = "placement_trend";

  private final EditionSource source;
  private final EditionWords words;
  private final Function<String, Label> universityNames;
  private final List<String> groups;
  private final ReferenceGraduates reference;

  RateTables(
      EditionSource source,
      EditionWords words,
      List<String> groups,
      Function<String, Label> universityNames) {
    this.source = source;
    this.words = words;
    this.universityNames = universityNames;
    this.groups = groups;
    this.reference = ReferenceGraduates.of(source);
  }

  List<EditionTable> tables() {
    List<EditionTable> tables = new ArrayList<>();
    tables.add(groups());
    tables.add(regions());
    tables.add(fields());
    tables.add(universities());
    ofUniversities(newest(this::isOfUniversityPage, RateOrder.ofUniversity(groups)))
        .forEach(
            (code, rates) ->
                tables.add(
                    universityLayout().layout().ofUniversity(RATES, code, name(code), rates)));
    tables.add(
        trendLayout()
            .degree()
            .group()
            .counts()
            .rate()
            .gap(reference)
            .layout()
            .table(TREND, "all", trend(EditionCuts::isHeadline)));
    ofUniversities(trend(EditionCuts::isUniversity))
        .forEach(
            (code, rates) ->
                tables.add(
                    trendLayout()
                        .university()
                        .group()
                        .counts()
                        .rate()
                        .layout()
                        .ofUniversity(TREND, code, name(code), rates)));
    return tables;
  }

  private EditionTable groups() {
    return new RateLayout(words)
        .date()
        .kind()
        .cohort()
        .degree()
        .group()
        .counts()
        .components()
        .rest()
        .rate()
        .highestRate()
        .referenceRate(reference)
        .gap(reference)
        .stale()
        .layout()
        .table(
            RATES, "groups", rows(source.rates(), EditionCuts::isHeadline, RateOrder.of(groups)));
  }

  private EditionTable regions() {
    return new RateLayout(words)
        .date()
        .cohort()
        .region()
        .group()
        .counts()
        .rest()
        .rate()
        .gap(reference)
        .stale()
        .layout()
        .table(RATES, "regions", newest(EditionCuts::isRegion));
  }

  private EditionTable fields() {
    return new RateLayout(words)
        .date()
        .cohort()
        .field()
        .group()
        .counts()
        .rest()
        .rate()
        .gap(reference)
        .stale()
        .layout()
        .table(RATES, "majors", newest(EditionCuts::isField));
  }

  private EditionTable universities() {
    return new RateLayout(words)
        .date()
        .cohort()
        .university()
        .group()
        .counts()
        .components()
        .rest()
        .rate()
        .highestRate()
        .gap(reference)
        .stale()
        .layout()
        .table(
            RATES,
            "universities",
            newest(rate -> EditionCuts.isUniversity(rate) && EditionCuts.isEveryDegree(rate)));
  }

  private RateLayout universityLayout() {
    return new RateLayout(words)
        .date()
        .cohort()
        .university()
        .field()
        .degree()
        .group()
        .counts()
        .unknown()
        .rate()
        .gap(reference)
        .stale();
  }

  private RateLayout trendLayout() {
    return new RateLayout(words).cohort().date();
  }

  /** Of earlier cohorts the page of a university has no fields below the discipline. */
  private boolean isOfUniversityPage(PlacementRate rate) {
    return EditionCuts.isUniversity(rate)
        || (EditionCuts.isFieldOfUniversity(rate)
            && (rate.graduationYear() == source.newestYear()
                || rate.majorLevel().equals(EditionCuts.DISCIPLINE)));
  }

  private Label name(String code) {
    return universityNames.apply(code);
  }

  private List<PlacementRate> newest(Predicate<PlacementRate> wanted) {
    return newest(wanted, RateOrder.of(groups));
  }

  private List<PlacementRate> newest(
      Predicate<PlacementRate> wanted, Comparator<PlacementRate> order) {
    return rows(
        source.rates(),
        rate -> EditionCuts.isOf(rate, source.newestDate()) && wanted.test(rate),
        order);
  }

  private List<PlacementRate> trend(Predicate<PlacementRate> wanted) {
    return rows(source.trend(), wanted, RateOrder.ofTrend(groups));
  }

  private static List<PlacementRate> rows(
      List<PlacementRate> rates, Predicate<PlacementRate> wanted, Comparator<PlacementRate> order) {
    return rates.stream().filter(wanted).sorted(order).toList();
  }

  private static SortedMap<String, List<PlacementRate>> ofUniversities(List<PlacementRate> rates) {
    return rates.stream()
        .collect(
            Collectors.groupingBy(
                PlacementRate::universityCode, TreeMap::new, Collectors.toList()));
  }
}
