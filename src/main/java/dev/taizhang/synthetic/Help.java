package dev.taizhang.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides who is helped, and how. Help has no effect on when anybody is placed: whatever differs
 * between those who were helped and those who were not comes from who they are.
 */
final class Help {

  private static final double COUNSELLED_A_WEEK = 0.5;
  private static final double CALLED_A_WEEK = 0.15;
  private static final double INVITED_A_WEEK = 0.3;
  private static final double TRAINED = 0.08;
  private static final int DAYS_OF_WEEK = 7;

  private static final Weighted<String> COUNSEL =
      new Weighted<String>().add("岗位推荐", 55).add("职业指导", 20).add("简历面试辅导", 15).add("政策宣讲", 10);
  private static final Weighted<String> EVENTS =
      new Weighted<String>().add("专场招聘", 60).add("政策宣讲", 40);
  private static final Weighted<String> RESULTS =
      new Weighted<String>()
          .add("已推荐", 30)
          .add("已应聘", 20)
          .add("已面试", 12)
          .add("已录用", 5)
          .add(Help.DECLINED, 20)
          .add("无回应", 13);
  private static final Weighted<String> REASONS =
      new Weighted<String>()
          .add("地点不合适", 30)
          .add("薪酬不满意", 30)
          .add("备考", 22)
          .add("专业不对口", 12)
          .add("其他", 6);
  private static final String RECOMMENDATION = "岗位推荐";
  private static final String SIGNED = "已签约";
  private static final String DECLINED = "未接受";

  private final ProvinceSettings settings;
  private final Season season;
  private final Draw draw;

  Help(ProvinceSettings settings, Season season) {
    this.settings = settings;
    this.season = season;
    this.draw = Draw.of(settings.seed()).at(Purpose.HELP);
  }

  /** The measures of a university in the seven days that end with a snapshot. */
  List<Measure> of(Campus campus, int week, List<Graduate> people) {
    List<Measure> measures = new ArrayList<>();
    for (Graduate graduate : people) {
      Draw own = draw.at(campus.index()).at(graduate.index()).at(week);
      LocalDate date = settings.snapshot(week).minusDays(own.at(0).below(DAYS_OF_WEEK));
      int day = Season.day(date);
      if (graduate.career().isPresent(day) && graduate.career().isUnplaced(day, season)) {
        measure(campus.helping(), graduate, date, own).ifPresent(measures::add);
      }
    }
    return measures;
  }

  private Optional<Measure> measure(Helping helping, Graduate graduate, LocalDate date, Draw own) {
    boolean counselled =
        helping == Helping.ONE_TO_ONE
            && graduate.hardships() != 0
            && own.at(1).chance(COUNSELLED_A_WEEK);
    if (counselled) {
      return Optional.of(counsel(graduate, date, own));
    }
    if (helping == Helping.NOTHING) {
      return Optional.empty();
    }
    if (own.at(2).chance(INVITED_A_WEEK)) {
      return Optional.of(
          new Measure(graduate, date, EVENTS.pick(own.at(3)), Measure.Mode.MASS, "", ""));
    }
    return own.at(4).chance(CALLED_A_WEEK)
        ? Optional.of(new Measure(graduate, date, "跟踪回访", Measure.Mode.CONTACT, "", ""))
        : Optional.empty();
  }

  private static Measure counsel(Graduate graduate, LocalDate date, Draw own) {
    if (own.at(5).chance(TRAINED)) {
      return new Measure(graduate, date, "宏志助航培训", Measure.Mode.ONE_TO_ONE, "", "");
    }
    String measure = COUNSEL.pick(own.at(6));
    if (!measure.equals(RECOMMENDATION)) {
      return new Measure(graduate, date, measure, Measure.Mode.ONE_TO_ONE, "", "");
    }
    int day = Season.day(date);
    boolean soon = graduate.career().nextPlacement(day) <= day + DAYS_OF_WEEK;
    String result = soon ? SIGNED : RESULTS.pick(own.at(7));
    String reason = result.equals(DECLINED) ? REASONS.pick(own.at(8)) : "";
    return new Measure(graduate, date, measure, Measure.Mode.ONE_TO_ONE, result, reason);
  }
}
