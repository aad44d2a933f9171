package dev.taizhang.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.publish.edition.Label;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.Reporting.Week;
import dev.taizhang.tables.Slices.Slice;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwedTest {

  private static final LocalDate SUNDAY = LocalDate.of(2025, 8, 31);

  private static Week week(String university, boolean onTime) {
    return new Week(
        university,
        null,
        SUNDAY,
        SUNDAY,
        0,
        0,
        SUNDAY,
        0,
        onTime,
        0,
        0,
        0,
        null,
        null,
        0,
        0,
        0,
        0,
        0,
        null,
        null,
        0,
        0,
        0);
  }

  private static Speaking speaking(int year, int age) {
    return new Speaking(
        SUNDAY, "plain", "90001", year, SUNDAY.minusDays(age), age, age <= 30, true, true);
  }

  private static Slice held(int year) {
    return new Slice("id", "90001", year, SUNDAY, 10, "held", "why", 1);
  }

  @Test
  void sentenceCountsWhoIsLateStaleHeldAndUnknownOfTheCohort() {
    PlacementRate all = RateOf.group("all").placed(8000, 10_000).unknown(1234).rate();
    Owed owed =
        Owed.of(
            all,
            List.of(week("90001", true), week("90002", false), week("90003", false)),
            List.of(
                speaking(2025, 7),
                speaking(2025, 8),
                speaking(2025, 30),
                speaking(2025, 31),
                speaking(2024, 90)),
            List.of(held(2025), held(2024)),
            7,
            30);
    assertEquals(new Owed(all, 3, 2, 3, 7, 1, 30, 1), owed);
    Label sentence = owed.sentence();
    assertEquals(
        "3 所高校中，2 所未按时报送；本届数据超过 7 天的有 3 所，其中超过 30 天的 1 所；待核实、暂不采用的批次 1 个；去向不明 1,234 人，落实率因此在 80.00% 与 92.34% 之间。",
        sentence.zh());
    assertEquals(
        "Late are 2 of 3 universities; figures of this cohort are older than 7 days at 3, of these older than 30 days at 1; slices held until somebody decides: 1; graduates whose outcome is unknown: 1,234, so the rate is between 80.00% and 92.34%.",
        sentence.en());
  }
}
