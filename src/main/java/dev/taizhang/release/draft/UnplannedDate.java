package dev.taizhang.release.draft;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.reference.PlannedCut;
import dev.taizhang.reference.PublicationPlan;
import dev.taizhang.tables.published.PublishedTables;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Why a plan has no placement rates of a date, without which there is no release. */
final class UnplannedDate {

  private static final String RATES = PublishedTables.PLACEMENT_RATES.name();

  private UnplannedDate() {}

  /**
   * What is missing, and what to do.
   *
   * @param plan the plan
   * @param date the date of which it gave no rates
   */
  static InvalidUsage of(PublicationPlan plan, ReleaseDate date) {
    Set<PlannedCut.Dates> planned =
        plan.cuts().stream()
            .filter(cut -> cut.table().equals(RATES))
            .flatMap(cut -> cut.dates().stream())
            .collect(Collectors.toSet());
    if (planned.isEmpty()) {
      return refused(
          plan,
          date,
          "it has no line of " + RATES,
          "add one to publication_plans.csv, such as %s,%s,everywhere,all,%s,"
              .formatted(
                  plan.name(), RATES, date.dates().isEmpty() ? "official" : written(date.dates())));
    }
    if (date.dates().stream().anyMatch(planned::contains)) {
      return refused(
          plan,
          date,
          "nobody is in the groups that it lists",
          "add other groups to its lines in publication_plans.csv");
    }
    return refused(
        plan,
        date,
        "its dates are %s, and this one is %s"
            .formatted(
                written(planned),
                date.dates().isEmpty() ? "none of those of a plan" : written(date.dates())),
        date.dates().isEmpty()
            ? "give another date with --as-of, such as an official date or the end of a month"
            : "give another date with --as-of, or add %s to the dates of its lines in publication_plans.csv"
                .formatted(date.dates().size() == 1 ? written(date.dates()) : "one of these"));
  }

  private static InvalidUsage refused(
      PublicationPlan plan, ReleaseDate date, String why, String advice) {
    return new InvalidUsage(
        "The plan '%s' has no placement rates of %s: %s; nothing was released. What to do: %s."
            .formatted(plan.name(), date.written(), why, advice));
  }

  /** As the list writes them. */
  private static String written(Set<PlannedCut.Dates> dates) {
    return dates.stream()
        .map(PlannedCut.Dates::code)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining("|"));
  }
}
