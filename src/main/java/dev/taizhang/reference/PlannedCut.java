package dev.taizhang.reference;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A cut that leaves the house. One that no release could have is refused, so that a plan says what
 * will be there.
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
  private static final String WEEKLY_TABLE = "placement_trend";

  private static final List<String> PROTECTED =
      List.of("everywhere", "province", "prefecture", "university", "discipline");
  private static final List<String> OF_ALL_ALONE = List.of("class", "major");
  private static final List<String> EVERYWHERE = List.of("everywhere");
  private static final List<String> BY_PROVINCE = List.of("everywhere", "province");

  /**
   * What of a table can leave the house. A plan that asks for more would promise what no release
   * has.
   *
   * @param levels by which it may be cut
   * @param ofAll by which for the group all alone
   * @param hasGroups whether for other groups than all
   * @param why it is no more
   */
  private record Leaving(List<String> levels, List<String> ofAll, boolean hasGroups, String why) {}

  private static final Leaving RATES =
      new Leaving(PROTECTED, OF_ALL_ALONE, true, "complements are chosen over these alone");
  private static final Leaving TREND =
      new Leaving(
          PROTECTED,
          List.of(),
          false,
          "figures of other groups from week to week are not protected");
  private static final Leaving PARTS =
      new Leaving(
          BY_PROVINCE, List.of(), false, "parts of what is shown elsewhere are not protected");
  private static final Leaving WIDE =
      new Leaving(
          EVERYWHERE,
          List.of(),
          true,
          "what its figures give away of a smaller place cannot be told");

  private static final Map<String, Leaving> TABLES = tables();

  private static Map<String, Leaving> tables() {
    Map<String, Leaving> tables = new LinkedHashMap<>();
    tables.put("placement_rates", RATES);
    tables.put(WEEKLY_TABLE, TREND);
    tables.put("outcome_counts", PARTS);
    tables.put("scheme_rates", PARTS);
    List.of(
            "hardship_gaps",
            "time_to_placement",
            "campaign",
            "assistance_coverage",
            "assistance_funnel",
            "transitions")
        .forEach(table -> tables.put(table, WIDE));
    return Collections.unmodifiableMap(tables);
  }

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
    Leaving leaving = TABLES.get(table);
    if (leaving == null) {
      throw new IllegalArgumentException(
          "There is no table '%s' that a plan can name; use %s."
              .formatted(table, String.join(", ", TABLES.keySet())));
    }
    if (!PROTECTED.contains(level) && !OF_ALL_ALONE.contains(level)) {
      throw new IllegalArgumentException(
          "Figures by '%s' cannot be protected; use %s, or for the group all alone %s."
              .formatted(level, String.join(", ", PROTECTED), String.join(" and ", OF_ALL_ALONE)));
    }
    boolean isOfAllAlone = groups.equals(Set.of(ALL));
    if (leaving.ofAll().contains(level) && !isOfAllAlone) {
      throw new IllegalArgumentException(
          "Figures by %s can leave the house for the group all alone, since nothing protects those"
                  .formatted(level)
              + " of other groups.");
    }
    if (!leaving.levels().contains(level) && !leaving.ofAll().contains(level)) {
      throw new IllegalArgumentException(
          "The table %s can leave the house by %s only, since %s."
              .formatted(table, String.join(" and ", leaving.levels()), leaving.why()));
    }
    if (!leaving.hasGroups() && !isOfAllAlone) {
      throw new IllegalArgumentException(
          "The table %s can leave the house for the group all only, since %s."
              .formatted(table, leaving.why()));
    }
    if (table.equals(WEEKLY_TABLE) && !dates.equals(Set.of(Dates.WEEKLY))) {
      throw new IllegalArgumentException(
          "The table %s is of every week up to the date; its dates are weekly.".formatted(table));
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
