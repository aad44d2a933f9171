package dev.taizhang.release.draft;

import static java.util.Objects.requireNonNull;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.reference.PlannedCut;
import dev.taizhang.reference.PublicationPlan;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.release.PublishedNames;
import dev.taizhang.tables.OutcomeCounts;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.SchemeRates;
import dev.taizhang.tables.Table;
import java.util.stream.Stream;

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

  /** Whether some table of the plan has figures of everybody by a level. */
  boolean hasEverybodyBy(String level) {
    return Stream.of(PlacementRates.TABLE, OutcomeCounts.TABLE, SchemeRates.TABLE)
            .anyMatch(table -> isPlanned(table, level, Figure.ALL))
        || plan.includes(
            PlacementTrend.TABLE.shortName(), level, Figure.ALL, PlannedCut.Dates.WEEKLY);
  }

  /** A count as it is shown. */
  long shown(long count) {
    return policy.rounding().of(count);
  }
}
