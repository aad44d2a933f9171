package dev.taizhang.publish.pages;

import dev.taizhang.publish.edition.EditionTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Help that was given in an invented edition, and what followed. */
final class InventedHelp {

  private static final int LAST = InventedCounts.WEEKS - 1;

  private final Map<List<String>, Tally> groups;
  private final Map<List<String>, Tally> universities;

  private InventedHelp(InventedCounts counts) {
    this.groups = counts.by(LAST, cell -> List.of("all"));
    this.universities = counts.by(LAST, cell -> List.of(cell.university()));
  }

  static List<EditionTable> tables(InventedCounts counts) {
    InventedHelp help = new InventedHelp(counts);
    return List.of(
        help.coverage("all", help.groups, List.of("7", "30", "90"), List.of("all", "university")),
        help.coverage("universities", help.universities, List.of("30"), List.of("all")),
        help.funnel(),
        help.reasons(),
        help.training(),
        plans("all", help.groups),
        plans("universities", help.universities));
  }

  private EditionTable coverage(
      String part, Map<List<String>, Tally> tallies, List<String> windows, List<String> providers) {
    InventedTable table =
        new InventedTable(
            "assistance_coverage",
            part,
            List.of(
                "as_of_date",
                "graduation_year",
                "window_days",
                "university_code",
                "provider",
                "hardship_group",
                "unplaced_in_window",
                "one_to_one",
                "contact_only",
                "mass_only",
                "mode_unknown",
                "nothing",
                "one_to_one_share",
                "nothing_share",
                "service_standard",
                "standard_full",
                "standard_part",
                "standard_not"));
    tallies.forEach(
        (key, tally) -> {
          long unplaced = unplaced(tally);
          long close = unplaced / 3;
          long called = unplaced / 5;
          long many = unplaced / 7;
          long nothing = unplaced - close - called - many;
          for (String window : windows) {
            for (String provider : unplaced == 0 ? List.<String>of() : providers) {
              table.row(
                  InventedEdition.NEWEST,
                  year(key),
                  window,
                  key.get(2),
                  provider,
                  key.get(0),
                  unplaced,
                  close,
                  called,
                  many,
                  0L,
                  nothing,
                  share(close, unplaced),
                  share(nothing, unplaced),
                  "1131",
                  close,
                  called,
                  many + nothing);
            }
          }
        });
    return table.table();
  }

  private EditionTable funnel() {
    InventedTable table =
        new InventedTable(
            "assistance_funnel",
            "all",
            List.of(
                "as_of_date",
                "graduation_year",
                "hardship_group",
                "recommended",
                "applied",
                "interviewed",
                "offered",
                "signed",
                "signed_share",
                "helped_one_to_one",
                "placed_after_help",
                "days_to_placement"));
    groups.forEach(
        (key, tally) -> {
          long recommended = unplaced(tally);
          if (recommended > 0) {
            table.row(
                InventedEdition.NEWEST,
                year(key),
                key.get(0),
                recommended,
                recommended / 2,
                recommended / 3,
                recommended / 6,
                recommended / 9,
                share(recommended / 9, recommended),
                recommended,
                recommended / 4,
                41L);
          }
        });
    return table.table();
  }

  private EditionTable reasons() {
    InventedTable table =
        new InventedTable(
            "decline_reasons",
            "all",
            List.of(
                "as_of_date",
                "graduation_year",
                "hardship_group",
                "decline_reason_code",
                "declined",
                "declined_share"));
    groups.forEach(
        (key, tally) -> {
          long declined = unplaced(tally);
          for (String reason : declined == 0 ? List.<String>of() : List.of("all", "place", "pay")) {
            long own = reason.equals("all") ? declined : declined / 2;
            table.row(
                InventedEdition.NEWEST, year(key), key.get(0), reason, own, share(own, declined));
          }
        });
    return table.table();
  }

  private EditionTable training() {
    InventedTable table =
        new InventedTable(
            "training",
            "all",
            List.of(
                "as_of_date",
                "graduation_year",
                "hardship_group",
                "training",
                "reached",
                "placed_before",
                "without_date",
                "observed_30",
                "placed_30",
                "placed_share_30",
                "observed_90",
                "placed_90",
                "placed_share_90",
                "observed_180",
                "placed_180",
                "placed_share_180"));
    groups.forEach(
        (key, tally) -> {
          long reached = unplaced(tally);
          Stream<String> kinds = Stream.of("all", "hongzhi_training");
          kinds.forEach(
              kind ->
                  table.row(
                      InventedEdition.NEWEST,
                      year(key),
                      key.get(0),
                      kind,
                      reached,
                      0L,
                      0L,
                      reached,
                      reached / 3,
                      share(reached / 3, reached),
                      reached / 2,
                      reached / 4,
                      share(reached / 4, reached / 2),
                      0L,
                      0L,
                      share(0, 0)));
        });
    return table.table();
  }

  private static EditionTable plans(String part, Map<List<String>, Tally> tallies) {
    InventedTable table =
        new InventedTable(
            "plans",
            part,
            List.of(
                "as_of_date",
                "graduation_year",
                "university_code",
                "key_group_graduates",
                "with_file",
                "with_measure",
                "with_word",
                "with_plan",
                "plan_share",
                "unplaced",
                "unplaced_with_plan",
                "unplaced_plan_share"));
    plan(table, tallies);
    return table.table();
  }

  private static void plan(InventedTable table, Map<List<String>, Tally> tallies) {
    tallies.forEach(
        (key, tally) -> {
          if (key.get(0).equals("key_group")) {
            long planned = tally.graduates() / 3;
            long unplaced = unplaced(tally);
            table.row(
                InventedEdition.NEWEST,
                year(key),
                key.get(2),
                tally.graduates(),
                tally.graduates(),
                tally.graduates() / 2,
                planned,
                planned,
                share(planned, tally.graduates()),
                unplaced,
                unplaced / 3,
                share(unplaced / 3, unplaced));
          }
        });
  }

  private static int year(List<String> key) {
    return Integer.parseInt(key.get(1));
  }

  private static long unplaced(Tally tally) {
    return tally.graduates() - tally.placed();
  }

  /** Null, and so not applicable, where there is nobody. */
  private static Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }
}
