package dev.taizhang.release.draft;

import static java.util.Objects.requireNonNull;

import dev.taizhang.reference.PlannedCut;
import dev.taizhang.reference.PublicationPlan;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.release.PublishedNames;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.Table;

/**
 * On what terms rows leave the house.
 *
 * @param releaseId the release
 * @param date the date that it speaks of
 * @param plan which figures it has
 * @param policy how they are protected
 * @param names what codes are called
 */
record Terms(
    String releaseId,
    ReleaseDate date,
    PublicationPlan plan,
    PublicationPolicy policy,
    PublishedNames names) {

  Terms {
    requireNonNull(releaseId, "releaseId");
    requireNonNull(date, "date");
    requireNonNull(plan, "plan");
    requireNonNull(policy, "policy");
    requireNonNull(names, "names");
  }

  /** Whether the plan has figures of the date. */
  boolean isPlanned(Table table, String level, String group) {
    return date.isPlanned(plan, table.shortName(), level, group);
  }

  boolean isPlanned(Table table, PlacementRate rate) {
    return isPlanned(table, RatePlace.of(rate).orElseThrow().level(), rate.hardshipGroup());
  }

  /** Whether the plan has a rate of one of the weeks up to the date. */
  boolean isPlannedWeekly(PlacementRate rate) {
    return plan.includes(
        PlacementTrend.TABLE.shortName(),
        RatePlace.of(rate).orElseThrow().level(),
        rate.hardshipGroup(),
        PlannedCut.Dates.WEEKLY);
  }

  /** Whether the policy lets a rate be shown, whatever stands beside it. */
  boolean showsAlone(PlacementRate rate) {
    return policy.showsCounts(rate.hardshipGroup(), rate.graduates(), rate.placed());
  }

  /** A count as it is shown. */
  long shown(long count) {
    return policy.rounding().of(count);
  }
}
