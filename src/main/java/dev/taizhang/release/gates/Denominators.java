package dev.taizhang.release.gates;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.release.draft.RatePlace;
import dev.taizhang.tables.published.PublishedColumn;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A share says nothing where nobody knows of how many, and a part nothing without the whole. */
final class Denominators {

  private Denominators() {}

  static Optional<Finding> of(GateView view) {
    Set<String> lacking = new LinkedHashSet<>();
    for (PublishedTable table : PublishedTables.ALL) {
      for (PublishedColumn share : table.figures()) {
        if (share.denominator().isPresent()) {
          shares(view, table, share, lacking);
        }
      }
    }
    outcomes(view, lacking);
    if (lacking.isEmpty()) {
      return Optional.empty();
    }
    String some = Finding.some(List.copyOf(lacking));
    String plan = view.draft().request().plan().name();
    return Optional.of(
        new Finding(
            Gate.MISSING_DENOMINATORS,
            lacking.size(),
            "Figures would stand without the graduates that they are of: %s. What to do: add the rows of placement_rates for the group all at the same level to the plan '%s' (publication_plans.csv), or take these figures out of it."
                .formatted(some, plan),
            "有的指标没有其分母：%s。怎么办：在发布方案“%s”（publication_plans.csv）中加上同一层级、群体为 all 的 placement_rates，或去掉这些指标。"
                .formatted(some, plan)));
  }

  private static void shares(
      GateView view, PublishedTable table, PublishedColumn share, Set<String> lacking) {
    String denominator = share.denominator().orElseThrow();
    for (Object[] row : view.draft().rows().of(table)) {
      if (table.value(row, share.name()) != null
          && !(table.value(row, denominator) instanceof Long people && people > 0)) {
        lacking.add(table.name() + "." + share.name() + " " + table.keyOf(row));
      }
    }
  }

  /** Counts by outcome add up to the graduates of the same place. */
  private static void outcomes(GateView view, Set<String> lacking) {
    PublishedTable rates = PublishedTables.PLACEMENT_RATES;
    Set<String> wholes = new HashSet<>();
    for (Object[] row : view.draft().rows().of(rates)) {
      if (rates.value(row, "hardship_group").equals(Figure.ALL)
          && rates.value(row, "graduates") != null) {
        RatePlace.of(rates, row)
            .ifPresent(
                place ->
                    wholes.add(
                        whole(rates.value(row, "graduation_year"), place.level(), place.code())));
      }
    }
    PublishedTable outcomes = PublishedTables.OUTCOME_COUNTS;
    for (Object[] row : view.draft().rows().of(outcomes)) {
      String province = (String) outcomes.value(row, "province_code");
      String level = province.equals(Figure.ALL) ? "everywhere" : "province";
      Object year = outcomes.value(row, "graduation_year");
      if (outcomes.value(row, "graduates") != null
          && !wholes.contains(whole(year, level, province))) {
        lacking.add("outcome_counts by " + level + " " + year + "/" + province);
      }
    }
  }

  private static String whole(Object year, String level, String code) {
    return year + " " + level + " " + code;
  }
}
