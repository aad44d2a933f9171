package dev.taizhang.cells;

import dev.taizhang.figures.revisions.SpokenSlice;
import dev.taizhang.figures.revisions.SpokenSlice.Total;
import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.InternalRows;
import dev.taizhang.tables.Measures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** Adds the cells of some slices up to graduates and placed. */
public final class SliceTotals {

  private static final int UNIVERSITY = 0;
  private static final int YEAR = 1;
  private static final int DATE = 2;

  /** Outcomes follow in the order of their constants, those that are not known before them. */
  private static final int UNKNOWN = 3;

  private SliceTotals() {}

  /**
   * What the cells add up to.
   *
   * @param cells {@link Cells#BY_MAJOR}
   * @param slices those that are asked for; few
   */
  public static Map<SpokenSlice, Total> of(Dataset<Row> cells, Set<SpokenSlice> slices) {
    if (slices.isEmpty()) {
      return Map.of();
    }
    Object[] dates = slices.stream().map(SpokenSlice::snapshotDate).distinct().toArray();
    Map<SpokenSlice, Total> totals = new HashMap<>();
    InternalRows.of(cells.filter(Dimensions.SNAPSHOT_DATE.column().isin(dates)).select(columns()))
        .mapPartitions(rows -> added(rows, slices))
        .collect()
        .forEach(
            ofTask -> ofTask.forEach((slice, total) -> totals.merge(slice, total, Total::plus)));
    return totals;
  }

  private static Column[] columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Dimensions.UNIVERSITY_CODE.column());
    columns.add(Dimensions.GRADUATION_YEAR.column());
    columns.add(Dimensions.SNAPSHOT_DATE.column());
    columns.add(Measures.OUTCOME_UNKNOWN.column());
    for (Outcome outcome : Outcome.values()) {
      columns.add(Measures.outcome(outcome).column());
    }
    return columns.toArray(Column[]::new);
  }

  private static Iterator<Map<SpokenSlice, Total>> added(
      Iterator<InternalRow> rows, Set<SpokenSlice> slices) {
    HashMap<SpokenSlice, Total> totals = new HashMap<>();
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      SpokenSlice slice =
          new SpokenSlice(
              row.getUTF8String(UNIVERSITY).toString(),
              row.getInt(YEAR),
              LocalDate.ofEpochDay(row.getInt(DATE)));
      if (slices.contains(slice)) {
        totals.merge(slice, total(row), Total::plus);
      }
    }
    return List.<Map<SpokenSlice, Total>>of(totals).iterator();
  }

  private static Total total(InternalRow row) {
    long graduates = row.getLong(UNKNOWN);
    long placed = 0;
    for (Outcome outcome : Outcome.values()) {
      long count = row.getLong(UNKNOWN + 1 + outcome.ordinal());
      if (outcome.component() != OutcomeComponent.OUTSIDE) {
        graduates += count;
      }
      if (outcome.component().placed()) {
        placed += count;
      }
    }
    return new Total(graduates, placed);
  }
}
