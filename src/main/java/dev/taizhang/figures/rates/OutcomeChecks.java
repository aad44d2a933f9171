package dev.taizhang.figures.rates;

import dev.taizhang.tables.Agreement;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.OutcomeCounts;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.Tally;
import java.util.List;

/** What must hold of the counts by outcome. */
public final class OutcomeChecks {

  public static final List<Check> CHECKS =
      List.of(
          Check.that(
              "outcomes_add_up",
              "counts by outcome add up to graduates and placed",
              Agreement.between(
                      Tally.of(PlacementRates.TABLE)
                          .where(
                              "region_level IN ('all', 'province') AND region_role <> 'origin'",
                              "major_level = 'all' AND university_code = 'all'")
                          .by(cut("region_code"))
                          .counting("graduates", "placed"),
                      Tally.of(OutcomeCounts.TABLE)
                          .by(cut("province_code"))
                          .counting(
                              "CASE WHEN in_denominator THEN graduates ELSE 0 END",
                              "CASE WHEN in_numerator THEN graduates ELSE 0 END"))
                  .orNothing()));

  private OutcomeChecks() {}

  private static List<String> cut(String province) {
    return List.of(
        "as_of_date", "as_of_kind", "graduation_year", "degree_level", province, "hardship_group");
  }
}
