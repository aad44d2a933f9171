package dev.taizhang.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.publish.edition.KeyFinding;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.tables.HardshipGaps.HardshipGap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FurthestBehindTest {

  private static final Label NAME = new Label("残疾", "Disabled");

  private static RateOf behind(String group) {
    return RateOf.group(group).placed(60, 100).gap(-0.2, -0.3, -0.1);
  }

  private static Optional<FurthestBehind> of(List<RateOf> groups, RateOf... weeks) {
    return FurthestBehind.of(
        groups.stream().map(RateOf::figure).toList(),
        Stream.of(weeks).map(RateOf::figure).toList());
  }

  private static String furthest(RateOf... groups) {
    return of(List.of(groups)).map(one -> one.group().hardshipGroup()).orElse("nobody");
  }

  @Test
  void groupWithTheLargestGapIsFurthestBehind() {
    assertEquals(
        "disabled",
        furthest(
            behind("orphan"), behind("disabled").gap(-0.21, -0.3, -0.1), behind("martyr_child")));
  }

  @Test
  void gapThatChanceExplainsDoesNotHideOneThatItDoesNot() {
    assertEquals(
        "disabled",
        furthest(
            behind("orphan").gap(-0.25, -0.55, 0.05),
            behind("disabled"),
            behind("any").gap(-0.1, -0.12, -0.08)));
  }

  @Test
  void fewGraduatesAndWhoeverIsNotKnownAreNotCompared() {
    assertEquals(
        "orphan",
        furthest(
            behind("orphan"),
            behind("disabled").placed(5, 19).gap(-0.5, -0.7, -0.3),
            behind("unknown").gap(-0.5, -0.6, -0.4),
            behind("key_group_unknown").gap(-0.5, -0.6, -0.4),
            RateOf.group("all"),
            RateOf.group("none"),
            RateOf.group("any")));
    assertEquals("disabled", furthest(behind("disabled").placed(5, 20)));
  }

  @Test
  void nobodyIsBehindWhoIsAheadOrEqual() {
    assertEquals(
        "nobody",
        furthest(behind("disabled").gap(0.1, 0, 0.2), behind("orphan").gap(0, -0.1, 0.1)));
    assertEquals("在不少于 20 人的困难群体中，没有落后于无困难毕业生的群体。", FurthestBehind.nobody().zh());
  }

  @Test
  void findingTellsTheCodeOfItsGroup() {
    KeyFinding finding =
        of(List.of(behind("disabled"))).orElseThrow().finding(code -> NAME, List.of());
    assertEquals("disabled", finding.hardshipGroup());
    assertTrue(finding.sentence().en().contains("Disabled"), finding.sentence().en());
  }

  /** Of a release, weeks of everybody alone may be there. */
  @Test
  void sinceWhenIsNotSaidWhereThereAreNoWeeksOfTheGroup() {
    FurthestBehind furthest =
        of(List.of(behind("disabled")), RateOf.group("all").on("2025-08-24")).orElseThrow();
    assertEquals(Optional.empty(), furthest.since());
    String said = furthest.publishedFinding(code -> NAME).sentence().en();
    assertTrue(said.contains("graduates or more whose figures are published, furthest"), said);
    assertTrue(said.endsWith("which is behind beyond chance variation."), said);
  }

  private static Optional<LocalDate> since(RateOf... weeks) {
    List<RateOf> all = new ArrayList<>(List.of(weeks));
    for (String date : new String[] {"2025-08-10", "2025-08-17", "2025-08-24", "2025-08-31"}) {
      all.add(RateOf.group("all").on(date));
    }
    return of(List.of(behind("disabled")), all.toArray(RateOf[]::new))
        .flatMap(FurthestBehind::since);
  }

  @Test
  void sinceIsTheFirstWeekOfTheUnbrokenRun() {
    assertEquals(
        Optional.of(LocalDate.of(2025, 8, 17)),
        since(
            behind("disabled").on("2025-08-10").gap(-0.2, -0.4, 0.01),
            behind("disabled").on("2025-08-17"),
            behind("disabled").on("2025-08-24"),
            behind("disabled").on("2025-08-31")));
  }

  @Test
  void weekInWhichTheIntervalReachesZeroBreaksTheRun() {
    assertEquals(
        Optional.of(LocalDate.of(2025, 8, 31)),
        since(
            behind("disabled").on("2025-08-17"),
            behind("disabled").on("2025-08-24").gap(-0.2, -0.4, 0),
            behind("disabled").on("2025-08-31")));
  }

  @Test
  void weekWithoutTheGroupBreaksTheRun() {
    assertEquals(
        Optional.of(LocalDate.of(2025, 8, 24)),
        since(
            behind("disabled").on("2025-08-10"),
            behind("disabled").on("2025-08-24"),
            behind("orphan").on("2025-08-17"),
            behind("disabled").on("2025-08-17").cohort(2024)));
  }

  @Test
  void firstWeekOfAllIsSaidToBeOne() {
    assertTrue(
        said(of(List.of(behind("disabled")), behind("disabled").on("2025-08-24")))
            .contains("，自有数据的第一周（2025年8月24日）起每周如此"));
    assertTrue(
        said(of(
                List.of(behind("disabled")),
                behind("disabled").on("2025-08-24"),
                behind("disabled").on("2025-08-17").gap(-0.2, -0.4, 0.1)))
            .contains("，自2025年8月24日起每周如此"));
  }

  private static String said(Optional<FurthestBehind> behind) {
    return behind.orElseThrow().finding(code -> NAME, List.of()).sentence().zh();
  }

  @Test
  void sentenceSaysHowMuchHowManyHowSureAndSinceWhen() {
    RateFigure group = behind("disabled").gap(-0.08155, -0.12, -0.04334).figure();
    Label sentence =
        new FurthestBehind(group, Optional.of(LocalDate.of(2025, 3, 2)), false)
            .finding(code -> NAME, List.of())
            .sentence();
    assertEquals(
        "在不少于 20 人的群体中，与无困难毕业生差距最大的是“残疾”（100 人）：低 8.16 个百分点（差距的 95% 区间 −12.00 至 −4.33），超出偶然波动，自2025年3月2日起每周如此。",
        sentence.zh());
    assertEquals(
        "Of the groups of 20 graduates or more, furthest behind those without hardship is “Disabled” (100 graduates): 8.16 points below (95% interval of the gap −12.00 to −4.33), which is behind beyond chance variation, in every week since 2 March 2025.",
        sentence.en());
  }

  private static HardshipGap alike(String stratification, Double gap, Double low, Double high) {
    return alike(stratification, gap, low, high, 0);
  }

  private static HardshipGap alike(
      String stratification, Double gap, Double low, Double high, long without) {
    return new HardshipGap(
        LocalDate.of(2025, 8, 31),
        "plain",
        2025,
        "all",
        "all",
        "disabled",
        stratification,
        100,
        60,
        0.6,
        200,
        160,
        0.8,
        -0.2,
        -0.3,
        -0.1,
        gap,
        low,
        high,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        1,
        1,
        without,
        false,
        0,
        0);
  }

  private static String said(HardshipGap... gaps) {
    return of(List.of(behind("disabled")), behind("disabled"))
        .orElseThrow()
        .finding(code -> NAME, List.of(gaps))
        .sentence()
        .zh();
  }

  @Test
  void sentenceSaysWhatIsLeftAmongThoseWhoStudyTheSame() {
    HardshipGap other = alike("class_tier", -0.5, -0.6, -0.4);
    String below = said(other, alike("class_university", -0.04315, -0.1, 0.02));
    assertTrue(
        below.endsWith("；按毕业时的标签，与同学历、同专业类、同校的无困难毕业生相比（100 人可比）低 4.32 个百分点（95% 区间 −10.00 至 2.00）。"),
        below);
    String above = said(alike("class_university", 0.01, -0.1, 0.12));
    assertTrue(above.endsWith("相比（100 人可比）高 1.00 个百分点（95% 区间 −10.00 至 12.00）。"), above);
    String same = said(alike("class_university", 0.00004, -0.1, 0.12));
    assertTrue(same.endsWith("相比（100 人可比）持平（95% 区间 −10.00 至 12.00）。"), same);
    assertTrue(said(alike("class_university", null, null, null)).endsWith("每周如此。"));
    assertTrue(said().endsWith("每周如此。"));
    // Of a hundred, nineteen can be compared.
    assertTrue(said(alike("class_university", -0.1, -0.2, 0.1, 81)).endsWith("每周如此。"));
    assertTrue(said(alike("class_university", -0.1, -0.2, 0.1, 80)).contains("（20 人可比）低"));
  }

  @Test
  void gapWhoseIntervalHoldsZeroIsSaidToBeUnsure() {
    Optional<FurthestBehind> unsure = of(List.of(behind("disabled").gap(-0.02, -0.06, 0.02)));
    assertEquals(Optional.empty(), unsure.orElseThrow().since());
    Label sentence = unsure.orElseThrow().finding(code -> NAME, List.of()).sentence();
    assertTrue(sentence.zh().endsWith("区间 −6.00 至 2.00），与偶然波动无法区分。"), sentence.zh());
    assertTrue(
        sentence.en().endsWith("which is not distinguishable from chance variation."),
        sentence.en());
  }

  @Test
  void tagThatIsGivenBecauseOfTheOutcomeIsSaidToBeOne() {
    String sentence =
        of(List.of(behind("employment_difficulty")))
            .orElseThrow()
            .finding(code -> NAME, List.of())
            .sentence()
            .zh();
    assertTrue(sentence.endsWith("这一标签常在未落实之后才加上，不宜单独解读。"), sentence);
  }
}
