package dev.taizhang.flow.change;

import dev.taizhang.flow.Fingerprint;
import dev.taizhang.flow.Stage;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The cohorts of one table that a run counts anew at all as-of dates: those of which the files, or
 * rows of other lists, or the slices that speak, are others than before. What is told of a cohort
 * is made of that cohort's rows alone.
 *
 * @see <a href="../../../../../docs/adr/0018-only-what-changed.md">ADR 0018</a>
 */
public final class SpeakingCohorts implements Touched {

  private final Set<Cohort> cohorts;
  private final boolean everything;
  private final Map<String, String> marks;

  private SpeakingCohorts(Set<Cohort> cohorts, boolean everything, Map<String, String> marks) {
    this.cohorts = cohorts;
    this.everything = everything;
    this.marks = marks;
  }

  /**
   * Compares what the counts of cohorts were made of with what there is.
   *
   * @param asOf which slice speaks for whom
   * @param scope which of its rows the table keeps
   * @param files what the cohorts are made of
   * @param others what rows of other lists say of them, as short texts
   * @param known marks of the cohorts, as the table's last write left them
   */
  public static SpeakingCohorts of(
      List<Speaking> asOf,
      Stage.Scope scope,
      CohortFiles files,
      Map<Cohort, String> others,
      Map<String, String> known) {
    if (!files.isComplete()) {
      return new SpeakingCohorts(Set.of(), true, Map.of());
    }
    Map<Cohort, Set<String>> turns = new TreeMap<>();
    for (Speaking one : asOf.stream().filter(scope.dates().orElseThrow()).toList()) {
      turns
          .computeIfAbsent(Cohort.of(one), key -> new TreeSet<>())
          .add("%s|%s|%s".formatted(one.asOfDate(), one.asOfKind(), one.snapshotDate()));
    }
    Map<String, String> now = new TreeMap<>();
    turns.forEach(
        (cohort, told) -> {
          List<String> parts = new ArrayList<>(told);
          parts.add(files.mark(cohort).toString());
          parts.add(others.getOrDefault(cohort, ""));
          now.put(cohort.toString(), Fingerprint.of(parts.toArray(String[]::new)).substring(0, 16));
        });
    Marks marks = new Marks(now, known);
    Set<Cohort> touched =
        Stream.concat(marks.changed().stream(), marks.gone().stream())
            .map(Cohort::parse)
            .collect(Collectors.toCollection(TreeSet::new));
    return new SpeakingCohorts(touched, marks.areOthers(), now);
  }

  @Override
  public boolean isEmpty() {
    return cohorts.isEmpty() && !everything;
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
    return everything ? "all cohorts counted" : cohorts.size() + " cohorts counted";
  }

  @Override
  public String written(Table table) {
    return Cohort.condition(cohorts);
  }

  /** Whether a cohort is counted. */
  public boolean includes(Cohort cohort) {
    return everything || cohorts.contains(cohort);
  }

  /** Rows of the cohorts that are counted, of a table that has rows of cohorts. */
  public Dataset<Row> needed(Dataset<Row> rows) {
    return everything ? rows : rows.filter(Cohort.condition(cohorts));
  }
}
