package dev.taizhang.synthetic;

import dev.taizhang.reference.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Plans the files of a university and a week, with the defect that they have. */
final class Deliveries {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int SENT_HOUR = 18;
  private static final int CORRECTED_AFTER_MINUTES = 15 * 60;
  // One row in this many is wrong in a file with wrong rows.
  private static final int WRONG_ONE_IN = 33;
  private static final int LEAST_WRONG = 2;

  private final ProvinceSettings settings;
  private final Season season;
  private final Defects defects;
  private final List<Campus> campuses;
  private final Graduates graduates;

  Deliveries(
      ProvinceSettings settings,
      Season season,
      Defects defects,
      List<Campus> campuses,
      Graduates graduates) {
    this.settings = settings;
    this.season = season;
    this.defects = defects;
    this.campuses = campuses;
    this.graduates = graduates;
  }

  /**
   * The files, in the order in which they are sent.
   *
   * @param people the university's graduates
   */
  List<Delivery> of(Campus campus, int week, List<Graduate> people) {
    Plan plan = new Plan(campus, week, rows(week, people), defects.of(campus, week));
    if (plan.defect().isEmpty()) {
      return List.of(plan.file("", Delivery.Damage.NONE, Delivery.Fate.IN_FORCE));
    }
    return switch (plan.defect().get()) {
      case ID_NUMBERS_ROUNDED -> plan.damaged(Delivery.Damage.ID_NUMBERS_ROUNDED);
      case ID_NUMBERS_SCIENTIFIC -> plan.damaged(Delivery.Damage.ID_NUMBERS_SCIENTIFIC);
      case LEADING_ZEROS_LOST -> plan.damaged(Delivery.Damage.ZEROS_LOST);
      case WIDE_CHARACTERS -> plan.damaged(Delivery.Damage.WIDE_CHARACTERS);
      case OUTCOMES_BLANK ->
          plan.wrong(row -> List.of(new LedgerRow(row.graduate(), null, RowFault.NONE)));
      case OUTCOMES_UNLISTED -> plan.faulty(RowFault.OUTCOME_UNLISTED);
      case ROWS_REPEATED -> plan.wrong(row -> List.of(row, with(row, RowFault.REPEATED)));
      case ROWS_CONFLICTING -> plan.wrong(row -> List.of(outdated(row), row));
      case IDENTITY_LOST -> plan.faulty(RowFault.NO_IDENTITY);
      case STUDENT_NUMBERS_LOST -> plan.faulty(RowFault.NO_STUDENT_NUMBER);
      case YEAR_LOST -> plan.faulty(RowFault.NO_YEAR);
      case FOREIGN_ROWS -> plan.wrong(row -> List.of(row, foreign(row)));
      case CELLS_SHIFTED -> plan.faulty(RowFault.SHIFTED);
      case BAD_NAME -> plan.badlyNamed();
      case OUTCOME_HEADER_UNKNOWN ->
          List.of(
              plan.file("", Delivery.Damage.OUTCOME_HEADER_UNKNOWN, Delivery.Fate.MISSING_COLUMN));
      case EMPTY_FILE ->
          List.of(plan.file("", Delivery.Damage.NOTHING_WRITTEN, Delivery.Fate.EMPTY));
      case SENT_TWICE ->
          List.of(
              plan.file("", Delivery.Damage.NONE, Delivery.Fate.IN_FORCE),
              plan.file("_副本", Delivery.Damage.NONE, Delivery.Fate.DUPLICATE));
      case CORRECTED -> plan.corrected();
      case IN_PARTS -> plan.inParts();
      case NOT_SENT ->
          List.of(plan.file("", Delivery.Damage.NOTHING_WRITTEN, Delivery.Fate.NOT_SENT));
    };
  }

  /** When a university sends the files of a date: in the evening, one university after another. */
  static Instant sentOn(Campus campus, LocalDate date) {
    return date.atTime(SENT_HOUR, 0).atZone(ZONE).plusSeconds(campus.index()).toInstant();
  }

  private List<LedgerRow> rows(int week, List<Graduate> people) {
    int day = Season.day(settings.snapshot(week));
    List<LedgerRow> rows = new ArrayList<>(people.size());
    for (Graduate graduate : people) {
      Career career = graduate.career();
      if (career.isPresent(day)) {
        rows.add(new LedgerRow(graduate, career.outcome(day, season), RowFault.NONE));
      }
    }
    return rows;
  }

  private static LedgerRow with(LedgerRow row, RowFault fault) {
    return new LedgerRow(row.graduate(), row.outcome(), fault);
  }

  /** What the row said before: that there was no placement, or nothing at all. */
  private static LedgerRow outdated(LedgerRow row) {
    Outcome before =
        row.outcome() == Outcome.AWAITING_EMPLOYMENT ? null : Outcome.AWAITING_EMPLOYMENT;
    return new LedgerRow(row.graduate(), before, RowFault.OUTDATED);
  }

  /** A graduate of the next university, as that one writes them down. */
  private LedgerRow foreign(LedgerRow row) {
    Campus other = campuses.get((row.graduate().campus().index() + 1) % campuses.size());
    Graduate stranger = graduates.of(other, row.graduate().index() % other.size());
    return new LedgerRow(stranger, row.outcome(), RowFault.FOREIGN);
  }

  private interface Change {
    List<LedgerRow> of(LedgerRow row);
  }

  /** The files of one university and week. */
  private final class Plan {

    private final Campus campus;
    private final int week;
    private final List<LedgerRow> rows;
    private final Optional<Defect> defect;

    Plan(Campus campus, int week, List<LedgerRow> rows, Optional<Defect> defect) {
      this.campus = campus;
      this.week = week;
      this.rows = rows;
      this.defect = defect;
    }

    Optional<Defect> defect() {
      return defect;
    }

    Delivery file(String remark, Delivery.Damage damage, Delivery.Fate fate) {
      return file(FileNames.of(campus, settings.snapshot(week), "", remark), 0, rows, damage, fate);
    }

    private Delivery file(
        String name,
        int minutesLater,
        List<LedgerRow> content,
        Delivery.Damage damage,
        Delivery.Fate fate) {
      return new Delivery(
          campus, week, name, modifiedAt(minutesLater), content, damage, fate, defect);
    }

    private Instant modifiedAt(int minutesLater) {
      return sentOn(campus, settings.snapshot(week)).plus(Duration.ofMinutes(minutesLater));
    }

    List<Delivery> damaged(Delivery.Damage damage) {
      return List.of(file("", damage, Delivery.Fate.IN_FORCE));
    }

    List<Delivery> faulty(RowFault fault) {
      return wrong(row -> List.of(with(row, fault)));
    }

    /** The file with some of its rows changed. */
    List<Delivery> wrong(Change change) {
      return List.of(
          file(
              FileNames.of(campus, settings.snapshot(week), "", ""),
              0,
              changed(change),
              Delivery.Damage.NONE,
              Delivery.Fate.IN_FORCE));
    }

    private List<LedgerRow> changed(Change change) {
      BitSet wrong = wrongRows();
      List<LedgerRow> changed = new ArrayList<>(rows.size());
      for (int i = 0; i < rows.size(); i++) {
        if (wrong.get(i)) {
          changed.addAll(change.of(rows.get(i)));
        } else {
          changed.add(rows.get(i));
        }
      }
      return changed;
    }

    /** Evenly spread rows, from one that chance chooses on. */
    private BitSet wrongRows() {
      int count = Math.min(rows.size(), Math.max(LEAST_WRONG, rows.size() / WRONG_ONE_IN));
      Draw draw = Draw.of(settings.seed()).at(Purpose.DEFECT_ROW).at(campus.index()).at(week);
      int step = Math.max(1, rows.size() / Math.max(1, count));
      int first = draw.below(step);
      BitSet wrong = new BitSet(rows.size());
      for (int i = 0; i < count; i++) {
        wrong.set(first + i * step);
      }
      return wrong;
    }

    List<Delivery> badlyNamed() {
      String name = FileNames.bad(campus, settings.snapshot(week));
      return List.of(file(name, 0, rows, Delivery.Damage.NONE, Delivery.Fate.BAD_NAME));
    }

    /** First a file with some outdated outcomes, the day after the right one. */
    List<Delivery> corrected() {
      LocalDate date = settings.snapshot(week);
      UnaryOperator<LedgerRow> older = row -> with(outdated(row), RowFault.NONE);
      return List.of(
          file(
              FileNames.of(campus, date, "", ""),
              0,
              changed(row -> List.of(older.apply(row))),
              Delivery.Damage.NONE,
              Delivery.Fate.SUPERSEDED),
          file(
              FileNames.of(campus, date, "", "_更正"),
              CORRECTED_AFTER_MINUTES,
              rows,
              Delivery.Damage.NONE,
              Delivery.Fate.IN_FORCE));
    }

    List<Delivery> inParts() {
      LocalDate date = settings.snapshot(week);
      int half = rows.size() / 2;
      return List.of(
          file(
              FileNames.of(campus, date, "_p1", ""),
              0,
              rows.subList(0, half),
              Delivery.Damage.NONE,
              Delivery.Fate.IN_FORCE),
          file(
              FileNames.of(campus, date, "_p2", ""),
              1,
              rows.subList(half, rows.size()),
              Delivery.Damage.NONE,
              Delivery.Fate.IN_FORCE));
    }
  }
}
