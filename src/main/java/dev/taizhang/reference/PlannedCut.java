package dev.taizhang.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A cut that leaves the house.
 *
 * @param plan name of the plan
 * @param table table of the schema {@code published}
 * @param level what it is cut by
 * @param groups hardship groups; {@code *} is every group
 * @param dates at which dates
 */
public record PlannedCut(
    String plan, String table, String level, Set<String> groups, Set<Dates> dates) {

  static final String EVERY_GROUP = "*";
  private static final String ALL = "all";

  /** Tables whose figures are sums of graduates, so that a sum can be withheld for another one. */
  private static final List<String> OF_SUMS = List.of("placement_rates", "placement_trend");

  /** Tables whose figures no sum tells: gaps, curves, shares of what was done for people. */
  private static final List<String> OF_OTHERS =
      List.of(
          "outcome_counts",
          "scheme_rates",
          "hardship_gaps",
          "time_to_placement",
          "campaign",
          "assistance_coverage",
          "assistance_funnel",
          "transitions");

  private static final List<String> WIDE = List.of("everywhere", "province");
  private static final List<String> PROTECTED =
      List.of("everywhere", "province", "prefecture", "university", "discipline");
  private static final List<String> OF_ALL_ALONE = List.of("class", "major");

  /** Kinds of as-of dates. */
  public enum Dates {
    OFFICIAL,
    MONTH_END,
    WEEKLY;

    /** As the list writes it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Dates of(String code) {
      return Arrays.stream(values())
          .filter(dates -> dates.code().equals(code))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "There are no dates '%s'; use official, month_end or weekly, joined by |."
                          .formatted(code)));
    }
  }

  public PlannedCut {
    groups = Set.copyOf(groups);
    dates = Set.copyOf(dates);
    if (!OF_SUMS.contains(table) && !OF_OTHERS.contains(table)) {
      throw new IllegalArgumentException(
          "There is no table '%s' that a plan can name; use %s or %s."
              .formatted(table, String.join(", ", OF_SUMS), String.join(", ", OF_OTHERS)));
    }
    if (!PROTECTED.contains(level) && !OF_ALL_ALONE.contains(level)) {
      throw new IllegalArgumentException(
          "Figures by '%s' cannot be protected; use %s, or for the group all alone %s."
              .formatted(level, String.join(", ", PROTECTED), String.join(" and ", OF_ALL_ALONE)));
    }
    if (OF_ALL_ALONE.contains(level) && !groups.equals(Set.of(ALL))) {
      throw new IllegalArgumentException(
          "Figures by %s can leave the house for the group all alone, since nothing protects those"
                  .formatted(level)
              + " of other groups.");
    }
    if (OF_OTHERS.contains(table) && !WIDE.contains(level)) {
      throw new IllegalArgumentException(
          "The table %s can leave the house by everywhere and province only, since what its"
                  .formatted(table)
              + " figures give away of a smaller place cannot be told.");
    }
  }

  /** Whether it speaks of a hardship group. */
  public boolean includesGroup(String group) {
    return groups.contains(EVERY_GROUP) || groups.contains(group);
  }

  /** What no two lines of the list may say something different of. */
  String key() {
    return String.join(
        " ", plan, table, level, String.join("|", groups.stream().sorted().toList()));
  }
}
