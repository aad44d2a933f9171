package dev.taizhang.flow.change;

import dev.taizhang.flow.Fingerprint;
import dev.taizhang.flow.Stage;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.MajorNames;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The as-of dates of one table of figures that a run makes anew: those on which another slice
 * speaks than before, or the same one with other counts.
 *
 * @see <a href="../../../../../docs/adr/0018-only-what-changed.md">ADR 0018</a>
 */
public final class TouchedDates implements Touched {

  /** Tables whose rows are of slices, by the slice's date. */
  private static final Set<Table> OF_SLICES =
      Set.of(Cells.BY_MAJOR, Cells.BY_ORIGIN, MajorNames.TABLE, Entries.TABLE, Slices.TABLE);

  private final Set<LocalDate> dates;
  private final Optional<Set<LocalDate>> slices;
  private final boolean everything;
  private final boolean withEverythingBefore;
  private final Map<String, String> marks;

  private TouchedDates(
      Set<LocalDate> dates,
      Optional<Set<LocalDate>> slices,
      boolean everything,
      boolean withEverythingBefore,
      Map<String, String> marks) {
    this.dates = dates;
    this.slices = slices;
    this.everything = everything;
    this.withEverythingBefore = withEverythingBefore;
    this.marks = marks;
  }

  /**
   * Compares what figures were made of with what there is.
   *
   * @param asOf which slice speaks for whom
   * @param scope which of its rows the table keeps, and whether a date depends on the one before
   * @param files what the slices are made of
   * @param known marks of the dates, as the table's last write left them
   */
  public static TouchedDates of(
      List<Speaking> asOf, Stage.Scope scope, CohortFiles files, Map<String, String> known) {
    if (!files.isComplete()) {
      return new TouchedDates(
          Set.of(), Optional.empty(), true, scope.withEverythingBefore(), Map.of());
    }
    Map<LocalDate, List<String>> speaking = new TreeMap<>();
    Map<LocalDate, Set<LocalDate>> slicesOf = new HashMap<>();
    Map<String, String> stamps = new HashMap<>();
    for (Speaking one : asOf.stream().filter(scope.dates().orElseThrow()).toList()) {
      LocalDate date = one.asOfDate();
      LocalDate slice = one.snapshotDate();
      Cohort cohort = Cohort.of(one);
      String stamp =
          stamps.computeIfAbsent(cohort + "@" + slice, key -> files.stampOn(cohort, slice));
      speaking
          .computeIfAbsent(date, key -> new ArrayList<>())
          .add(String.join("|", one.asOfKind(), cohort + "@" + slice, stamp));
      slicesOf.computeIfAbsent(date, key -> new TreeSet<>()).add(slice);
    }
    return compared(speaking, slicesOf, scope, known);
  }

  private static TouchedDates compared(
      Map<LocalDate, List<String>> speaking,
      Map<LocalDate, Set<LocalDate>> slicesOf,
      Stage.Scope scope,
      Map<String, String> known) {
    Map<String, String> now = new TreeMap<>();
    Map<LocalDate, Set<LocalDate>> lookedAt = new HashMap<>();
    List<String> ofPrevious = List.of();
    LocalDate previous = null;
    for (Map.Entry<LocalDate, List<String>> date : speaking.entrySet()) {
      List<String> lines = date.getValue().stream().sorted().toList();
      List<String> all = new ArrayList<>(lines);
      Set<LocalDate> slices = new TreeSet<>(slicesOf.get(date.getKey()));
      if (scope.withPrevious()) {
        all.add(String.valueOf(previous));
        all.addAll(ofPrevious);
        slices.addAll(slicesOf.getOrDefault(previous, Set.of()));
      }
      now.put(
          date.getKey().toString(), Fingerprint.of(all.toArray(String[]::new)).substring(0, 16));
      lookedAt.put(date.getKey(), slices);
      ofPrevious = lines;
      previous = date.getKey();
    }
    Marks marks = new Marks(now, known);
    Set<LocalDate> dates = dates(marks.changed());
    Set<LocalDate> slices =
        dates.stream()
            .flatMap(date -> lookedAt.get(date).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    dates.addAll(dates(marks.gone()));
    return new TouchedDates(
        dates, Optional.of(slices), marks.areOthers(), scope.withEverythingBefore(), now);
  }

  private static Set<LocalDate> dates(Set<String> parts) {
    return parts.stream().map(LocalDate::parse).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public boolean isEmpty() {
    return dates.isEmpty() && !everything;
  }

  @Override
  public boolean isEverything() {
    return everything;
  }

  @Override
  public Map<String, String> marks() {
    return marks;
  }

  @Override
  public String summary() {
    return everything ? "all dates rebuilt" : dates.size() + " dates rebuilt";
  }

  @Override
  public String written(Table table) {
    return "as_of_date IN (" + literals(dates) + ")";
  }

  /** Whether a date is made anew. */
  public boolean includes(LocalDate date) {
    return everything || dates.contains(date);
  }

  /** Rows that the figures of these dates can be made of, also where these are all dates. */
  public Dataset<Row> needed(Table table, Dataset<Row> rows) {
    return slices.map(some -> among(some, table, rows)).orElse(rows);
  }

  private Dataset<Row> among(Set<LocalDate> slices, Table table, Dataset<Row> rows) {
    if (slices.isEmpty()) {
      return rows.filter("false");
    }
    if (table.equals(History.TABLE)) {
      if (withEverythingBefore) {
        return rows;
      }
      LocalDate first = slices.iterator().next();
      return rows.filter("valid_to IS NULL OR valid_to > DATE'%s'".formatted(first));
    }
    if (OF_SLICES.contains(table)) {
      return rows.filter("snapshot_date IN (" + literals(slices) + ")");
    }
    return rows;
  }

  private static String literals(Collection<LocalDate> some) {
    return some.stream().map(date -> "DATE'" + date + "'").collect(Collectors.joining(", "));
  }
}
