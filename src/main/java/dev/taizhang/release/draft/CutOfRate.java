package dev.taizhang.release.draft;

import static java.util.Objects.requireNonNull;

import dev.taizhang.tables.PlacementRates.PlacementRate;

/**
 * Whose cut a rate is, whatever the group.
 *
 * @param graduationYear the cohort
 * @param place where it is of
 */
record CutOfRate(int graduationYear, RatePlace place) {

  CutOfRate {
    requireNonNull(place, "place");
  }

  static CutOfRate of(PlacementRate rate) {
    return new CutOfRate(rate.graduationYear(), RatePlace.of(rate).orElseThrow());
  }
}
