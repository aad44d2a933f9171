package dev.taizhang.cells;

import dev.taizhang.cells.MovementFigures.Read;
import dev.taizhang.figures.movement.Standing;
import dev.taizhang.figures.movement.WeeklySteps;
import dev.taizhang.figures.movement.WeeklySteps.Step;
import dev.taizhang.tables.History;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Tells of the intervals of one task where they stand in the steps of their cohort: those that hold
 * on one side of a step one by one, and at the end how many hold on both.
 */
final class StepSides implements Iterator<InternalRow> {

  private final Iterator<InternalRow> intervals;
  private final WeeklySteps steps;
  private final Deque<InternalRow> waiting = new ArrayDeque<>();
  private final Map<Staying, long[]> staying = new HashMap<>();
  private boolean ended;

  private UTF8String university;
  private String universityCode;
  private int year;
  private List<Step> ofCohort = List.of();

  /** Graduates of a cohort whose standing is the same on both sides of a step. */
  private record Staying(String university, int year, int asOf, Standing standing) {}

  StepSides(Iterator<InternalRow> intervals, WeeklySteps steps) {
    this.intervals = intervals;
    this.steps = steps;
  }

  @Override
  public boolean hasNext() {
    while (waiting.isEmpty() && intervals.hasNext()) {
      take(intervals.next());
    }
    if (waiting.isEmpty() && !ended) {
      ended = true;
      staying.forEach((who, graduates) -> waiting.add(row(who, graduates[0])));
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
    int from = interval.getInt(Read.VALID_FROM.ordinal());
    int to =
        interval.isNullAt(Read.VALID_TO.ordinal())
            ? Integer.MAX_VALUE
            : interval.getInt(Read.VALID_TO.ordinal());
    Standing standing = null;
    for (Step step : steps(interval)) {
      boolean before = step.beginsWithin(from, to);
      boolean after = step.endsWithin(from, to);
      if (before || after) {
        standing = standing == null ? standing(interval) : standing;
        if (before && after) {
          count(step, standing);
        } else if (after || !standing.isAbsent()) {
          // Whoever is not told of before a step was absent.
          waiting.add(row(interval, step, after, standing));
        }
      }
    }
  }

  private List<Step> steps(InternalRow interval) {
    UTF8String code = interval.getUTF8String(Read.UNIVERSITY_CODE.ordinal());
    int cohort = interval.getInt(Read.GRADUATION_YEAR.ordinal());
    if (!code.equals(university) || cohort != year) {
      university = code.clone();
      universityCode = code.toString();
      year = cohort;
      ofCohort = steps.of(universityCode, cohort);
    }
    return ofCohort;
  }

  private void count(Step step, Standing standing) {
    if (!standing.isAbsent()) {
      staying
          .computeIfAbsent(
              new Staying(universityCode, year, step.asOf(), standing), key -> new long[1])[0]++;
    }
  }

  private static Standing standing(InternalRow interval) {
    String kind = interval.getUTF8String(Read.CHANGE_KIND.ordinal()).toString();
    if (kind.equals(History.LEFT)) {
      return Standing.ABSENT;
    }
    return new Standing(
        Standing.stateOf(text(interval, Read.OUTCOME_CODE.ordinal())),
        texts(interval, Read.HARDSHIP_TAGS.ordinal()),
        text(interval, Read.HARDSHIP_DETAIL.ordinal()));
  }

  private InternalRow row(InternalRow interval, Step step, boolean after, Standing standing) {
    Object[] values = values(year, step.asOf(), standing, 1);
    values[SideColumn.UNIVERSITY_CODE.ordinal()] = university;
    values[SideColumn.GRADUATE_ID.ordinal()] =
        interval.getUTF8String(Read.GRADUATE_ID.ordinal()).clone();
    values[SideColumn.IS_AFTER.ordinal()] = after;
    return new GenericInternalRow(values);
  }

  private static InternalRow row(Staying who, long graduates) {
    Object[] values = values(who.year(), who.asOf(), who.standing(), graduates);
    values[SideColumn.UNIVERSITY_CODE.ordinal()] = UTF8String.fromString(who.university());
    return new GenericInternalRow(values);
  }

  private static Object[] values(int year, int asOf, Standing standing, long graduates) {
    Object[] values = new Object[SideColumn.values().length];
    values[SideColumn.GRADUATION_YEAR.ordinal()] = year;
    values[SideColumn.AS_OF_DATE.ordinal()] = asOf;
    values[SideColumn.STATE.ordinal()] = UTF8String.fromString(standing.state());
    values[SideColumn.HARDSHIP_TAGS.ordinal()] =
        standing.hardshipTags() == null
            ? null
            : new GenericArrayData(
                standing.hardshipTags().stream().map(UTF8String::fromString).toArray());
    values[SideColumn.HARDSHIP_DETAIL.ordinal()] = UTF8String.fromString(standing.hardshipDetail());
    values[SideColumn.GRADUATES.ordinal()] = graduates;
    return values;
  }

  /** A text of a row; null where it has none. */
  static String text(InternalRow row, int column) {
    return row.isNullAt(column) ? null : row.getUTF8String(column).toString();
  }

  /** Texts of a row; null where it has none. */
  static List<String> texts(InternalRow row, int column) {
    if (row.isNullAt(column)) {
      return null;
    }
    ArrayData array = row.getArray(column);
    List<String> texts = new ArrayList<>(array.numElements());
    for (Object one : array.toObjectArray(DataTypes.StringType)) {
      texts.add(one.toString());
    }
    return Collections.unmodifiableList(texts);
  }
}
