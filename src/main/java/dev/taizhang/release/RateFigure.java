package dev.taizhang.release;

import static java.util.Objects.requireNonNull;

import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.time.LocalDate;

/**
 * A rate as sentences speak of it, of the warehouse or of a release.
 *
 * @param asOfDate its date
 * @param graduationYear its cohort
 * @param degreeLevel its degree level
 * @param hardshipGroup its group
 * @param graduates its denominator
 * @param placed its numerator
 * @param placementRate the rate
 * @param placementRateLow lower limit
 * @param placementRateHigh upper limit
 * @param rateGap the gap to those without hardship; null where there is none, or none is shown
 * @param rateGapLow its lower limit
 * @param rateGapHigh its upper limit
 */
public record RateFigure(
    LocalDate asOfDate,
    int graduationYear,
    String degreeLevel,
    String hardshipGroup,
    long graduates,
    long placed,
    double placementRate,
    double placementRateLow,
    double placementRateHigh,
    Double rateGap,
    Double rateGapLow,
    Double rateGapHigh) {

  public RateFigure {
    requireNonNull(asOfDate, "asOfDate");
    requireNonNull(degreeLevel, "degreeLevel");
    requireNonNull(hardshipGroup, "hardshipGroup");
  }

  /** The rate of a cut of the warehouse. */
  static RateFigure of(PlacementRate rate) {
    return new RateFigure(
        rate.asOfDate(),
        rate.graduationYear(),
        rate.degreeLevel(),
        rate.hardshipGroup(),
        rate.graduates(),
        rate.placed(),
        rate.placementRate(),
        rate.placementRateLow(),
        rate.placementRateHigh(),
        rate.rateGap(),
        rate.rateGapLow(),
        rate.rateGapHigh());
  }
}
