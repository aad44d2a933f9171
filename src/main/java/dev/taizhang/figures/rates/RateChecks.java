package dev.taizhang.figures.rates;

import static java.util.stream.Collectors.joining;

import dev.taizhang.reference.Outcome;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What must hold of the rates: that they are those of the history, and that parts add up to wholes.
 */
public final class RateChecks {

  public static final List<Check> CHECKS = checks();

  private RateChecks() {}

  private static List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(fromHistory());
    checks.add(groupsAddUp("rates", PlacementRates.TABLE));
    checks.addAll(partsAddUp());
    return List.copyOf(checks);
  }

  private static Check fromHistory() {
    return Check.that(
        "rates_from_history",
        "graduates and placed of each cohort match the history at the effective slices",
        """
        SELECT r.as_of_date, r.graduation_year, r.graduates, h.graduates AS in_history,
          r.placed, h.placed AS placed_in_history
        FROM (SELECT as_of_date, as_of_kind, graduation_year, graduates, placed
          FROM marts.placement_rates WHERE degree_level = 'all' AND region_role = 'all' AND major_level = 'all'
          AND university_code = 'all' AND hardship_group = 'all') r
        FULL JOIN (
          SELECT a.as_of_date, a.as_of_kind, a.graduation_year,
            count_if(h.in_denominator) AS graduates,
            count_if(h.outcome_code IN (%s)) AS placed
          FROM marts.as_of a JOIN ledger.history h
            ON a.university_code = h.university_code AND a.graduation_year = h.graduation_year
            AND h.valid_from <= a.snapshot_date
            AND coalesce(h.valid_to > a.snapshot_date, true) AND h.change_kind <> 'left'
          WHERE a.in_rates GROUP BY 1, 2, 3 HAVING graduates > 0) h
        ON r.as_of_date = h.as_of_date AND r.as_of_kind = h.as_of_kind
          AND r.graduation_year = h.graduation_year
        WHERE NOT (r.graduates <=> h.graduates AND r.placed <=> h.placed)"""
            .formatted(placedCodes()));
  }

  /** Of each dimension, in the cuts that have its parts. */
  private static List<Check> partsAddUp() {
    List<Check> checks = new ArrayList<>();
    String upToDiscipline = "major_level IN ('all', 'discipline')";
    String groupsOfUniversityMajors = "hardship_group IN ('all', 'none', 'any', 'key_group')";
    checks.add(
        addsUp(
            "universities",
            "university_code <> 'all'",
            "university_code",
            "region_role = 'all' AND (%s OR %s)"
                .formatted(upToDiscipline, groupsOfUniversityMajors)));
    for (String role : List.of("university", "origin")) {
      for (String level : List.of("province", "prefecture")) {
        boolean allMajorLevels = role.equals("university") && level.equals("province");
        checks.add(
            addsUp(
                role + "_" + level,
                "region_role = '%s' AND region_level = '%s'".formatted(role, level),
                "region_role, region_level, region_code",
                "university_code = 'all' AND " + (allMajorLevels ? "true" : upToDiscipline)));
      }
    }
    checks.add(addsUpOverMajors("discipline", "true"));
    for (String level : List.of("class", "major")) {
      checks.add(
          addsUpOverMajors(
              level,
              "region_role <> 'origin' AND region_level <> 'prefecture' AND (university_code ="
                  + " 'all' OR "
                  + groupsOfUniversityMajors
                  + ")"));
    }
    checks.add(addsUp("degree_levels", "degree_level <> 'all'", "degree_level", "true"));
    return checks;
  }

  private static String placedCodes() {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.component().placed())
        .map(outcome -> "'" + outcome.code() + "'")
        .collect(joining(", "));
  }

  /** The hardship groups that leave nobody out and count nobody twice add up to everybody. */
  static Check groupsAddUp(String figures, Table table) {
    String cut =
        PlacementRates.KEY.stream()
            .map(Field::name)
            .filter(name -> !name.equals("hardship_group"))
            .collect(joining(", "));
    // By university the classes and majors have only some of the groups.
    return Check.that(
        "groups_add_up_in_" + figures,
        "none + any + employment_difficulty_only + unknown = all in " + table.name(),
        """
        SELECT %1$s FROM %2$s
        WHERE university_code = 'all' OR major_level IN ('all', 'discipline')
        GROUP BY %1$s
        HAVING sum(CASE WHEN hardship_group = 'all' THEN graduates ELSE 0 END)
          <> sum(CASE WHEN hardship_group IN ('none', 'any', 'employment_difficulty_only', 'unknown')
            THEN graduates ELSE 0 END)
        OR sum(CASE WHEN hardship_group = 'all' THEN placed ELSE 0 END)
          <> sum(CASE WHEN hardship_group IN ('none', 'any', 'employment_difficulty_only', 'unknown')
            THEN placed ELSE 0 END)"""
            .formatted(cut, table.name()));
  }

  private static Check addsUpOverMajors(String level, String where) {
    return addsUp(
        level, "major_level = '" + level + "'", "major_level, major_catalogue, major_code", where);
  }

  /**
   * The parts of a dimension add up to the whole, in every cut that has it.
   *
   * @param parts condition of the rows that are parts
   * @param dimension columns that tell the parts apart, and are {@code all} in the whole
   * @param where condition of the cuts that have parts
   */
  private static Check addsUp(String name, String parts, String dimension, String where) {
    List<String> dropped = List.of(dimension.split(", "));
    List<String> cut =
        PlacementRates.KEY.stream()
            .map(Field::name)
            .filter(column -> !dropped.contains(column))
            .toList();
    List<String> counts =
        List.of(
            "graduates", "placed", "awaiting", "not_seeking", "outcome_unknown", "stale_graduates");
    return Check.that(
        "adds_up_over_" + name,
        "totals are the sums over " + name,
        """
        SELECT %s, w.graduates, p.graduates AS in_parts
        FROM (SELECT * FROM marts.placement_rates WHERE %s AND %s) w
        FULL JOIN (SELECT %s, %s FROM marts.placement_rates WHERE %s AND %s GROUP BY ALL) p
        ON %s WHERE NOT (%s)"""
            .formatted(
                each(cut, "coalesce(w.%1$s, p.%1$s)", ", "),
                each(dropped, "%1$s = 'all'", " AND "),
                where,
                String.join(", ", cut),
                each(counts, "sum(%1$s) AS %1$s", ", "),
                parts,
                where,
                each(cut, "w.%1$s = p.%1$s", " AND "),
                each(counts, "w.%1$s <=> p.%1$s", " AND ")));
  }

  private static String each(List<String> names, String form, String separator) {
    return names.stream().map(form::formatted).collect(joining(separator));
  }
}
