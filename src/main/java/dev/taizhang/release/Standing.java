package dev.taizhang.release;

import dev.taizhang.publish.edition.Label;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the rate of a cohort stands, and how it moved.
 *
 * @param now the rate of all its graduates
 * @param weekBefore the same on the weekly date a week before, or up to six days earlier
 * @param yearBefore that of the cohort before, 364 days earlier or up to six days more
 */
public record Standing(
    RateFigure now, Optional<RateFigure> weekBefore, Optional<RateFigure> yearBefore) {

  private static final int WEEK = 7;

  // 52 weeks: the same day of the week.
  private static final int YEAR = 364;

  /**
   * The standing of a cohort.
   *
   * @param weeks rates of all graduates of every cohort, week by week
   */
  public static Standing of(RateFigure now, List<RateFigure> weeks) {
    return new Standing(
        now,
        on(weeks, now.graduationYear(), now.asOfDate().minusDays(WEEK)),
        on(weeks, now.graduationYear() - 1, now.asOfDate().minusDays(YEAR)));
  }

  /** Weekly dates are Sundays, and the newest date need not be one. */
  private static Optional<RateFigure> on(
      List<RateFigure> weeks, int graduationYear, LocalDate date) {
    return weeks.stream()
        .filter(week -> week.graduationYear() == graduationYear)
        .filter(week -> !week.asOfDate().isAfter(date))
        .filter(week -> week.asOfDate().isAfter(date.minusDays(WEEK)))
        .max(Comparator.comparing(RateFigure::asOfDate));
  }

  /** The sentence. */
  public Label sentence() {
    Label date = Wording.date(now.asOfDate());
    String rate = Wording.percent(now.placementRate());
    String low = Wording.percent(now.placementRateLow());
    String high = Wording.percent(now.placementRateHigh());
    return new Label(
        "截至%s，%d届毕业去向落实率为 %s%%（95%% 区间 %s%%–%s%%；毕业生 %s 人，已落实 %s 人）；%s；%s。"
            .formatted(
                date.zh(),
                now.graduationYear(),
                rate,
                low,
                high,
                Wording.count(now.graduates()),
                Wording.count(now.placed()),
                week().zh(),
                year().zh()),
        "On %s the placement rate of the graduates of %d is %s%% (95%% interval %s%% to %s%%; %s placed of %s graduates); %s; %s."
            .formatted(
                date.en(),
                now.graduationYear(),
                rate,
                low,
                high,
                Wording.count(now.placed()),
                Wording.count(now.graduates()),
                week().en(),
                year().en()));
  }

  private Label week() {
    return weekBefore
        .map(
            before ->
                compared(
                    before,
                    new Label(
                        "比一周前（%s）".formatted(Wording.date(before.asOfDate()).zh()),
                        "a week before (%s)".formatted(Wording.date(before.asOfDate()).en()))))
        .orElse(new Label("没有一周前的数据可比", "there are no figures of a week before"));
  }

  private Label year() {
    return yearBefore
        .map(
            before ->
                compared(
                    before,
                    new Label(
                        "比上一届同期（%d届，%s）"
                            .formatted(
                                before.graduationYear(), Wording.date(before.asOfDate()).zh()),
                        "the cohort before in the same week (%d, on %s)"
                            .formatted(
                                before.graduationYear(), Wording.date(before.asOfDate()).en()))))
        .orElse(
            new Label(
                "没有上一届同期的数据可比", "there are no figures of the cohort before in the same week"));
  }

  private Label compared(RateFigure before, Label than) {
    double moved = now.placementRate() - before.placementRate();
    String points = Wording.points(moved);
    return switch (Wording.direction(moved)) {
      case 0 -> new Label(than.zh() + "基本持平", "the same as " + than.en());
      case 1 ->
          new Label(than.zh() + "高 " + points + " 个百分点", points + " points above " + than.en());
      default ->
          new Label(than.zh() + "低 " + points + " 个百分点", points + " points below " + than.en());
    };
  }
}
