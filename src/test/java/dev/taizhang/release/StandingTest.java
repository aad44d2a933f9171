package dev.taizhang.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.publish.edition.Label;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static final RateFigure NOW = RateOf.group("all").placed(8735, 10_000).figure();

  private static RateOf week(String date) {
    return RateOf.group("all").on(date);
  }

  private static Label sentence(RateOf... weeks) {
    return Standing.of(NOW, List.of(weeks).stream().map(RateOf::figure).toList()).sentence();
  }

  @Test
  void rateStandsWithIntervalDenominatorAndWhatItWas() {
    Label sentence =
        sentence(
            week("2025-08-31").placed(8735, 10_000),
            week("2025-08-24").placed(8680, 10_000),
            week("2024-09-01").cohort(2024).placed(8801, 10_000));
    assertEquals(
        "截至2025年8月31日，2025届毕业去向落实率为 87.35%（95% 区间 86.35%–88.35%；毕业生 10,000 人，已落实 8,735 人）；比一周前（2025年8月24日）高 0.55 个百分点；比上一届同期（2024届，2024年9月1日）低 0.66 个百分点。",
        sentence.zh());
    assertEquals(
        "On 31 August 2025 the placement rate of the graduates of 2025 is 87.35% (95% interval 86.35% to 88.35%; 8,735 placed of 10,000 graduates); 0.55 points above a week before (24 August 2025); 0.66 points below the cohort before in the same week (2024, on 1 September 2024).",
        sentence.en());
  }

  @Test
  void saysWhatThereIsNothingToCompareWith() {
    Label sentence = sentence(week("2025-08-31"));
    assertTrue(sentence.zh().endsWith("；没有一周前的数据可比；没有上一届同期的数据可比。"), sentence.zh());
    assertTrue(
        sentence
            .en()
            .endsWith(
                "; there are no figures of a week before; there are no figures of the cohort before in the same week."),
        sentence.en());
  }

  @Test
  void otherCohortsAndOtherWeeksAreNotCompared() {
    Label sentence =
        sentence(
            week("2025-08-25"), // less than a week before
            week("2025-08-17"), // two weeks before
            week("2025-08-24").cohort(2024),
            week("2024-09-08").cohort(2024), // less than 364 days before
            week("2024-08-25").cohort(2024),
            week("2024-09-01").cohort(2023));
    assertTrue(sentence.zh().contains("没有一周前的数据可比；没有上一届同期的数据可比"), sentence.zh());
  }

  @Test
  void newestDateThatIsNoSundayIsComparedWithTheSundayBefore() {
    RateFigure wednesday = week("2025-09-03").placed(8735, 10_000).figure();
    Label sentence =
        Standing.of(
                wednesday,
                List.of(
                    week("2025-08-31").placed(8735, 10_000).figure(),
                    week("2025-08-24").placed(8735, 10_000).figure(),
                    week("2024-09-01").cohort(2024).placed(8735, 10_000).figure()))
            .sentence();
    assertTrue(sentence.zh().contains("比一周前（2025年8月24日）基本持平"), sentence.zh());
    assertTrue(
        sentence.en().contains("the same as the cohort before in the same week (2024, on 1 Sep"),
        sentence.en());
  }
}
