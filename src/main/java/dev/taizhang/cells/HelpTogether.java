package dev.taizhang.cells;

import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.assistance.HelpDates.Turn;
import dev.taizhang.figures.assistance.HelpFold;
import dev.taizhang.figures.assistance.HelpSettings;
import dev.taizhang.figures.assistance.Measure;
import dev.taizhang.figures.assistance.Span;
import dev.taizhang.figures.assistance.Span.State;
import dev.taizhang.tables.HelpCells.HelpCell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * In a task: {@link HelpColumn}s to counts, cohort by cohort. All rows of a cohort come together,
 * and those of a graduate follow each other, intervals in order and then measures.
 */
final class HelpTogether implements Iterator<HelpCell> {

  private static final State[] STATES = State.values();

  private final Iterator<InternalRow> rows;
  private final HelpSettings settings;
  private final Deque<HelpCell> made = new ArrayDeque<>();
  private final List<Span> spans = new ArrayList<>();
  private final List<Measure> measures = new ArrayList<>();

  private UTF8String university;
  private int year;
  private List<Turn> turns = List.of();
  private HelpFold fold;
  private UTF8String graduate;
  private boolean mayBeHelped;

  HelpTogether(Iterator<InternalRow> rows, HelpSettings settings) {
    this.rows = rows;
    this.settings = settings;
  }

  @Override
  public boolean hasNext() {
    while (made.isEmpty() && rows.hasNext()) {
      take(rows.next());
    }
    if (made.isEmpty() && !rows.hasNext()) {
      endCohort();
    }
    return !made.isEmpty();
  }

  @Override
  public HelpCell next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return made.remove();
  }

  private void take(InternalRow row) {
    comeTo(row);
    if (row.isNullAt(HelpColumn.GRADUATE_ID.ordinal())) {
      Turn turn = turns.get(row.getInt(HelpColumn.TURN.ordinal()));
      fold.countAlone(
          turn,
          span(row, turn.slice(), Integer.MAX_VALUE, false),
          row.getBoolean(HelpColumn.IS_FRESH.ordinal()),
          row.getLong(HelpColumn.GRADUATES.ordinal()));
      return;
    }
    UTF8String id = row.getUTF8String(HelpColumn.GRADUATE_ID.ordinal());
    if (!id.equals(graduate)) {
      endGraduate();
      graduate = id.clone();
    }
    if (row.getBoolean(HelpColumn.IS_MEASURE.ordinal())) {
      measures.add(measure(row));
      return;
    }
    mayBeHelped = row.getBoolean(HelpColumn.MAY_BE_HELPED.ordinal());
    spans.add(
        span(
            row,
            row.getInt(HelpColumn.DAY.ordinal()),
            row.getInt(HelpColumn.UNTIL.ordinal()),
            row.getBoolean(HelpColumn.IS_FIRST.ordinal())));
  }

  private void comeTo(InternalRow row) {
    UTF8String code = row.getUTF8String(HelpColumn.UNIVERSITY_CODE.ordinal());
    int cohort = row.getInt(HelpColumn.GRADUATION_YEAR.ordinal());
    if (cohort != year || !code.equals(university)) {
      endCohort();
      university = code.clone();
      year = cohort;
      turns = settings.dates().of(code.toString(), cohort);
      fold = new HelpFold(settings, code.toString(), cohort);
    }
  }

  private void endGraduate() {
    for (Turn turn : turns) {
      if (mayBeHelped) {
        fold.count(turn, spans, measures);
      } else {
        fold.countUnhelped(turn, spans);
      }
    }
    spans.clear();
    measures.clear();
    graduate = null;
    mayBeHelped = false;
  }

  private void endCohort() {
    if (fold != null) {
      endGraduate();
      made.addAll(fold.counts().rows());
      fold = null;
      university = null;
    }
  }

  private static Span span(InternalRow row, int from, int to, boolean isFirst) {
    State state = STATES[row.getInt(HelpColumn.STATE.ordinal())];
    return new Span(
        from,
        to,
        isFirst,
        state,
        hardship(row, HelpColumn.HARDSHIP_TAGS, HelpColumn.HARDSHIP_DETAIL),
        hardship(row, HelpColumn.BASELINE_TAGS, HelpColumn.BASELINE_DETAIL));
  }

  private static Hardship hardship(InternalRow row, HelpColumn tags, HelpColumn detail) {
    return row.isNullAt(detail.ordinal())
        ? null
        : new Hardship(
            StateRows.texts(row.getArray(tags.ordinal())),
            row.getUTF8String(detail.ordinal()).toString());
  }

  private static Measure measure(InternalRow row) {
    return new Measure(
        row.isNullAt(HelpColumn.DAY.ordinal()) ? null : row.getInt(HelpColumn.DAY.ordinal()),
        row.getInt(HelpColumn.UNTIL.ordinal()),
        text(row, HelpColumn.MEASURE_CODE),
        text(row, HelpColumn.MODE),
        text(row, HelpColumn.PROVIDER),
        text(row, HelpColumn.RESULT_CODE),
        text(row, HelpColumn.DECLINE_REASON_CODE));
  }

  private static String text(InternalRow row, HelpColumn column) {
    return StepSides.text(row, column.ordinal());
  }
}
