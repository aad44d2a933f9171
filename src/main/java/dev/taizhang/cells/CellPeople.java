package dev.taizhang.cells;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.rates.Cell;
import dev.taizhang.figures.rates.CountedSlice;
import dev.taizhang.figures.rates.Disciplines;
import dev.taizhang.figures.rates.PeopleCount;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.InternalRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Adds the cells of some slices up to graduates whom no published figure tells apart. There are as
 * many of them as universities have disciplines and combinations of groups, however many people
 * graduate.
 */
public final class CellPeople {

  private CellPeople() {}

  /** What graduates who are told together have in common. */
  private record Together(CountedSlice slice, FieldCode discipline, List<String> groups) {}

  /** Hardship as it is known of somebody of a cohort, by which key groups are scoped. */
  private record InCohort(Hardship hardship, int graduationYear) {}

  /** What cells are looked up by. */
  private record Settings(HashSet<CountedSlice> slices, HardshipGroups groups)
      implements java.io.Serializable {}

  /**
   * Graduates in the denominator, added up in Spark's tasks.
   *
   * @param cellsByMajor {@link Cells#BY_MAJOR}
   * @param slices those that are asked for
   * @param groups who is in which hardship group
   */
  public static Collection<PeopleCount> of(
      Dataset<Row> cellsByMajor, Set<CountedSlice> slices, HardshipGroups groups) {
    if (slices.isEmpty()) {
      return List.of();
    }
    Object[] dates = slices.stream().map(CountedSlice::snapshotDate).distinct().toArray();
    Object[] years = slices.stream().map(CountedSlice::graduationYear).distinct().toArray();
    Broadcast<Settings> settings =
        JavaSparkContext.fromSparkContext(cellsByMajor.sparkSession().sparkContext())
            .broadcast(new Settings(new HashSet<>(slices), groups));
    CellReader reader = CellReader.of(Cells.BY_MAJOR);
    List<PeopleCount> parts =
        InternalRows.of(
                cellsByMajor
                    .filter(Dimensions.SNAPSHOT_DATE.column().isin(dates))
                    .filter(Dimensions.GRADUATION_YEAR.column().isin(years))
                    .select(Cells.BY_MAJOR.columns()))
            .mapPartitions(rows -> added(reader, rows, settings.value()).iterator())
            .collect();
    return merged(parts.iterator()).values();
  }

  private static Collection<PeopleCount> added(
      CellReader reader, Iterator<InternalRow> rows, Settings settings) {
    Map<InCohort, List<String>> told = new HashMap<>();
    Iterator<PeopleCount> people =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return rows.hasNext();
          }

          @Override
          public PeopleCount next() {
            return people(reader.cell(rows.next()), settings, told);
          }
        };
    return merged(people).values();
  }

  /** Null for a cell that is not asked for. */
  private static PeopleCount people(
      Cell cell, Settings settings, Map<InCohort, List<String>> told) {
    if (!settings.slices().contains(cell.slice())
        || !(cell.place() instanceof Cell.ByMajor place)
        || cell.outcomes().graduates() == 0) {
      return null;
    }
    List<String> groups =
        told.computeIfAbsent(
            new InCohort(cell.hardship(), cell.slice().graduationYear()),
            one ->
                settings
                    .groups()
                    .of(
                        cell.hardship().tags(),
                        cell.hardship().detail(),
                        cell.slice().graduationYear())
                    .stream()
                    .filter(group -> !group.equals(HardshipGroups.ALL))
                    .sorted()
                    .toList());
    return new PeopleCount(
        cell.slice(),
        Disciplines.discipline(place.major()),
        groups,
        cell.outcomes().graduates(),
        cell.outcomes().placed());
  }

  private static Map<Together, PeopleCount> merged(Iterator<PeopleCount> parts) {
    Map<Together, PeopleCount> all = new HashMap<>();
    while (parts.hasNext()) {
      PeopleCount part = parts.next();
      if (part != null) {
        all.merge(
            new Together(part.slice(), part.discipline(), part.groups()),
            part,
            (one, other) ->
                new PeopleCount(
                    one.slice(),
                    one.discipline(),
                    one.groups(),
                    one.graduates() + other.graduates(),
                    one.placed() + other.placed()));
      }
    }
    return all;
  }
}
