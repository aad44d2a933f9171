package dev.taizhang.marts;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.taizhang.tables.Check;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.LockedFigures;
import dev.taizhang.tables.OfficialFigures;
import dev.taizhang.tables.PlacementRates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Official figures as locked beside those known today.
 *
 * @see <a href="../../../../../docs/adr/0017-official-figures.md">ADR 17</a>
 */
public final class LockedRates {

  /** What must hold of the figures that locks keep. */
  public static final List<Check> CHECKS =
      List.of(
          Check.that(
              "locks_have_figures",
              "the figures of every recorded lock are present",
              """
              SELECT as_of_date, decided_at FROM intake.decisions WHERE kind = 'lock'
              EXCEPT SELECT as_of_date, locked_at FROM marts.locked_figures"""));

  private LockedRates() {}

  /** The official figures of a date, of {@link PlacementRates} or {@link LockedFigures}. */
  public static Dataset<Row> official(Dataset<Row> figures, LocalDate date) {
    return figures.filter(
        Dimensions.AS_OF_DATE
            .column()
            .equalTo(lit(date))
            .and(Dimensions.AS_OF_KIND.column().equalTo(Decisions.OFFICIAL)));
  }

  /**
   * Figures to keep, as {@link LockedFigures#TABLE}.
   *
   * @param official rows of {@link PlacementRates}
   */
  public static Dataset<Row> locked(Dataset<Row> official, Instant lockedAt, String why) {
    return official
        .withColumn(LockedFigures.LOCKED_AT.name(), lit(lockedAt))
        .withColumn(LockedFigures.WHY.name(), lit(why))
        .select(LockedFigures.TABLE.columns());
  }

  /**
   * The keys of figures that differ in a count, or are in one of the two only.
   *
   * @param locked rows of {@link LockedFigures}, of one lock
   * @param official rows of {@link PlacementRates}
   */
  public static Dataset<Row> moved(Dataset<Row> locked, Dataset<Row> official) {
    Dataset<Row> before = locked.alias("before");
    Dataset<Row> now = official.alias("now");
    Column sameCut = lit(true);
    for (Field field : PlacementRates.KEY) {
      sameCut = sameCut.and(of("before", field).equalTo(of("now", field)));
    }
    Column sameCounts = lit(true);
    for (Field measure : LockedFigures.MEASURES) {
      sameCounts = sameCounts.and(of("before", measure).eqNullSafe(of("now", measure)));
    }
    Column[] key =
        PlacementRates.KEY.stream()
            .map(field -> coalesce(of("now", field), of("before", field)).as(field.name()))
            .toArray(Column[]::new);
    return before.join(now, sameCut, "full").filter(not(sameCounts)).select(key);
  }

  private static Column of(String side, Field field) {
    return col(side + "." + field.name());
  }

  /**
   * The SQL of {@link OfficialFigures}. The last lock of a date counts, and a lock counts once its
   * decision is recorded, which is what ends it.
   */
  public static String view() {
    String key = PlacementRates.KEY.stream().map(Field::name).collect(joining(", "));
    return """
    WITH locks AS (
      SELECT as_of_date, max(decided_at) AS locked_at, max_by(why, decided_at) AS why
      FROM %2$s WHERE kind = '%3$s' GROUP BY as_of_date),
    locked AS (SELECT %1$s, graduates, placed, placement_rate FROM %4$s
      JOIN (SELECT as_of_date, locked_at FROM locks) USING (as_of_date, locked_at)),
    known AS (SELECT %1$s, graduates, placed, placement_rate FROM %5$s
      JOIN (SELECT as_of_date FROM locks) USING (as_of_date) WHERE as_of_kind = '%6$s')
    SELECT %1$s,
      coalesce(locked.graduates, 0) AS graduates_locked,
      coalesce(known.graduates, 0) AS graduates_now,
      coalesce(known.graduates, 0) - coalesce(locked.graduates, 0) AS graduates_moved,
      coalesce(locked.placed, 0) AS placed_locked,
      coalesce(known.placed, 0) AS placed_now,
      coalesce(known.placed, 0) - coalesce(locked.placed, 0) AS placed_moved,
      locked.placement_rate AS placement_rate_locked,
      known.placement_rate AS placement_rate_now,
      known.placement_rate - locked.placement_rate AS placement_rate_moved,
      locks.locked_at, locks.why
    FROM locked FULL JOIN known USING (%1$s) JOIN locks USING (as_of_date)"""
        .formatted(
            key,
            Decisions.TABLE.name(),
            Decisions.LOCK,
            LockedFigures.TABLE.name(),
            PlacementRates.TABLE.name(),
            Decisions.OFFICIAL);
  }
}
