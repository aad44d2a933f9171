package dev.taizhang.reference;

import java.util.List;

/**
 * Which cuts leave the house, at which dates.
 *
 * @param name what a job calls it by
 * @param cuts the cuts, in the order of the list
 */
public record PublicationPlan(String name, List<PlannedCut> cuts) {

  /** The plan of a job that names none. */
  public static final String DEFAULT = "default";

  public PublicationPlan {
    cuts = List.copyOf(cuts);
    if (cuts.isEmpty()) {
      throw new IllegalArgumentException("Plan " + name + " has no cut.");
    }
  }

  /** Whether a figure of a date of some kind leaves the house. */
  public boolean includes(String table, String level, String group, PlannedCut.Dates dates) {
    return cuts.stream()
        .filter(cut -> cut.table().equals(table) && cut.level().equals(level))
        .anyMatch(cut -> cut.includesGroup(group) && cut.dates().contains(dates));
  }
}
