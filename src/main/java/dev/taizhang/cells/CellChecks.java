package dev.taizhang.cells;

import static java.util.stream.Collectors.joining;

import dev.taizhang.tables.Check;
import dev.taizhang.tables.Measures;
import java.util.List;

/** What must hold of the cells. */
public final class CellChecks {

  public static final List<Check> CHECKS = List.of(cellsAgree());

  private CellChecks() {}

  private static Check cellsAgree() {
    String sums =
        Measures.outcomes().stream()
            .map(field -> "sum(" + field.name() + ") AS " + field.name())
            .collect(joining(", "));
    String cohort =
        "university_code, graduation_year, snapshot_date, degree_level, hardship_tags, hardship_detail";
    return Check.that(
        "cells_agree",
        "the cells by major and by origin have the same totals per slice, degree level and tag set",
        """
        (SELECT %1$s, %2$s FROM marts.cells_by_major GROUP BY %1$s
         EXCEPT ALL SELECT %1$s, %2$s FROM marts.cells_by_origin GROUP BY %1$s)
        UNION ALL
        (SELECT %1$s, %2$s FROM marts.cells_by_origin GROUP BY %1$s
         EXCEPT ALL SELECT %1$s, %2$s FROM marts.cells_by_major GROUP BY %1$s)"""
            .formatted(cohort, sums));
  }
}
