package dev.taizhang.publish.pages;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.statistics.Interval;
import dev.taizhang.statistics.Wilson;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long placement takes in an invented edition, its campaign, and who is unplaced still. */
final class InventedCourses {

  private static final int LAST = InventedCounts.WEEKS - 1;
  // Weeks at whose end the share of those placed is drawn.
  private static final List<Integer> DRAWN = List.of(1, 4, 7, LAST);
  private static final int CAMPAIGN_BEGINS = 3;
  private static final double CLOSE = 0.02;

  private final InventedCounts counts;

  private InventedCourses(InventedCounts counts) {
    this.counts = counts;
  }

  static List<EditionTable> tables(InventedCounts counts) {
    InventedCourses courses = new InventedCourses(counts);
    Map<List<String>, Tally> begin = courses.byPlace(CAMPAIGN_BEGINS, false);
    Map<List<String>, Tally> placesBegin = courses.byPlace(CAMPAIGN_BEGINS, true);
    return List.of(
        courses.byDay(),
        courses.medians(),
        campaign("all", begin, courses.byPlace(LAST - 4, false), courses.byPlace(LAST, false)),
        campaign("places", placesBegin, Map.of(), courses.byPlace(LAST, true)),
        unplaced("all", courses.byPlace(LAST, false)),
        unplaced("places", courses.byPlace(LAST, true)));
  }

  private Map<List<String>, Tally> byPlace(int week, boolean single) {
    return counts.by(
        week, cell -> single ? List.of("university", cell.university()) : List.of("all", "all"));
  }

  private EditionTable byDay() {
    InventedTable table =
        new InventedTable(
            "time_to_placement",
            "all",
            List.of(
                "as_of_date",
                "graduation_year",
                "clock",
                "hardship_group",
                "day",
                "on_date",
                "graduates",
                "censored",
                "at_risk",
                "lost",
                "unplaced_share",
                "unplaced_share_low",
                "unplaced_share_high",
                "employment_share",
                "domestic_study_share",
                "abroad_share",
                "unplaced_share_earliest",
                "unplaced_share_latest"));
    for (String clock : List.of("calendar", "graduation")) {
      for (int week : DRAWN) {
        counts
            .by(week, cell -> List.of("all"))
            .forEach((key, tally) -> day(table, clock, week, key, tally));
      }
    }
    return table.table();
  }

  private static void day(
      InventedTable table, String clock, int week, List<String> key, Tally tally) {
    long day = ChronoUnit.DAYS.between(InventedEdition.date(0), InventedEdition.date(week));
    double left = 1 - tally.rate();
    table.row(
        InventedEdition.NEWEST,
        Integer.parseInt(key.get(1)),
        clock,
        key.get(0),
        day,
        clock.equals("calendar") ? InventedEdition.date(week) : null,
        tally.graduates(),
        0L,
        tally.graduates() - tally.placed(),
        1L,
        left,
        Math.max(0, left - CLOSE),
        Math.min(1, left + CLOSE),
        tally.rate() / 2,
        tally.rate() / 4,
        tally.rate() / 4,
        left,
        left);
  }

  private EditionTable medians() {
    InventedTable table =
        new InventedTable(
            "median_time_to_placement",
            "all",
            List.of(
                "as_of_date",
                "graduation_year",
                "clock",
                "degree_level",
                "hardship_group",
                "graduates",
                "placed_for_good",
                "censored",
                "lost",
                "median_days",
                "median_days_low",
                "median_days_high",
                "median_days_earliest",
                "median_days_latest",
                "reference_median_days",
                "days_later",
                "mean_days_in_180"));
    for (String clock : List.of("calendar", "graduation")) {
      Stream.of(
              counts.by(LAST, cell -> List.of("all")),
              counts.by(LAST, cell -> List.of(cell.major().level())))
          .forEach(
              tallies ->
                  tallies.forEach(
                      (key, tally) ->
                          table.row(
                              InventedEdition.NEWEST,
                              Integer.parseInt(key.get(1)),
                              clock,
                              key.get(2),
                              key.get(0),
                              tally.graduates(),
                              tally.placed(),
                              tally.graduates() - tally.placed(),
                              2L,
                              170L,
                              168L,
                              null,
                              160L,
                              177L,
                              165L,
                              5L,
                              120L)));
    }
    return table.table();
  }

  /** By place at the ends of two months, of those who were unplaced at the beginning. */
  private static EditionTable campaign(
      String part,
      Map<List<String>, Tally> begin,
      Map<List<String>, Tally> july,
      Map<List<String>, Tally> august) {
    InventedTable table =
        new InventedTable(
            "campaign",
            part,
            List.of(
                "as_of_date",
                "graduation_year",
                "month_end",
                "place_level",
                "place_code",
                "place_name",
                "hardship_group",
                "unplaced_on_1_july",
                "placed_since",
                "awaiting",
                "not_seeking",
                "outcome_unknown",
                "lost_from_view",
                "placed_share",
                "placed_share_low",
                "placed_share_high"));
    begin.forEach(
        (key, tally) -> {
          month(table, "2025-07-31", key, tally, july.get(key));
          month(table, "2025-08-31", key, tally, august.get(key));
        });
    return table.table();
  }

  private static void month(
      InventedTable table, String end, List<String> key, Tally before, Tally now) {
    long unplaced = before.graduates() - before.placed();
    if (now == null || unplaced == 0) {
      return;
    }
    long placed = Math.max(0, now.placed() - before.placed());
    long awaiting = (unplaced - placed) / 2;
    long unwilling = (unplaced - placed) / 4;
    Interval limits = Wilson.interval(placed, unplaced);
    table.row(
        InventedEdition.NEWEST,
        Integer.parseInt(key.get(1)),
        LocalDate.parse(end),
        key.get(2),
        key.get(3),
        key.get(3).equals("all") ? null : "虚构大学" + key.get(3),
        key.get(0),
        unplaced,
        placed,
        awaiting,
        unwilling,
        unplaced - placed - awaiting - unwilling,
        0L,
        (double) placed / unplaced,
        limits.low(),
        limits.high());
  }

  private static EditionTable unplaced(String part, Map<List<String>, Tally> tallies) {
    InventedTable table =
        new InventedTable(
            "unplaced_two_years",
            part,
            List.of(
                "as_of_date",
                "graduation_year",
                "place_level",
                "place_code",
                "place_name",
                "hardship_group",
                "graduates",
                "unplaced",
                "awaiting",
                "not_seeking",
                "outcome_unknown",
                "found_placed",
                "found_unplaced",
                "oldest_word",
                "median_word",
                "newest_word",
                "no_word_30_days",
                "no_word_90_days"));
    tallies.forEach(
        (key, tally) ->
            table.row(
                InventedEdition.NEWEST,
                Integer.parseInt(key.get(1)),
                key.get(2),
                key.get(3),
                key.get(3).equals("all") ? null : "虚构大学" + key.get(3),
                key.get(0),
                tally.graduates(),
                tally.graduates() - tally.placed(),
                tally.count("awaiting"),
                tally.count("not_seeking"),
                tally.count("outcome_unknown"),
                0L,
                0L,
                InventedEdition.date(0),
                InventedEdition.date(LAST - 1),
                InventedEdition.NEWEST,
                3L,
                1L));
    return table.table();
  }
}
