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
import java.util.stream.Stream;

/** Rows of counts that are parts of everybody: by outcome, and by the ministry's schemes. */
final class PartRows {

  private final Terms terms;
  private final EverybodysFigures everybody;

  PartRows(Terms terms, EverybodysFigures everybody) {
    this.terms = terms;
    this.everybody = everybody;
  }

  /**
   * The rows of {@link PublishedTables#OUTCOME_COUNTS}: where the whole is shown. There is a row
   * only of an outcome that somebody has, so that one without a count, or with a count that was
   * rounded to nobody, would tell that somebody has it.
   */
  List<Object[]> outcomes(List<OutcomeCount> outcomes) {
    return outcomes.stream()
        .filter(
            one -> terms.isPlanned(OutcomeCounts.TABLE, place(one).level(), one.hardshipGroup()))
        .filter(
            one ->
                everybody.isShown(one.asOfDate(), one.asOfKind(), one.graduationYear(), place(one)))
        .filter(one -> terms.shown(one.graduates()) > 0)
        .map(
            one ->
                PublishedRow.of(
                        PublishedTables.OUTCOME_COUNTS,
                        terms.releaseId(),
                        PublishedRow.byColumn(OutcomeCounts.RECORDS, one),
                        terms.names())
                    .show("graduates", terms.shown(one.graduates()))
                    .values())
        .toList();
  }

  private static RatePlace place(OutcomeCount one) {
    return one.provinceCode().equals(Figure.ALL)
        ? RatePlace.EVERYWHERE
        : new RatePlace(Level.PROVINCE.code(), one.provinceCode());
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
    if (!everybody.isShown(rate)) {
      return row.withhold("graduates", "in_group", "group_rate").values();
    }
    long graduates = terms.shown(rate.graduates());
    long inGroup = terms.shown(part.inGroup());
    row.show("graduates", graduates).show("in_group", inGroup);
    if (graduates == 0) {
      return row.without("group_rate").values();
    }
    return (terms.policy().showsRate(HardshipGroups.ALL, rate.graduates(), part.inGroup())
            ? row.show("group_rate", (double) inGroup / graduates)
            : row.withhold("group_rate"))
        .values();
  }
}
