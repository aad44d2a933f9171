package dev.taizhang.history;

import dev.taizhang.tables.RowChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * In a task: rows of {@link GraduateRows}, in their order, to changes of the history.
 *
 * <p>One graduate is held at a time. Only where rows of a cohort have no student key, those rows
 * and whoever may be meant by them wait until the whole cohort is seen.
 */
final class HistoryOfGraduates implements Iterator<RowChange> {

  private final CohortSlices slices;
  private final Iterator<InternalRow> rows;
  private final Deque<RowChange> made = new ArrayDeque<>();

  /** The row that is to be looked at next; Spark gives the same object again and again. */
  private InternalRow next;

  private int cohort;
  private GraduateMatching<UTF8String> matching = new GraduateMatching<>();
  private final List<Nameless> nameless = new ArrayList<>();
  private final Map<UnsafeRow, UnsafeRow> states = new HashMap<>();
  private final Set<UTF8String> wanted = new HashSet<>();
  private final Map<UTF8String, Graduate> waiting = new LinkedHashMap<>();

  HistoryOfGraduates(CohortSlices slices, Iterator<InternalRow> rows) {
    this.slices = slices;
    this.rows = rows;
    advance();
    cohort = next == null ? 0 : GraduateRows.cohort(next);
  }

  /** A sighting by ID number alone. */
  private record Nameless(UTF8String person, Sighting<UnsafeRow> sighting) {}

  /** What is known of a graduate. */
  private static final class Graduate {

    private final List<Sighting<UnsafeRow>> sightings = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Interval<UnsafeRow>> lastTold = new ArrayList<>();
    private Interval<UnsafeRow> open;
    private RowChange.Gone stored;
    private BaselineTags baseline;
  }

  @Override
  public boolean hasNext() {
    while (made.isEmpty() && next != null) {
      if (GraduateRows.student(next) == null) {
        readNameless();
      } else {
        readGraduate();
      }
      if (next == null || GraduateRows.cohort(next) != cohort) {
        endCohort();
      }
    }
    return !made.isEmpty();
  }

  @Override
  public RowChange next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return made.remove();
  }

  private void advance() {
    next = rows.hasNext() ? rows.next() : null;
  }

  /** In a cohort that is carried on every row has a student number, but for those of nobody. */
  private void readNameless() {
    UTF8String person = GraduateRows.person(next).clone();
    if (!slices.cohort(cohort).isCarriedOn()) {
      UnsafeRow state = GraduateRows.state(next, states);
      nameless.add(new Nameless(person, GraduateRows.sighting(slices, next, state)));
      wanted.add(person);
    }
    advance();
  }

  private void readGraduate() {
    UTF8String id = GraduateRows.student(next).clone();
    Graduate graduate = new Graduate();
    boolean waits = wanted.contains(id);
    UnsafeRow state = null;
    while (next != null
        && GraduateRows.cohort(next) == cohort
        && id.equals(GraduateRows.student(next))) {
      UnsafeRow told = GraduateRows.state(next, state);
      state = told == null ? state : told;
      add(graduate, told);
      UTF8String person = wanted.isEmpty() ? null : GraduateRows.person(next);
      if (person != null && wanted.contains(person)) {
        waits = true;
        int date = graduate.sightings.get(graduate.sightings.size() - 1).date();
        matching.learn(date, id, person.clone());
      }
      advance();
    }
    if (waits) {
      waiting.put(id, graduate);
    } else {
      end(id, graduate);
    }
  }

  private void add(Graduate graduate, UnsafeRow state) {
    switch (GraduateRows.kind(next)) {
      case SIGHTING -> graduate.sightings.add(GraduateRows.sighting(slices, next, state));
      case FINDING -> graduate.findings.add(GraduateRows.finding(next));
      case OPEN -> {
        graduate.open = GraduateRows.interval(next, state);
        graduate.stored = GraduateRows.gone(next);
        graduate.baseline = GraduateRows.baseline(next);
      }
      case LAST_TOLD -> graduate.lastTold.add(GraduateRows.interval(next, state));
    }
  }

  /** Now it is known whom the rows without a student key are about. */
  private void endCohort() {
    for (Nameless one : nameless) {
      waiting
          .computeIfAbsent(matching.graduate(null, one.person()), id -> new Graduate())
          .sightings
          .add(one.sighting());
    }
    waiting.forEach(this::end);
    waiting.clear();
    nameless.clear();
    states.clear();
    wanted.clear();
    matching = new GraduateMatching<>();
    cohort = next == null ? 0 : GraduateRows.cohort(next);
  }

  private void end(UTF8String id, Graduate graduate) {
    CohortSlices.Cohort of = slices.cohort(cohort);
    graduate.sightings.sort(Sighting.ORDER);
    List<Interval<UnsafeRow>> intervals = intervals(of, graduate);
    boolean stays = graduate.open != null && intervals.get(0).equals(graduate.open);
    if (graduate.open != null && !stays) {
      made.add(graduate.stored);
    }
    List<BaselineTags> baseline =
        BaselineTags.of(
            intervals,
            Optional.ofNullable(graduate.baseline),
            BaselineTags::of,
            state -> BaselineTags.graduationDay(of.graduationYear(), state));
    for (int at = stays ? 1 : 0; at < intervals.size(); at++) {
      made.add(new RowChange.Added(HistoryRows.row(of, id, intervals.get(at), baseline.get(at))));
    }
  }

  private static List<Interval<UnsafeRow>> intervals(
      CohortSlices.Cohort cohort, Graduate graduate) {
    StateFold<UnsafeRow> fold =
        graduate.open == null
            ? StateFold.fromTheBeginning(cohort.dates())
            : StateFold.carriedOn(cohort.dates(), graduate.open, lastTold(graduate));
    List<Interval<UnsafeRow>> ledger = fold.intervals(graduate.sightings);
    return graduate.findings.isEmpty()
        ? ledger
        : FoundStates.over(ledger, graduate.findings, States::laid);
  }

  /** What was told last of whoever is away. */
  private static Optional<Interval<UnsafeRow>> lastTold(Graduate graduate) {
    return graduate.lastTold.stream()
        .filter(interval -> graduate.open.from().equals(interval.to()))
        .findAny();
  }
}
