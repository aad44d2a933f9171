package dev.taizhang.release.draft;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The figure of everybody in a place.
 *
 * @param place the place
 * @param whole the place that it is a part of; empty where no figure of one leaves
 * @param count graduates and placed
 */
record PartOfAll(RatePlace place, Optional<RatePlace> whole, FigureCounts.Count count) {

  PartOfAll {
    requireNonNull(place, "place");
    requireNonNull(whole, "whole");
    requireNonNull(count, "count");
  }
}
