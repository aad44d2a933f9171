package dev.taizhang.publish.pages;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.statistics.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Gaps of the groups of an invented edition: as they are those of its counts; like with like three
 * points more, so that the sign of a small one turns.
 */
final class InventedGaps {

  private static final int LAST = InventedCounts.WEEKS - 1;
  private static final double MORE = 0.03;
  private static final double HALF = 0.04;

  private InventedGaps() {}

  static List<EditionTable> tables(InventedCounts counts, UnaryOperator<String> name) {
    Map<List<String>, Tally> tallies = new LinkedHashMap<>();
    tallies.putAll(counts.by(LAST, cell -> List.of("all")));
    tallies.putAll(counts.by(LAST, cell -> List.of(cell.major().level())));
    InventedTable gaps =
        new InventedTable(
            "hardship_gaps",
            "all",
            List.of(
                "as_of_date",
                "as_of_kind",
                "graduation_year",
                "degree_level",
                "hardship_group",
                "stratification",
                "graduates",
                "placed",
                "reference_graduates",
                "reference_placed",
                "crude_gap",
                "crude_gap_low",
                "crude_gap_high",
                "adjusted_gap",
                "adjusted_gap_low",
                "adjusted_gap_high",
                "clustered_low",
                "clustered_high",
                "composition_part",
                "rate_part",
                "unmatched_part",
                "graduates_without_counterpart",
                "sign_turns",
                "tags_added_after_placement",
                "tags_dropped_after_placement"));
    InventedTable carriers =
        new InventedTable(
            "gap_contributions",
            "all",
            List.of(
                "as_of_date",
                "graduation_year",
                "hardship_group",
                "contributor_kind",
                "major_catalogue",
                "contributor_code",
                "contributor_name",
                "graduates",
                "placed",
                "reference_graduates",
                "reference_placed",
                "contribution"));
    tallies.forEach(
        (key, tally) -> {
          Tally reference = tallies.get(List.of("none", key.get(1), key.get(2)));
          if (!List.of("all", "none").contains(key.get(0)) && reference != null) {
            gap(gaps, key, tally, reference);
            if (key.get(2).equals("all")) {
              carrier(carriers, key, name.apply("专业类"), tally, reference);
            }
          }
        });
    return List.of(gaps.table(), carriers.table());
  }

  private static void gap(InventedTable table, List<String> key, Tally tally, Tally reference) {
    double crude = tally.rate() - reference.rate();
    double adjusted = crude + MORE;
    Interval limits = tally.gapInterval(reference);
    for (String within : List.of("class_university", "class_tier")) {
      table.row(
          InventedEdition.NEWEST,
          "plain",
          Integer.parseInt(key.get(1)),
          key.get(2),
          key.get(0),
          within,
          tally.graduates(),
          tally.placed(),
          reference.graduates(),
          reference.placed(),
          crude,
          limits.low(),
          limits.high(),
          adjusted,
          adjusted - HALF,
          adjusted + HALF,
          adjusted - 2 * HALF,
          adjusted + 2 * HALF,
          -MORE,
          adjusted,
          0.0,
          3L,
          crude * adjusted < 0,
          1L,
          2L);
    }
  }

  private static void carrier(
      InventedTable table, List<String> key, String name, Tally tally, Tally reference) {
    table.row(
        InventedEdition.NEWEST,
        Integer.parseInt(key.get(1)),
        key.get(0),
        "class",
        "undergraduate",
        "0809",
        name,
        tally.graduates(),
        tally.placed(),
        reference.graduates(),
        reference.placed(),
        tally.rate() - reference.rate() + MORE);
  }
}
