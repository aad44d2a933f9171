package dev.taizhang.figures.campaign;

import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.figures.courses.Course;
import dev.taizhang.figures.courses.CourseCounts;
import dev.taizhang.figures.courses.CourseDates;
import dev.taizhang.figures.courses.State;
import dev.taizhang.figures.courses.Watch;
import dev.taizhang.statistics.Interval;
import dev.taizhang.statistics.Wilson;
import dev.taizhang.tables.Campaign.CampaignMonth;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became, month by month, of those who were unplaced on 1 July.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Campaign"</a>
 */
public final class CampaignCounts implements CourseCounts<CampaignCounts> {

  @Serial private static final long serialVersionUID = 1;

  private final HashMap<Key, long[]> counts = new HashMap<>();

  /** What became of somebody, in the order of the counts. */
  private enum Since {
    PLACED,
    AWAITING,
    NOT_SEEKING,
    OUTCOME_UNKNOWN,
    LOST_FROM_VIEW
  }

  private record Key(int period, int monthEnd, int slice, String university, Hardship hardship)
      implements Serializable {

    /** Whether the university is in view that long after its last slice. */
    boolean isInView(int coveredDays) {
      return monthEnd - slice <= coveredDays;
    }
  }

  private record Row(CourseDates.Period period, int monthEnd, Place place, String group) {}

  /** Whether there is anything to tell of a cohort on a date. */
  @Override
  public boolean isTold(Watch watch) {
    return CampaignMonths.isTold(watch);
  }

  @Override
  public int firstDay(Watch watch) {
    return CampaignMonths.first(watch).orElseThrow();
  }

  @Override
  public int lastDay(Watch watch) {
    List<Integer> ends = CampaignMonths.ends(watch);
    return CampaignMonths.sliceAt(watch, ends.get(ends.size() - 1));
  }

  @Override
  public void add(Course course, Watch watch) {
    if (!course.stateOn(firstDay(watch)).isUnplaced()) {
      return;
    }
    Hardship hardship = course.traitsOn(lastDay(watch)).orElseThrow().baseline();
    for (int end : CampaignMonths.ends(watch)) {
      int slice = CampaignMonths.sliceAt(watch, end);
      counts
          .computeIfAbsent(
              new Key(watch.period(), end, slice, course.university(), hardship),
              key -> new long[Since.values().length])[since(course.stateOn(slice)).ordinal()]++;
    }
  }

  private static Since since(State state) {
    if (state.isPlaced()) {
      return Since.PLACED;
    }
    return switch (state) {
      case AWAITING -> Since.AWAITING;
      case NOT_SEEKING -> Since.NOT_SEEKING;
      case OUTCOME_UNKNOWN -> Since.OUTCOME_UNKNOWN;
      default -> Since.LOST_FROM_VIEW;
    };
  }

  @Override
  public CampaignCounts merge(CampaignCounts others) {
    others.counts.forEach((key, some) -> counts.merge(key, some, CampaignCounts::sum));
    return this;
  }

  private static long[] sum(long[] one, long[] other) {
    long[] sum = new long[one.length];
    Arrays.setAll(sum, at -> one[at] + other[at]);
    return sum;
  }

  /** Of those who are not known to be placed nobody is in view. */
  private static long[] outOfView(long[] some) {
    long[] out = new long[some.length];
    out[Since.PLACED.ordinal()] = some[Since.PLACED.ordinal()];
    out[Since.LOST_FROM_VIEW.ordinal()] = Arrays.stream(some).sum() - some[Since.PLACED.ordinal()];
    return out;
  }

  /**
   * The rows of {@code marts.campaign}.
   *
   * @param coveredDays until how many days after its last slice a university is in view
   */
  public List<CampaignMonth> rows(
      CourseDates dates, HardshipGroups groups, Names names, int coveredDays) {
    Map<Row, long[]> rows = new HashMap<>();
    counts.forEach(
        (key, counted) -> {
          long[] some = key.isInView(coveredDays) ? counted : outOfView(counted);
          CourseDates.Period period = dates.period(key.period());
          Hardship hardship = key.hardship();
          List<String> ofHardship =
              groups.of(hardship.tags(), hardship.detail(), period.graduationYear());
          for (Place place : Place.of(key.university(), names)) {
            for (String group : ofHardship) {
              rows.merge(new Row(period, key.monthEnd(), place, group), some, CampaignCounts::sum);
            }
          }
        });
    return rows.entrySet().stream().map(one -> row(one.getKey(), one.getValue())).toList();
  }

  private static CampaignMonth row(Row row, long[] some) {
    long all = Arrays.stream(some).sum();
    long placed = some[Since.PLACED.ordinal()];
    Interval limits = Wilson.interval(placed, all);
    return new CampaignMonth(
        row.period().asOf().date(),
        row.period().asOf().kind(),
        row.period().graduationYear(),
        LocalDate.ofEpochDay(row.monthEnd()),
        row.place().level(),
        row.place().code(),
        row.place().name(),
        row.group(),
        all,
        placed,
        some[Since.AWAITING.ordinal()],
        some[Since.NOT_SEEKING.ordinal()],
        some[Since.OUTCOME_UNKNOWN.ordinal()],
        some[Since.LOST_FROM_VIEW.ordinal()],
        (double) placed / all,
        limits.low(),
        limits.high());
  }
}
