package dev.taizhang.figures.rates;

import static java.util.stream.Collectors.joining;

import dev.taizhang.reference.Outcome;
import dev.taizhang.tables.Agreement;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.History;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What must hold of the rates: that they are those of the history, and that parts add up to wholes.
 */
public final class RateChecks {

  static final List<String> COHORT = List.of("as_of_date", "as_of_kind", "graduation_year");

  public static final List<Check> CHECKS = checks();

  private RateChecks() {}

  private static List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(fromHistory());
    checks.add(groupsAddUp("rates", PlacementRates.TABLE));
    checks.addAll(partsAddUp());
    return List.copyOf(checks);
  }

  /** Everybody of each cohort, everywhere and in whatever they studied. */
  static Tally ofEverybody(Table table) {
    return Tally.of(table)
        .where(
            "degree_level = 'all' AND region_role = 'all' AND major_level = 'all'",
            "university_code = 'all' AND hardship_group = 'all'")
        .by(COHORT)
        .counting("graduates", "placed");
  }

  private static Check fromHistory() {
    return Check.that(
        "rates_from_history",
        "graduates and placed of each cohort match the history at the effective slices",
        Agreement.between(
                ofEverybody(PlacementRates.TABLE),
                Tally.of(History.TABLE)
                    .beside(
                        AsOf.TABLE,
                        List.of(AsOf.UNIVERSITY_CODE, AsOf.GRADUATION_YEAR),
                        List.of(
                            AsOf.AS_OF_DATE, AsOf.AS_OF_KIND, AsOf.SNAPSHOT_DATE, AsOf.IN_RATES))
                    .where(
                        "in_rates",
                        "valid_from <= snapshot_date",
                        "coalesce(valid_to > snapshot_date, true)",
                        "change_kind <> 'left'")
                    .by(COHORT)
                    .counting(
                        "if(in_denominator, 1, 0)",
                        "if(outcome_code IN (%s), 1, 0)".formatted(placedCodes())))
            .orNothing());
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
    // By university the classes and majors have only some of the groups.
    Tally everyGroup =
        Tally.of(table)
            .by(
                PlacementRates.KEY.stream()
                    .map(Field::name)
                    .filter(name -> !name.equals("hardship_group"))
                    .toList())
            .counting("graduates", "placed");
    String withEveryGroup = "university_code = 'all' OR major_level IN ('all', 'discipline')";
    return Check.that(
        "groups_add_up_in_" + figures,
        "none + any + employment_difficulty_only + unknown = all in " + table.name(),
        Agreement.between(
                everyGroup.where(withEveryGroup, "hardship_group = 'all'"),
                everyGroup.where(
                    withEveryGroup,
                    "hardship_group IN ('none', 'any', 'employment_difficulty_only', 'unknown')"))
            .orNothing());
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
    Tally rates =
        Tally.of(PlacementRates.TABLE)
            .by(cut)
            .counting(
                "graduates",
                "placed",
                "awaiting",
                "not_seeking",
                "outcome_unknown",
                "stale_graduates");
    return Check.that(
        "adds_up_over_" + name,
        "totals are the sums over " + name,
        Agreement.between(
            rates.where(
                dropped.stream().map(column -> column + " = 'all'").collect(joining(" AND ")),
                where),
            rates.where(parts, where)));
  }
}
