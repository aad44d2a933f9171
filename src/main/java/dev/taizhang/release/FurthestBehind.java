package dev.taizhang.release;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.publish.edition.KeyFinding;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.reference.HardshipTag;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.HardshipGaps.HardshipGap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The group of a cohort that is furthest behind the graduates without hardship.
 *
 * @param group its figures
 * @param since first date of the unbroken run of weeks, up to now, in which the interval of its gap
 *     lay below 0; empty where it does not now, or where there are no weeks of the group
 * @param isFirstWeek whether that is the first week of all, so that it may have begun earlier
 * @see <a href="../../../../../docs/definitions.md">definitions.md, "Furthest behind, since
 *     when"</a>
 */
public record FurthestBehind(RateFigure group, Optional<LocalDate> since, boolean isFirstWeek) {

  /** Which groups were compared. */
  public enum AmongGroups {
    ALL("", ""),
    PUBLISHED("公布了数字、", " whose figures are published");

    private final String zh;
    private final String en;

    AmongGroups(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    private String zh() {
      return zh;
    }

    private String en() {
      return en;
    }
  }

  /** Groups that are nobody's hardship, or whose hardship is not known. */
  private static final Set<String> NOT_COMPARED =
      Set.of(
          HardshipGroups.ALL,
          HardshipGroups.NONE,
          HardshipGroups.UNKNOWN,
          HardshipGroups.KEY_GROUP_UNKNOWN);

  /** Groups by a tag that is often given because somebody is unplaced. */
  private static final Set<String> BY_OUTCOME =
      Set.of(
          HardshipTag.EMPLOYMENT_DIFFICULTY,
          HardshipGroups.EMPLOYMENT_DIFFICULTY_ONLY,
          HardshipGroups.DOUBLE_DIFFICULTY);

  /**
   * The group that is furthest behind, among those that surely are where there are any: a gap that
   * chance explains must not hide one that it does not. Empty where no group is behind that has
   * enough graduates.
   *
   * @param groups figures of the groups of one cohort
   * @param weeks figures of groups of every cohort, week by week
   */
  public static Optional<FurthestBehind> of(List<RateFigure> groups, List<RateFigure> weeks) {
    return groups.stream()
        .filter(FurthestBehind::isCompared)
        .filter(group -> group.rateGap() < 0)
        .min(
            Comparator.comparing((RateFigure group) -> !isBehind(group))
                .thenComparing(RateFigure::rateGap)
                .thenComparing(RateFigure::hardshipGroup))
        .map(group -> of(group, weeks));
  }

  private static FurthestBehind of(RateFigure group, List<RateFigure> weeks) {
    Optional<LocalDate> since = since(group, weeks);
    boolean isFirst =
        weeks.stream()
            .filter(week -> week.graduationYear() == group.graduationYear())
            .map(RateFigure::asOfDate)
            .noneMatch(date -> since.filter(date::isBefore).isPresent());
    return new FurthestBehind(group, since, since.isPresent() && isFirst);
  }

  private static boolean isCompared(RateFigure group) {
    return !NOT_COMPARED.contains(group.hardshipGroup())
        && group.graduates() >= Symbol.RELIABLE_GRADUATES
        && group.rateGap() != null;
  }

  /** A week in which the group has no figure ends the run, as one in which it is not behind. */
  private static Optional<LocalDate> since(RateFigure group, List<RateFigure> weeks) {
    boolean hasWeeks =
        weeks.stream().anyMatch(week -> week.hardshipGroup().equals(group.hardshipGroup()));
    if (!isBehind(group) || !hasWeeks) {
      return Optional.empty();
    }
    Map<LocalDate, RateFigure> ofGroup =
        weeks.stream()
            .filter(week -> week.graduationYear() == group.graduationYear())
            .filter(week -> week.hardshipGroup().equals(group.hardshipGroup()))
            .collect(Collectors.toMap(RateFigure::asOfDate, Function.identity()));
    List<LocalDate> dates =
        weeks.stream()
            .filter(week -> week.graduationYear() == group.graduationYear())
            .map(RateFigure::asOfDate)
            .filter(date -> date.isBefore(group.asOfDate()))
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    LocalDate first = group.asOfDate();
    for (LocalDate date : dates) {
      RateFigure week = ofGroup.get(date);
      if (week == null || !isBehind(week)) {
        break;
      }
      first = date;
    }
    return Optional.of(first);
  }

  private static boolean isBehind(RateFigure group) {
    return group.rateGapHigh() != null && group.rateGapHigh() < 0;
  }

  /** The sentence where no group is behind. */
  static Label nobody() {
    return nobody(AmongGroups.ALL);
  }

  /** The same of the groups that are compared. */
  public static Label nobody(AmongGroups among) {
    return new Label(
        "在%s不少于 %d 人的困难群体中，没有落后于无困难毕业生的群体。".formatted(among.zh(), Symbol.RELIABLE_GRADUATES),
        "Of the hardship groups of %d graduates or more%s, none is behind the graduates without hardship."
            .formatted(Symbol.RELIABLE_GRADUATES, among.en()));
  }

  /** What is said of the group among those whose figures are published. */
  public KeyFinding publishedFinding(Function<String, Label> names) {
    String code = group.hardshipGroup();
    return new KeyFinding(sentence(names.apply(code), Label.same(""), AmongGroups.PUBLISHED), code);
  }

  /**
   * What is said of the group.
   *
   * @param names what hardship groups are called
   * @param gaps gaps of the cohort, among them those to whoever studies the same
   */
  KeyFinding finding(Function<String, Label> names, List<HardshipGap> gaps) {
    String code = group.hardshipGroup();
    Label alike =
        gaps.stream()
            .filter(gap -> gap.graduationYear() == group.graduationYear())
            .filter(gap -> gap.hardshipGroup().equals(code))
            .filter(gap -> gap.degreeLevel().equals(group.degreeLevel()))
            .filter(gap -> gap.stratification().equals(HardshipGaps.CLASS_UNIVERSITY))
            .filter(gap -> gap.adjustedGapLow() != null)
            .filter(gap -> gap.compared() >= Symbol.RELIABLE_GRADUATES)
            .findAny()
            .map(FurthestBehind::alike)
            .orElse(Label.same(""));
    return new KeyFinding(sentence(names.apply(code), alike, AmongGroups.ALL), code);
  }

  /** What is left of the gap among those who study the same. */
  private static Label alike(HardshipGap gap) {
    String points = Wording.points(gap.adjustedGap());
    String low = Wording.signedPoints(gap.adjustedGapLow());
    String high = Wording.signedPoints(gap.adjustedGapHigh());
    int direction = Wording.direction(gap.adjustedGap());
    String people = Wording.count(gap.graduates() - gap.graduatesWithoutCounterpart());
    return new Label(
        "；按毕业时的标签，与同学历、同专业类、同校的无困难毕业生相比（%s 人可比）%s（95%% 区间 %s 至 %s）"
            .formatted(
                people,
                direction == 0 ? "持平" : (direction < 0 ? "低 " : "高 ") + points + " 个百分点",
                low,
                high),
        "; by the tags known at graduation, beside those without hardship of the same degree level, class of majors and university (%s graduates can be compared) it is %s (95%% interval %s to %s)"
            .formatted(
                people,
                direction == 0
                    ? "the same"
                    : points + (direction < 0 ? " points below" : " points above"),
                low,
                high));
  }

  /**
   * The sentence.
   *
   * @param alike what is left among those who study the same; empty where it is not known
   * @param among which groups were compared
   */
  private Label sentence(Label name, Label alike, AmongGroups among) {
    String points = Wording.points(group.rateGap());
    String low = Wording.signedPoints(group.rateGapLow());
    String high = Wording.signedPoints(group.rateGapHigh());
    String people = Wording.count(group.graduates());
    boolean isByOutcome = BY_OUTCOME.contains(group.hardshipGroup());
    return new Label(
        "在%s不少于 %d 人的群体中，与无困难毕业生差距最大的是“%s”（%s 人）：低 %s 个百分点（差距的 95%% 区间 %s 至 %s），%s%s%s。"
            .formatted(
                among.zh(),
                Symbol.RELIABLE_GRADUATES,
                name.zh(),
                people,
                points,
                low,
                high,
                sure().zh(),
                alike.zh(),
                isByOutcome ? "；这一标签常在未落实之后才加上，不宜单独解读" : ""),
        "Of the groups of %d graduates or more%s, furthest behind those without hardship is “%s” (%s graduates): %s points below (95%% interval of the gap %s to %s), %s%s%s."
            .formatted(
                Symbol.RELIABLE_GRADUATES,
                among.en(),
                name.en(),
                people,
                points,
                low,
                high,
                sure().en(),
                alike.en(),
                isByOutcome
                    ? "; this tag is often given because a graduate is unplaced, so do not read it alone"
                    : ""));
  }

  private Label sure() {
    return since
        .map(Wording::date)
        .map(
            date ->
                new Label(
                    "超出偶然波动，"
                        + (isFirstWeek ? "自有数据的第一周（" + date.zh() + "）起" : "自" + date.zh() + "起")
                        + "每周如此",
                    "which is behind beyond chance variation, in every week since "
                        + (isFirstWeek ? "the first of which there are figures, " : "")
                        + date.en()))
        .orElseGet(
            () ->
                isBehind(group)
                    ? new Label("超出偶然波动", "which is behind beyond chance variation")
                    : new Label("与偶然波动无法区分", "which is not distinguishable from chance variation"));
  }
}
