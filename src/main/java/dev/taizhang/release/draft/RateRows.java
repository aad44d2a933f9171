package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.rates.CountedRate;
import dev.taizhang.marts.Scheme;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.reference.PublicationPlan;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.release.PublishedNames;
import dev.taizhang.tables.OutcomeCounts;
import dev.taizhang.tables.OutcomeCounts.OutcomeCount;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.SchemeRates;
import dev.taizhang.tables.published.FigureSymbol;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows of rates, and of counts that are parts of them. Rates and limits are computed from the
 * counts that are shown beside them: a rate with its limits gives both counts away.
 */
final class RateRows {

  private static final String[] RATES = {
    "placement_rate", "placement_rate_low", "placement_rate_high"
  };
  private static final String[] GAPS = {
    "reference_rate", "rate_gap", "rate_gap_low", "rate_gap_high"
  };
  private static final String[] PARTS = {
    "contract",
    "other_employment",
    "self_employed",
    "freelance",
    "domestic_study",
    "abroad",
    "awaiting",
    "not_seeking",
    "outcome_unknown"
  };

  /** Groups that are compared with nobody. */
  private static final Set<String> COMPARED_WITH_NOBODY =
      Set.of(HardshipGroups.ALL, HardshipGroups.NONE);

  private static final String WEEKLY = "placement_trend";

  private final String releaseId;
  private final ReleaseDate date;
  private final PublicationPlan plan;
  private final PublicationPolicy policy;
  private final PublishedNames names;
  private final Map<Figure, Verdict> verdicts;

  RateRows(
      String releaseId,
      ReleaseDate date,
      PublicationPlan plan,
      PublicationPolicy policy,
      PublishedNames names,
      Map<Figure, Verdict> verdicts) {
    this.releaseId = releaseId;
    this.date = date;
    this.plan = plan;
    this.policy = policy;
    this.names = names;
    this.verdicts = Map.copyOf(verdicts);
  }

  /** Whose cut a rate is, whatever the group. */
  private record CutOfRate(int graduationYear, RatePlace place) {

    static CutOfRate of(PlacementRate rate) {
      return new CutOfRate(rate.graduationYear(), RatePlace.of(rate).orElseThrow());
    }
  }

  /** The rows of {@link PublishedTables#PLACEMENT_RATES}. */
  List<Object[]> rates(List<PlacementRate> rates) {
    Map<CutOfRate, PlacementRate> references =
        rates.stream()
            .filter(rate -> rate.hardshipGroup().equals(HardshipGroups.NONE))
            .filter(rate -> isPlanned(PlacementRates.TABLE.shortName(), rate))
            .collect(Collectors.toMap(CutOfRate::of, rate -> rate));
    return rates.stream()
        .filter(rate -> isPlanned(PlacementRates.TABLE.shortName(), rate))
        .map(
            rate ->
                row(
                    PublishedTables.PLACEMENT_RATES,
                    PlacementRates.RECORDS,
                    rate,
                    isShown(rate),
                    Optional.ofNullable(references.get(CutOfRate.of(rate)))))
        .toList();
  }

  /** The rows of {@link PublishedTables#PLACEMENT_TREND}. */
  List<Object[]> trend(List<PlacementRate> trend) {
    return trend.stream()
        .filter(
            rate ->
                plan.includes(
                    WEEKLY,
                    RatePlace.of(rate).orElseThrow().level(),
                    rate.hardshipGroup(),
                    dev.taizhang.reference.PlannedCut.Dates.WEEKLY))
        .map(
            rate ->
                row(
                    PublishedTables.PLACEMENT_TREND,
                    PlacementTrend.RECORDS,
                    rate,
                    isShownAlone(rate),
                    Optional.empty()))
        .toList();
  }

  private boolean isPlanned(String table, PlacementRate rate) {
    return date.isPlanned(
        plan, table, RatePlace.of(rate).orElseThrow().level(), rate.hardshipGroup());
  }

  /** Figures that complements are chosen for have a verdict; the others stand alone. */
  private boolean isShown(PlacementRate rate) {
    return RatePlace.figure(rate)
        .findFirst()
        // What nobody judged is not shown.
        .map(figure -> verdicts.getOrDefault(figure, Verdict.PRIMARY) == Verdict.SHOWN)
        .orElseGet(() -> isShownAlone(rate));
  }

  private boolean isShownAlone(PlacementRate rate) {
    return policy.showsCounts(rate.hardshipGroup(), rate.graduates(), rate.placed());
  }

  private Object[] row(
      PublishedTable table,
      RecordType<PlacementRate> type,
      PlacementRate rate,
      boolean isShown,
      Optional<PlacementRate> reference) {
    Map<String, Object> mart = PublishedRow.byColumn(type, rate);
    PublishedRow row = PublishedRow.of(table, releaseId, mart, names);
    if (isShown) {
      row.show("graduates", shown(rate.graduates())).show("placed", shown(rate.placed()));
    } else {
      row.withhold("graduates", "placed");
    }
    parts(row, rate, mart, isShown);
    Optional<CountedRate> counted = isShown ? countedRate(rate) : Optional.empty();
    rate(row, rate, counted, isShown);
    gap(row, rate, counted, reference);
    return row.values();
  }

  private void parts(
      PublishedRow row, PlacementRate rate, Map<String, Object> mart, boolean isShown) {
    for (String part : PARTS) {
      if (!rate.hardshipGroup().equals(HardshipGroups.ALL)) {
        row.without(part);
      } else if (isShown) {
        row.show(part, shown((Long) mart.get(part)));
      } else {
        row.withhold(part);
      }
    }
  }

  private void rate(
      PublishedRow row, PlacementRate rate, Optional<CountedRate> counted, boolean isShown) {
    if (counted.isEmpty()) {
      if (isShown && shown(rate.graduates()) == 0) {
        row.without(RATES);
      } else {
        row.withhold(RATES);
      }
      return;
    }
    FigureSymbol mark =
        rate.graduates() < Symbol.RELIABLE_GRADUATES ? FigureSymbol.UNRELIABLE : null;
    row.show(RATES[0], counted.get().rate(), mark)
        .show(RATES[1], counted.get().low(), mark)
        .show(RATES[2], counted.get().high(), mark);
  }

  private void gap(
      PublishedRow row,
      PlacementRate rate,
      Optional<CountedRate> counted,
      Optional<PlacementRate> reference) {
    if (COMPARED_WITH_NOBODY.contains(rate.hardshipGroup()) || reference.isEmpty()) {
      row.without(GAPS);
      return;
    }
    Optional<CountedRate> others = reference.filter(this::isShown).flatMap(this::countedRate);
    if (counted.isEmpty() || others.isEmpty()) {
      row.withhold(GAPS);
      return;
    }
    CountedRate.Gap gap = counted.get().gapTo(others.get());
    row.show(GAPS[0], others.get().rate())
        .show(GAPS[1], gap.difference())
        .show(GAPS[2], gap.low())
        .show(GAPS[3], gap.high());
  }

  /** The rate of the counts that are shown; empty where the policy withholds it. */
  private Optional<CountedRate> countedRate(PlacementRate rate) {
    long graduates = shown(rate.graduates());
    return graduates > 0 && policy.showsRate(rate.hardshipGroup(), rate.graduates(), rate.placed())
        ? Optional.of(CountedRate.of(Math.min(shown(rate.placed()), graduates), graduates))
        : Optional.empty();
  }

  private long shown(long count) {
    return policy.rounding().of(count);
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
            one ->
                date.isPlanned(
                    plan, OutcomeCounts.TABLE.shortName(), place(one).level(), one.hardshipGroup()))
        .map(
            one -> {
              PublishedRow row =
                  PublishedRow.of(
                      PublishedTables.OUTCOME_COUNTS,
                      releaseId,
                      PublishedRow.byColumn(OutcomeCounts.RECORDS, one),
                      names);
              boolean isShown =
                  shown.getOrDefault(new CutOfRate(one.graduationYear(), place(one)), false);
              return (isShown
                      ? row.show("graduates", shown(one.graduates()))
                      : row.withhold("graduates"))
                  .values();
            })
        .toList();
  }

  private static RatePlace place(OutcomeCount one) {
    return one.provinceCode().equals(Figure.ALL)
        ? new RatePlace("everywhere", Figure.ALL)
        : new RatePlace("province", one.provinceCode());
  }

  private Map<CutOfRate, Boolean> shownOfAll(List<PlacementRate> rates) {
    return rates.stream()
        .filter(rate -> rate.hardshipGroup().equals(HardshipGroups.ALL))
        .collect(Collectors.toMap(CutOfRate::of, this::isShownAlone));
  }

  /** The rows of {@link PublishedTables#SCHEME_RATES}: of everybody alone. */
  List<Object[]> schemes(List<PlacementRate> rates) {
    return rates.stream()
        .filter(rate -> rate.hardshipGroup().equals(HardshipGroups.ALL))
        .filter(rate -> isPlanned(SchemeRates.TABLE.shortName(), rate))
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
    PublishedRow row = PublishedRow.of(PublishedTables.SCHEME_RATES, releaseId, mart, names);
    if (!isShownAlone(rate)) {
      return row.withhold("graduates", "in_group", "group_rate").values();
    }
    long graduates = shown(rate.graduates());
    long inGroup = shown(part.inGroup());
    row.show("graduates", graduates).show("in_group", inGroup);
    if (graduates == 0) {
      return row.without("group_rate").values();
    }
    return (policy.showsRate(HardshipGroups.ALL, rate.graduates(), rate.placed())
            ? row.show("group_rate", (double) inGroup / graduates)
            : row.withhold("group_rate"))
        .values();
  }
}
