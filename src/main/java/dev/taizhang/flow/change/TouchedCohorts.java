package dev.taizhang.flow.change;

import static org.apache.spark.sql.functions.expr;

import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The cohorts of one table that a run brings up to date, and how: most are carried on by the one
 * slice that came in, later than all before; the others are made anew.
 *
 * @see <a href="../../../../../docs/adr/0018-only-what-changed.md">ADR 0018</a>
 */
public final class TouchedCohorts implements Touched {

  /** Cohorts made anew, and those that are no more. */
  private final Set<Cohort> rebuilt;

  /** Cohorts carried on, with the date of the new slice. */
  private final Map<Cohort, LocalDate> followed;

  /** The dates of the slices that counted before the new ones. */
  private final Map<Cohort, LocalDate> before = new HashMap<>();

  /** Slices of the rebuilt cohorts' universities whose rows belong to another cohort, as SQL. */
  private final Set<String> strays = new TreeSet<>();

  private final boolean everything;
  private final CohortFiles files;
  private final Map<String, String> marks;

  private TouchedCohorts(
      Set<Cohort> rebuilt,
      Map<Cohort, LocalDate> followed,
      boolean everything,
      CohortFiles files,
      Map<String, String> marks) {
    this.rebuilt = rebuilt;
    this.followed = followed;
    this.everything = everything;
    this.files = files;
    this.marks = marks;
  }

  /**
   * Compares what a table was made of with what there is.
   *
   * @param files what there is
   * @param known marks of the cohorts, as the table's last write left them
   */
  public static TouchedCohorts of(CohortFiles files, Map<String, String> known) {
    if (!files.isComplete()) {
      return new TouchedCohorts(Set.of(), Map.of(), true, files, Map.of());
    }
    Set<Cohort> rebuilt = new TreeSet<>();
    Map<Cohort, LocalDate> followed = new TreeMap<>();
    Map<String, String> marks = new TreeMap<>();
    for (Cohort cohort : files.cohorts()) {
      CohortFiles.Mark mark = files.mark(cohort);
      marks.put(cohort.toString(), mark.toString());
      Optional<CohortFiles.Mark> before =
          Optional.ofNullable(known.get(cohort.toString())).map(CohortFiles.Mark::parse);
      if (before.filter(one -> files.goesOnFrom(cohort, one)).isPresent()) {
        followed.put(cohort, mark.lastDate());
      } else if (!before.equals(Optional.of(mark))) {
        rebuilt.add(cohort);
      }
    }
    boolean everything = rebuilt.size() == files.cohorts().size();
    known.keySet().stream()
        .map(Cohort::parse)
        .filter(cohort -> !files.cohorts().contains(cohort))
        .forEach(rebuilt::add);
    return new TouchedCohorts(rebuilt, followed, everything, files, marks);
  }

  /**
   * Takes note of which slices count.
   *
   * @param slices before the new slices or with them
   * @param decided whether they are among them: those that do not count are left out then
   */
  public TouchedCohorts among(List<Slice> slices, boolean decided) {
    if (everything) {
      return this;
    }
    Set<Cohort> counting = new HashSet<>();
    Set<String> universities =
        Stream.concat(rebuilt.stream(), followed.keySet().stream())
            .map(Cohort::universityCode)
            .collect(Collectors.toSet());
    List<Slice> ofThem =
        slices.stream()
            .filter(one -> universities.contains(one.universityCode()))
            .filter(one -> Set.of(Slices.IN_FORCE, Slices.STRAY).contains(one.status()))
            .toList();
    for (Slice slice : ofThem) {
      Cohort cohort = Cohort.of(slice);
      LocalDate date = slice.snapshotDate();
      LocalDate next = followed.get(cohort);
      if (slice.status().equals(Slices.STRAY)) {
        strays.add(slice(slice.submissionId(), cohort.graduationYear()));
      } else if (next != null && date.equals(next)) {
        counting.add(cohort);
      } else if (next != null && date.isBefore(next)) {
        before.merge(cohort, date, (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    if (decided) {
      followed.keySet().retainAll(counting);
    } else {
      makeDoubtfulAnew();
    }
    return this;
  }

  /**
   * Where the slice that counted last has rows without a certain cohort, who is present in it
   * depends on who was known before, so that it does not tell alone whether a next one is whole.
   */
  private void makeDoubtfulAnew() {
    Set<Cohort> doubtful =
        followed.keySet().stream()
            .filter(before::containsKey)
            .filter(cohort -> files.isDoubtfulOn(cohort, before.get(cohort)))
            .collect(Collectors.toSet());
    followed.keySet().removeAll(doubtful);
    rebuilt.addAll(doubtful);
  }

  @Override
  public boolean isEmpty() {
    return rebuilt.isEmpty() && followed.isEmpty() && !everything;
  }

  @Override
  public boolean isEverything() {
    return everything;
  }

  /** Whether any cohort is made anew. */
  public boolean hasRebuilt() {
    return everything || !rebuilt.isEmpty();
  }

  /** Whether any cohort is carried on. */
  public boolean hasFollowed() {
    return !followed.isEmpty();
  }

  /** Whether other lists say anything of any cohort's graduates. */
  public boolean haveFollowUps() {
    return files.haveFollowUps();
  }

  @Override
  public Map<String, String> marks() {
    return marks;
  }

  @Override
  public String summary() {
    return everything
        ? "all cohorts rebuilt"
        : "%d cohorts rebuilt, %d continued".formatted(rebuilt.size(), followed.size());
  }

  @Override
  public String written(Table table) {
    Map<String, Collection<Cohort>> next =
        table.equals(History.TABLE)
            ? grouped(
                (cohort, date) ->
                    Optional.of("(valid_to IS NULL OR valid_to >= DATE'%s')".formatted(date)))
            : grouped((cohort, date) -> Optional.of("snapshot_date = DATE'%s'".formatted(date)));
    return Cohort.condition(rebuilt) + " OR " + Cohort.any(next);
  }

  /** A table of whose files single rows are taken out loses those of cohorts carried on so. */
  @Override
  public String replaced(Table table) {
    return table.storage().deletionVectors() ? Cohort.condition(rebuilt) : written(table);
  }

  /** Rows of the cohorts that are made anew. */
  public Dataset<Row> rebuilt(Table table, Dataset<Row> rows) {
    return everything || !isByCohort(table) ? rows : rows.filter(ofRebuilt(table));
  }

  /** Rows that name somebody in a slice that is to be looked at. */
  public Dataset<Row> naming(Table table, Dataset<Row> rows) {
    return everything ? rows : rows.filter(ofRebuilt(table) + " OR " + atNewDate());
  }

  /** Slices of the cohorts that are made anew, and those whose rows may belong to them. */
  public List<Slice> rebuilt(List<Slice> slices) {
    return slices.stream()
        .filter(
            slice ->
                everything
                    || rebuilt.contains(Cohort.of(slice))
                    || strays.contains(slice(slice.submissionId(), slice.graduationYear())))
        .toList();
  }

  /** Slices of the cohorts that are carried on. */
  public List<Slice> following(List<Slice> slices) {
    return slices.stream().filter(slice -> followed.containsKey(Cohort.of(slice))).toList();
  }

  /** SQL of rows of the cohorts made anew: of the intake with those whose cohort is doubtful. */
  private String ofRebuilt(Table table) {
    String condition = Cohort.condition(rebuilt);
    boolean ofIntake = Set.of(Entries.TABLE, Quarantine.TABLE, Slices.TABLE).contains(table);
    if (ofIntake && !rebuilt.isEmpty()) {
      condition += strays.stream().map(" OR "::concat).collect(Collectors.joining());
    }
    return condition + ofNoCertainCohort(table);
  }

  /** SQL of quarantined rows that may be of cohorts that are made anew, each with its OR. */
  private String ofNoCertainCohort(Table table) {
    if (!table.equals(Quarantine.TABLE) || rebuilt.isEmpty()) {
      return "";
    }
    Set<String> universities =
        rebuilt.stream().map(Cohort::universityCode).collect(Collectors.toSet());
    return " OR (graduation_year IS NULL AND %s)".formatted(Cohort.universities(rebuilt))
        + files.withoutAccepted().stream()
            .filter(slice -> universities.contains(slice.universityCode()))
            .map(slice -> " OR " + slice(slice.submission(), slice.graduationYear()))
            .collect(Collectors.joining());
  }

  private static String slice(String submission, int graduationYear) {
    return "(submission_id = '%s' AND graduation_year = %d)".formatted(submission, graduationYear);
  }

  /**
   * Rows of the slices that cohorts are carried on by; of the history and of the slices themselves
   * all of these cohorts.
   */
  public Dataset<Row> following(Table table, Dataset<Row> rows) {
    if (!isByCohort(table)) {
      return rows;
    }
    return rows.filter(
        Set.of(History.TABLE, Slices.TABLE).contains(table)
            ? Cohort.condition(followed.keySet())
            : atNewDate());
  }

  /**
   * Rows of the slices to be decided on: all of the cohorts made anew, with all others of their
   * university where they depend on these, and of those carried on the new ones and the ones that
   * counted last.
   *
   * @param slices as they are
   */
  public Dataset<Row> walked(Table table, Dataset<Row> rows, List<Slice> slices) {
    if (everything || !isByCohort(table)) {
      return rows;
    }
    Set<Cohort> together =
        rebuilt.stream().filter(files::isEntangled).collect(Collectors.toCollection(TreeSet::new));
    Set<String> whole = together.stream().map(Cohort::universityCode).collect(Collectors.toSet());
    String atDateBefore =
        Cohort.any(
            grouped(
                (cohort, date) ->
                    Optional.ofNullable(before.get(cohort))
                        .filter(counted -> !whole.contains(cohort.universityCode()))
                        .map("snapshot_date = DATE'%s'"::formatted)));
    String passedOver =
        slices.stream()
            .filter(slice -> !whole.contains(slice.universityCode()))
            .filter(slice -> followed.containsKey(Cohort.of(slice)))
            .filter(slice -> slice.snapshotDate().equals(before.get(Cohort.of(slice))))
            .filter(slice -> !slice.status().equals(Slices.IN_FORCE))
            .map(slice -> slice(slice.submissionId(), slice.graduationYear()))
            .collect(Collectors.joining(" OR "));
    String condition =
        Cohort.condition(rebuilt)
            + ofNoCertainCohort(table)
            + (together.isEmpty() ? "" : " OR " + Cohort.universities(together))
            + " OR "
            + atNewDate()
            + " OR "
            + atDateBefore;
    Dataset<Row> walked = rows.filter(condition);
    return passedOver.isEmpty()
        ? walked
        : walked.filter("NOT coalesce((%s), false)".formatted(passedOver));
  }

  /** Rows that the counts of the touched slices are made of. */
  public Dataset<Row> counted(Table table, Dataset<Row> rows) {
    if (everything || !isByCohort(table)) {
      return rows;
    }
    String next =
        table.equals(History.TABLE)
            ? "valid_to IS NULL AND (" + Cohort.condition(followed.keySet()) + ")"
            : atNewDate();
    return rows.filter(expr(Cohort.condition(rebuilt)).or(expr(next)));
  }

  /** The touched slices, of which counts are made. */
  public List<Slice> counted(List<Slice> slices) {
    return slices.stream()
        .filter(
            slice -> {
              Cohort cohort = Cohort.of(slice);
              return everything
                  || rebuilt.contains(cohort)
                  || slice.snapshotDate().equals(followed.get(cohort));
            })
        .toList();
  }

  private String atNewDate() {
    return Cohort.any(
        grouped((cohort, date) -> Optional.of("snapshot_date = DATE'%s'".formatted(date))));
  }

  /** The cohorts carried on, by year and what is wanted of them, as SQL. */
  private Map<String, Collection<Cohort>> grouped(
      BiFunction<Cohort, LocalDate, Optional<String>> wanted) {
    Map<String, Collection<Cohort>> grouped = new TreeMap<>();
    followed.forEach(
        (cohort, date) ->
            wanted
                .apply(cohort, date)
                .ifPresent(
                    condition ->
                        grouped
                            .computeIfAbsent(
                                "graduation_year = %d AND %s"
                                    .formatted(cohort.graduationYear(), condition),
                                key -> new TreeSet<>())
                            .add(cohort)));
    return grouped;
  }

  private static boolean isByCohort(Table table) {
    Set<String> names = table.fields().stream().map(Field::name).collect(Collectors.toSet());
    return names.containsAll(
        List.of(Dimensions.UNIVERSITY_CODE.name(), Dimensions.GRADUATION_YEAR.name()));
  }
}
