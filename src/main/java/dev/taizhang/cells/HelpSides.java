package dev.taizhang.cells;

import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.assistance.HelpDates;
import dev.taizhang.figures.assistance.HelpDates.Turn;
import dev.taizhang.figures.assistance.HelpFold;
import dev.taizhang.figures.assistance.HelpSettings;
import dev.taizhang.figures.assistance.Span;
import dev.taizhang.figures.assistance.Span.State;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.History;
import dev.taizhang.tables.KeySketch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * In a task: intervals of the history to {@link HelpColumn}s. Most graduates have no measures and
 * have been as they are for long: they are counted where they are read. All intervals of whoever
 * may have measures go on, and of others those that one interval alone does not explain.
 */
final class HelpSides implements Iterator<InternalRow> {

  private static final List<Field> READ =
      List.of(
          History.UNIVERSITY_CODE,
          History.GRADUATION_YEAR,
          History.GRADUATE_ID,
          History.VALID_FROM,
          History.VALID_TO,
          History.CHANGE_KIND,
          Entries.OUTCOME_CODE,
          Entries.HARDSHIP_TAGS,
          Entries.HARDSHIP_DETAIL,
          History.BASELINE_TAGS,
          History.BASELINE_DETAIL);
  private static final int UNIVERSITY_CODE = READ.indexOf(History.UNIVERSITY_CODE);
  private static final int GRADUATION_YEAR = READ.indexOf(History.GRADUATION_YEAR);
  private static final int GRADUATE_ID = READ.indexOf(History.GRADUATE_ID);
  private static final int VALID_FROM = READ.indexOf(History.VALID_FROM);
  private static final int VALID_TO = READ.indexOf(History.VALID_TO);
  private static final int CHANGE_KIND = READ.indexOf(History.CHANGE_KIND);
  private static final int OUTCOME_CODE = READ.indexOf(Entries.OUTCOME_CODE);

  private static final UTF8String LEFT = UTF8String.fromString(History.LEFT);
  private static final UTF8String ENTERED = UTF8String.fromString(History.ENTERED);

  private final Iterator<InternalRow> intervals;
  private final HelpSettings settings;
  private final BloomFilter helped;
  private final Deque<InternalRow> waiting = new ArrayDeque<>();
  private final Map<Alone, long[]> alone = new HashMap<>();
  private boolean ended;

  private UTF8String university;
  private int year;
  private List<Turn> turns = List.of();
  private HelpFold fold;

  /** Graduates of a cohort without measures of whom one interval tells the same. */
  private record Alone(
      UTF8String university,
      int year,
      int turn,
      State state,
      Hardship current,
      Hardship baseline,
      boolean isFresh) {}

  /**
   * Of the intervals of a task.
   *
   * @param helped the graduates with measures, and perhaps some without
   */
  HelpSides(Iterator<InternalRow> intervals, HelpSettings settings, BloomFilter helped) {
    this.intervals = intervals;
    this.settings = settings;
    this.helped = helped;
  }

  /** What is to be read of the history. */
  static Column[] columns() {
    return READ.stream().map(Field::column).toArray(Column[]::new);
  }

  @Override
  public boolean hasNext() {
    while (waiting.isEmpty() && intervals.hasNext()) {
      take(intervals.next());
    }
    if (waiting.isEmpty() && !ended) {
      ended = true;
      alone.forEach((who, graduates) -> waiting.add(row(who, graduates[0])));
    }
    return !waiting.isEmpty();
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return waiting.remove();
  }

  private void take(InternalRow interval) {
    comeTo(interval);
    if (turns.isEmpty()) {
      return;
    }
    if (KeySketch.mayHold(helped, interval, GRADUATE_ID)) {
      waiting.add(row(interval, span(interval), true));
      return;
    }
    Span span = null;
    boolean goesOn = false;
    for (int number = 0; number < turns.size(); number++) {
      Turn turn = turns.get(number);
      if (!mayMatter(interval, turn)) {
        continue;
      }
      span = span == null ? span(interval) : span;
      if (!span.holdsOn(turn.slice())) {
        goesOn |= span.mayMatterBefore(turn);
      } else if (!span.tellsAll(turn)) {
        goesOn = true;
      } else if (fold.countsAlone(span)) {
        count(number, span, HelpFold.isFresh(span, turn));
      }
    }
    if (goesOn) {
      waiting.add(row(interval, span, false));
    }
  }

  /** Whether an interval holds when a slice speaks, or in the time before that is looked at. */
  private static boolean mayMatter(InternalRow interval, Turn turn) {
    return interval.getInt(VALID_FROM) <= turn.slice()
        && (interval.isNullAt(VALID_TO)
            || interval.getInt(VALID_TO) > turn.firstDay(HelpDates.LONGEST_WINDOW));
  }

  private void comeTo(InternalRow interval) {
    UTF8String code = interval.getUTF8String(UNIVERSITY_CODE);
    int cohort = interval.getInt(GRADUATION_YEAR);
    if (cohort != year || !code.equals(university)) {
      university = code.clone();
      year = cohort;
      turns = settings.dates().of(code.toString(), cohort);
      fold = new HelpFold(settings, code.toString(), cohort);
    }
  }

  private void count(int turn, Span span, boolean isFresh) {
    alone
        .computeIfAbsent(
            new Alone(
                university, year, turn, span.state(), span.current(), span.baseline(), isFresh),
            key -> new long[1])[0]++;
  }

  private static Span span(InternalRow interval) {
    boolean isAbsent = interval.getUTF8String(CHANGE_KIND).equals(LEFT);
    UTF8String outcome = interval.getUTF8String(OUTCOME_CODE);
    return new Span(
        interval.getInt(VALID_FROM),
        interval.isNullAt(VALID_TO) ? Integer.MAX_VALUE : interval.getInt(VALID_TO),
        interval.getUTF8String(CHANGE_KIND).equals(ENTERED),
        isAbsent ? State.ABSENT : State.ofOutcome(outcome == null ? null : outcome.toString()),
        isAbsent ? null : hardship(interval, Entries.HARDSHIP_TAGS, Entries.HARDSHIP_DETAIL),
        isAbsent ? null : hardship(interval, History.BASELINE_TAGS, History.BASELINE_DETAIL));
  }

  private static Hardship hardship(InternalRow interval, Field tags, Field detail) {
    return new Hardship(
        StateRows.texts(interval.getArray(READ.indexOf(tags))),
        interval.getUTF8String(READ.indexOf(detail)).toString());
  }

  private InternalRow row(InternalRow interval, Span span, boolean mayBeHelped) {
    Object[] values = values(university, year, span.state(), span.current(), span.baseline());
    values[HelpColumn.GRADUATE_ID.ordinal()] = interval.getUTF8String(GRADUATE_ID).clone();
    values[HelpColumn.IS_MEASURE.ordinal()] = false;
    values[HelpColumn.DAY.ordinal()] = span.from();
    values[HelpColumn.UNTIL.ordinal()] = span.to();
    values[HelpColumn.IS_FIRST.ordinal()] = span.isFirst();
    values[HelpColumn.MAY_BE_HELPED.ordinal()] = mayBeHelped;
    return new GenericInternalRow(values);
  }

  private static InternalRow row(Alone who, long graduates) {
    Object[] values =
        values(who.university(), who.year(), who.state(), who.current(), who.baseline());
    values[HelpColumn.TURN.ordinal()] = who.turn();
    values[HelpColumn.IS_FRESH.ordinal()] = who.isFresh();
    values[HelpColumn.GRADUATES.ordinal()] = graduates;
    return new GenericInternalRow(values);
  }

  private static Object[] values(
      UTF8String university, int year, State state, Hardship current, Hardship baseline) {
    Object[] values = new Object[HelpColumn.values().length];
    values[HelpColumn.UNIVERSITY_CODE.ordinal()] = university;
    values[HelpColumn.GRADUATION_YEAR.ordinal()] = year;
    values[HelpColumn.STATE.ordinal()] = state.ordinal();
    if (current != null) {
      values[HelpColumn.HARDSHIP_TAGS.ordinal()] = tags(current);
      values[HelpColumn.HARDSHIP_DETAIL.ordinal()] = UTF8String.fromString(current.detail());
      values[HelpColumn.BASELINE_TAGS.ordinal()] = tags(baseline);
      values[HelpColumn.BASELINE_DETAIL.ordinal()] = UTF8String.fromString(baseline.detail());
    }
    return values;
  }

  private static GenericArrayData tags(Hardship hardship) {
    return new GenericArrayData(hardship.tags().stream().map(UTF8String::fromString).toArray());
  }
}
