package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.marts.Scheme;
import dev.taizhang.tables.OutcomeCounts;
import dev.taizhang.tables.OutcomeCounts.OutcomeCount;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.SchemeRates;
import dev.taizhang.tables.published.PublishedTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of counts that are parts of everybody: by outcome, and by the ministry's schemes. */
final class PartRows {

  private final Terms terms;

  PartRows(Terms terms) {
    this.terms = terms;
  }

  /**
   * The rows of {@link PublishedTables#OUTCOME_COUNTS}.
   *
   * @param rates where their denominators are
   */
  List<Object[]> outcomes(List<OutcomeCount> outcomes, List<PlacementRate> rates) {
    Map<CutOfRate, Boolean> shown = shownOfAll(rates);
    return outcomes.stream()
        .filter(
            one -> terms.isPlanned(OutcomeCounts.TABLE, place(one).level(), one.hardshipGroup()))
        .map(
            one -> {
              PublishedRow row =
                  PublishedRow.of(
                      PublishedTables.OUTCOME_COUNTS,
                      terms.releaseId(),
                      PublishedRow.byColumn(OutcomeCounts.RECORDS, one),
                      terms.names());
              boolean isShown =
                  shown.getOrDefault(new CutOfRate(one.graduationYear(), place(one)), false);
              return (isShown
                      ? row.show("graduates", terms.shown(one.graduates()))
                      : row.withhold("graduates"))
                  .values();
            })
        .toList();
  }

  private static RatePlace place(OutcomeCount one) {
    return one.provinceCode().equals(Figure.ALL)
        ? RatePlace.EVERYWHERE
        : new RatePlace(Level.PROVINCE.code(), one.provinceCode());
  }

  private Map<CutOfRate, Boolean> shownOfAll(List<PlacementRate> rates) {
    return rates.stream()
        .filter(rate -> rate.hardshipGroup().equals(HardshipGroups.ALL))
        .collect(Collectors.toMap(CutOfRate::of, terms::showsAlone));
  }

  /** The rows of {@link PublishedTables#SCHEME_RATES}: of everybody alone. */
  List<Object[]> schemes(List<PlacementRate> rates) {
    return rates.stream()
        .filter(rate -> rate.hardshipGroup().equals(HardshipGroups.ALL))
        .filter(rate -> terms.isPlanned(SchemeRates.TABLE, rate))
        .flatMap(this::schemes)
        .toList();
  }

  private Stream<Object[]> schemes(PlacementRate rate) {
    return SchemeRates.SCHEME.allowed().stream()
        .flatMap(
            scheme -> Scheme.parts(scheme, rate).stream().map(part -> scheme(rate, scheme, part)));
  }

  private Object[] scheme(PlacementRate rate, String scheme, Scheme.Part part) {
    Map<String, Object> mart = new HashMap<>(PublishedRow.byColumn(PlacementRates.RECORDS, rate));
    mart.put(SchemeRates.SCHEME.name(), scheme);
    mart.put(SchemeRates.SCHEME_GROUP.name(), part.group());
    mart.put(SchemeRates.IN_NUMERATOR.name(), part.inNumerator());
    PublishedRow row =
        PublishedRow.of(PublishedTables.SCHEME_RATES, terms.releaseId(), mart, terms.names());
    if (!terms.showsAlone(rate)) {
      return row.withhold("graduates", "in_group", "group_rate").values();
    }
    long graduates = terms.shown(rate.graduates());
    long inGroup = terms.shown(part.inGroup());
    row.show("graduates", graduates).show("in_group", inGroup);
    if (graduates == 0) {
      return row.without("group_rate").values();
    }
    return (terms.policy().showsRate(HardshipGroups.ALL, rate.graduates(), rate.placed())
            ? row.show("group_rate", (double) inGroup / graduates)
            : row.withhold("group_rate"))
        .values();
  }
}
