package dev.taizhang.figures.campaign;

import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.figures.courses.Course;
import dev.taizhang.figures.courses.CourseCounts;
import dev.taizhang.figures.courses.CourseDates;
import dev.taizhang.figures.courses.State;
import dev.taizhang.figures.courses.Watch;
import dev.taizhang.tables.UnplacedTwoYears.Unplaced;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who of the last two graduation years is unplaced, and since when nobody has told of them.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Unplaced within two
 *     years"</a>
 */
public final class UnplacedCounts implements CourseCounts<UnplacedCounts> {

  @Serial private static final long serialVersionUID = 1;

  private static final int YEARS = 2;

  private final HashMap<Key, WordsOnUnplaced> counts = new HashMap<>();

  private record Key(int period, String university, Hardship hardship) implements Serializable {}

  private record Row(CourseDates.Period period, Place place, String group) {}

  /** Whether a cohort left school within the two years before a date, on 1 July of its year. */
  @Override
  public boolean isTold(Watch watch) {
    LocalDate left = LocalDate.of(watch.graduationYear(), Month.JULY, 1);
    LocalDate asOf = LocalDate.ofEpochDay(watch.asOf());
    return !asOf.isBefore(left) && asOf.isBefore(left.plusYears(YEARS));
  }

  @Override
  public int firstDay(Watch watch) {
    return watch.lastSlice();
  }

  @Override
  public int lastDay(Watch watch) {
    return watch.until();
  }

  @Override
  public boolean needsFindings(State state) {
    return state.isUnplaced();
  }

  @Override
  public void add(Course course, Watch watch) {
    State told = course.stateOn(watch.lastSlice());
    State now = course.stateOn(watch.until());
    if (!told.isPlaced() && !told.isUnplaced()) {
      return;
    }
    Hardship hardship = course.traitsOn(watch.until()).orElseThrow().baseline();
    counts
        .computeIfAbsent(
            new Key(watch.period(), course.university(), hardship), key -> new WordsOnUnplaced())
        .add(told, now, course.lastWord(watch));
  }

  @Override
  public UnplacedCounts merge(UnplacedCounts others) {
    others.counts.forEach((key, some) -> counts.merge(key, some, WordsOnUnplaced::merge));
    return this;
  }

  /** The rows of {@code marts.unplaced_two_years}. */
  public List<Unplaced> rows(CourseDates dates, HardshipGroups groups, Names names) {
    Map<Row, WordsOnUnplaced> rows = new HashMap<>();
    counts.forEach(
        (key, some) -> {
          CourseDates.Period period = dates.period(key.period());
          Hardship hardship = key.hardship();
          List<String> ofHardship =
              groups.of(hardship.tags(), hardship.detail(), period.graduationYear());
          for (Place place : Place.of(key.university(), names)) {
            for (String group : ofHardship) {
              rows.computeIfAbsent(new Row(period, place, group), one -> new WordsOnUnplaced())
                  .merge(some);
            }
          }
        });
    return rows.entrySet().stream().map(one -> row(one.getKey(), one.getValue())).toList();
  }

  private static Unplaced row(Row row, WordsOnUnplaced some) {
    LocalDate date = row.period().asOf().date();
    return new Unplaced(
        date,
        row.period().asOf().kind(),
        row.period().graduationYear(),
        row.place().level(),
        row.place().code(),
        row.place().name(),
        row.group(),
        some.graduates(),
        some.unplacedAtSlice(),
        some.foundPlaced(),
        some.foundUnplaced(),
        some.unplaced(),
        some.of(State.AWAITING),
        some.of(State.NOT_SEEKING),
        some.of(State.OUTCOME_UNKNOWN),
        some.oldest().orElse(null),
        some.middle().orElse(null),
        some.newest().orElse(null),
        some.before(date.minusDays(30)),
        some.before(date.minusDays(90)));
  }
}
