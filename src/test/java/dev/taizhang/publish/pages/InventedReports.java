package dev.taizhang.publish.pages;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.pages.InventedCounts.Cell;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Outcomes, movement and how universities report, of an invented edition. */
final class InventedReports {

  /** What an outcome's code counts as. */
  static final Map<String, String> OUTCOMES =
      new TreeMap<>(
          Map.of(
              "10", "contract",
              "12", "other_employment",
              "75", "self_employed",
              "76", "freelance",
              "80", "domestic_study",
              "85", "abroad",
              "70", "awaiting",
              "71", "not_seeking",
              "unknown", "outcome_unknown"));

  /** Groups of the scheme of 2024, which add up to all graduates. */
  private static final Map<String, List<String>> SCHEME =
      new TreeMap<>(
          Map.of(
              "employer", List.of("contract", "other_employment"),
              "self_employed", List.of("self_employed"),
              "freelance", List.of("freelance"),
              "further_study", List.of("domestic_study", "abroad"),
              "awaiting", List.of("awaiting"),
              "not_seeking", List.of("not_seeking"),
              "outcome_unknown", List.of("outcome_unknown")));

  private static final int LAST = InventedCounts.WEEKS - 1;
  private static final LocalDate NEWEST = InventedEdition.NEWEST;

  private static final List<String> REPORTING =
      List.of(
          "university_code",
          "week_ending",
          "as_of_date",
          "snapshots",
          "snapshots_in_force",
          "last_snapshot_date",
          "days_since_snapshot",
          "on_time",
          "age_days",
          "rows_in_force",
          "compared_rows",
          "expected_graduates",
          "coverage_share",
          "accepted_files",
          "resubmissions",
          "rows_read",
          "rows_quarantined",
          "rows_flagged",
          "quarantined_share",
          "flagged_share",
          "held_slices",
          "stray_slices",
          "rejected_files");

  private final InventedEdition edition;
  private final InventedCounts counts;

  InventedReports(InventedEdition edition, InventedCounts counts) {
    this.edition = edition;
    this.counts = counts;
  }

  List<EditionTable> tables(List<String> universities) {
    List<EditionTable> tables = new ArrayList<>();
    tables.add(outcomes());
    tables.add(scheme());
    tables.add(transitions());
    tables.add(reporting("latest", universities, LAST));
    tables.add(broken("all", universities.size()));
    tables.add(effective(universities));
    tables.add(held(universities.get(0)));
    tables.add(revisions(universities.get(0)));
    tables.add(locked());
    for (String code : universities) {
      tables.add(reporting("university/" + code, List.of(code), 0));
      tables.add(broken("university/" + code, 1));
    }
    return tables;
  }

  private Map<List<String>, Tally> byLevel() {
    Map<List<String>, Tally> tallies = new LinkedHashMap<>();
    List<Function<Cell, List<String>>> cuts =
        List.of(cell -> List.of("all"), cell -> List.of(cell.major().level()));
    cuts.forEach(cut -> tallies.putAll(counts.by(LAST, cut)));
    return tallies;
  }

  private EditionTable outcomes() {
    InventedTable table =
        new InventedTable(
            "outcome_counts",
            "all",
            List.of(
                "as_of_date",
                "hardship_group",
                "graduation_year",
                "degree_level",
                "outcome_code",
                "in_denominator",
                "in_numerator",
                "graduates"));
    byLevel()
        .forEach(
            (key, tally) ->
                OUTCOMES.forEach(
                    (code, counted) -> {
                      boolean placed = Tally.COUNTED.indexOf(counted) < 6;
                      long year = Long.parseLong(key.get(1));
                      table.row(
                          NEWEST,
                          key.get(0),
                          year,
                          key.get(2),
                          code,
                          true,
                          placed,
                          tally.count(counted));
                    }));
    return table.table();
  }

  private EditionTable scheme() {
    InventedTable table =
        new InventedTable(
            "scheme_rates",
            "all",
            List.of(
                "as_of_date",
                "hardship_group",
                "graduation_year",
                "degree_level",
                "scheme",
                "scheme_group",
                "in_numerator",
                "graduates",
                "in_group",
                "group_rate"));
    byLevel()
        .forEach(
            (key, tally) ->
                SCHEME.forEach(
                    (group, counted) -> {
                      long within = counted.stream().mapToLong(tally::count).sum();
                      long year = Long.parseLong(key.get(1));
                      table.row(
                          NEWEST,
                          key.get(0),
                          year,
                          key.get(2),
                          "2024",
                          group,
                          Tally.COUNTED.indexOf(counted.get(0)) < 6,
                          tally.graduates(),
                          within,
                          (double) within / tally.graduates());
                    }));
    return table.table();
  }

  private EditionTable transitions() {
    InventedTable table =
        new InventedTable(
            "transitions",
            "all",
            List.of(
                "as_of_date",
                "previous_date",
                "graduation_year",
                "hardship_group",
                "from_state",
                "to_state",
                "graduates",
                "agreements_terminated"));
    List<String> states = List.of("placed", "awaiting", "not_seeking", "outcome_unknown");
    for (int year : edition.years()) {
      for (int week = 1; week < InventedCounts.WEEKS; week++) {
        for (String group : List.of("all", "none", "any", "key_group")) {
          for (String from : states) {
            for (String to : states) {
              boolean terminated = from.equals("placed") && to.equals("awaiting");
              long moved = from.equals(to) ? 300 + week : 5 + week + states.indexOf(to);
              table.row(
                  InventedEdition.date(week),
                  InventedEdition.date(week - 1),
                  (long) year,
                  group,
                  from,
                  to,
                  moved,
                  terminated ? moved : 0L);
            }
          }
        }
      }
    }
    return table.table();
  }

  /** Every third university is late. */
  private EditionTable reporting(String part, List<String> universities, int from) {
    InventedTable table = new InventedTable("reporting", part, REPORTING);
    for (String code : universities) {
      for (int week = from; week < InventedCounts.WEEKS; week++) {
        LocalDate date = InventedEdition.date(week);
        boolean late = Integer.parseInt(code) % 3 == 0 && week == LAST;
        long days = late ? 13 : 2;
        table.row(
            code,
            date,
            date,
            late ? 0L : 1L,
            late ? 0L : 1L,
            date.minusDays(days),
            days,
            !late,
            days,
            380L,
            380L,
            400L,
            0.95,
            late ? 0L : 1L,
            0L,
            late ? 0L : 380L,
            late ? 0L : 3L,
            late ? 0L : 11L,
            late ? null : (Double) (3.0 / 380),
            late ? null : (Double) (11.0 / 380),
            code.endsWith("1") ? 1L : 0L,
            0L,
            0L);
      }
    }
    return table.table();
  }

  private static EditionTable broken(String part, int universities) {
    InventedTable table =
        new InventedTable(
            "expectation_results",
            part,
            List.of("rule_id", "severity", "scope", "broken_count", "universities"));
    table.row("outcome_unlisted", "flag", "row", 41L * universities, universities);
    table.row("degree_unknown", "quarantine", "row", 3L * universities, universities);
    return table.table();
  }

  private EditionTable effective(List<String> universities) {
    InventedTable table =
        new InventedTable(
            "as_of",
            "latest",
            List.of(
                "as_of_date",
                "university_code",
                "graduation_year",
                "snapshot_date",
                "age_days",
                "covered"));
    for (String code : universities) {
      for (int year : edition.years()) {
        long days = Integer.parseInt(code) % 3 == 0 ? 13 : 2;
        table.row(NEWEST, code, (long) year, NEWEST.minusDays(days), days, true);
      }
    }
    return table.table();
  }

  private EditionTable held(String university) {
    InventedTable table =
        new InventedTable(
            "slices",
            "held",
            List.of(
                "university_code",
                "graduation_year",
                "snapshot_date",
                "graduates",
                "status",
                "why"));
    table.row(
        university,
        (long) edition.years().get(0),
        NEWEST.minusDays(1),
        120L,
        "held",
        edition.name().apply("120 instead of 380 graduates"));
    return table.table();
  }

  private EditionTable revisions(String university) {
    InventedTable table =
        new InventedTable(
            "revisions",
            "latest",
            List.of(
                "revised_at",
                "as_of_date",
                "as_of_kind",
                "university_code",
                "graduation_year",
                "snapshot_date_before",
                "snapshot_date_now",
                "graduates_before",
                "graduates_now",
                "placed_before",
                "placed_now"));
    table.row(
        Instant.parse("2026-06-29T02:00:00Z"),
        InventedEdition.date(LAST - 1),
        "plain",
        university,
        (long) edition.years().get(0),
        InventedEdition.date(LAST - 2),
        InventedEdition.date(LAST - 1),
        379L,
        380L,
        300L,
        306L);
    return table.table();
  }

  private EditionTable locked() {
    InventedTable table =
        new InventedTable(
            "official_figures",
            "all",
            List.of(
                "as_of_date",
                "graduation_year",
                "degree_level",
                "hardship_group",
                "graduates_locked",
                "graduates_now",
                "graduates_moved",
                "placed_locked",
                "placed_now",
                "placed_moved",
                "placement_rate_locked",
                "placement_rate_now",
                "placement_rate_moved",
                "locked_at",
                "why"));
    table.row(
        InventedEdition.date(LAST - 2),
        (long) edition.years().get(0),
        "all",
        "all",
        4800L,
        4802L,
        2L,
        3600L,
        3603L,
        3L,
        0.75,
        3603.0 / 4802,
        3603.0 / 4802 - 0.75,
        Instant.parse("2026-06-15T01:00:00Z"),
        edition.name().apply("reported to the ministry"));
    return table.table();
  }
}
