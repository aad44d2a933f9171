package dev.taizhang.release;

import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Columns of figures: what they are about, counts, rates with intervals, gaps with theirs. */
final class RateLayout {

  private final TableLayout<PlacementRate> layout;

  RateLayout(EditionWords words) {
    layout = new TableLayout<>(words);
  }

  TableLayout<PlacementRate> layout() {
    return layout;
  }

  RateLayout date() {
    layout.value("as_of_date", PlacementRate::asOfDate);
    return this;
  }

  RateLayout cohort() {
    layout.count("graduation_year", PlacementRate::graduationYear);
    return this;
  }

  RateLayout kind() {
    layout.value("as_of_kind", PlacementRate::asOfKind);
    return this;
  }

  RateLayout university() {
    layout.value("university_code", PlacementRate::universityCode);
    return this;
  }

  RateLayout degree() {
    layout.value("degree_level", PlacementRate::degreeLevel);
    return this;
  }

  RateLayout group() {
    layout.value("hardship_group", PlacementRate::hardshipGroup);
    return this;
  }

  RateLayout region() {
    layout
        .value("region_role", PlacementRate::regionRole)
        .value("region_level", PlacementRate::regionLevel)
        .value("region_code", PlacementRate::regionCode)
        .value("region_name", PlacementRate::regionName);
    return this;
  }

  RateLayout field() {
    layout
        .value("major_level", PlacementRate::majorLevel)
        .value("major_catalogue", PlacementRate::majorCatalogue)
        .value("major_code", PlacementRate::majorCode)
        .value("major_name", PlacementRate::majorName);
    return this;
  }

  /** Numerator and denominator. */
  RateLayout counts() {
    layout.count("graduates", PlacementRate::graduates).count("placed", PlacementRate::placed);
    return this;
  }

  /** What the numerator is made of. */
  RateLayout components() {
    layout
        .count("contract", PlacementRate::contract)
        .count("other_employment", PlacementRate::otherEmployment)
        .count("self_employed", PlacementRate::selfEmployed)
        .count("freelance", PlacementRate::freelance)
        .count("domestic_study", PlacementRate::domesticStudy)
        .count("abroad", PlacementRate::abroad);
    return this;
  }

  /** Who is not placed, or not known to be. */
  RateLayout rest() {
    layout
        .count("awaiting", PlacementRate::awaiting)
        .count("not_seeking", PlacementRate::notSeeking);
    return unknown();
  }

  RateLayout unknown() {
    layout.count("outcome_unknown", PlacementRate::outcomeUnknown);
    return this;
  }

  RateLayout rate() {
    return share("placement_rate", PlacementRate::placementRate)
        .share("placement_rate_low", PlacementRate::placementRateLow)
        .share("placement_rate_high", PlacementRate::placementRateHigh);
  }

  RateLayout highestRate() {
    return share(
        "placement_rate_highest",
        rate -> (double) (rate.placed() + rate.outcomeUnknown()) / rate.graduates());
  }

  /**
   * The rate that gaps are measured from.
   *
   * @param reference how many graduates it stands on
   */
  RateLayout referenceRate(ReferenceGraduates reference) {
    layout.shown(
        "reference_rate", rate -> marked(Shown.share(rate.referenceRate()), reference.of(rate)));
    return this;
  }

  /**
   * The gap with its limits, which stands on both groups.
   *
   * @param reference how many graduates are compared with
   */
  RateLayout gap(ReferenceGraduates reference) {
    ToLongFunction<PlacementRate> fewer = rate -> Math.min(rate.graduates(), reference.of(rate));
    return share("rate_gap", PlacementRate::rateGap, fewer)
        .share("rate_gap_low", PlacementRate::rateGapLow, fewer)
        .share("rate_gap_high", PlacementRate::rateGapHigh, fewer);
  }

  RateLayout stale() {
    layout.count("stale_graduates", PlacementRate::staleGraduates);
    return this;
  }

  /** A share that is marked where it stands on few graduates. */
  private RateLayout share(String column, Function<PlacementRate, Double> share) {
    return share(column, share, PlacementRate::graduates);
  }

  private RateLayout share(
      String column,
      Function<PlacementRate, Double> share,
      ToLongFunction<PlacementRate> graduates) {
    layout.shown(
        column, rate -> marked(Shown.share(share.apply(rate)), graduates.applyAsLong(rate)));
    return this;
  }

  /** A share with what tells how little it stands on. */
  static Shown marked(Shown share, long graduates) {
    return graduates < Symbol.RELIABLE_GRADUATES ? share.marked(Symbol.UNRELIABLE) : share;
  }
}
