package dev.taizhang.release.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.release.record.Audited;
import dev.taizhang.release.record.Audited.Attacked;
import dev.taizhang.release.record.Audited.Result;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What an audit that found nothing says of how much stays open. */
class AdviceTest {

  private static String fewest(OptionalLong smallestWidth) {
    return Advice.fewest(
        new Audited(
            Result.PASSED,
            10,
            9,
            48,
            4,
            List.of(new Attacked("everything", "全部内容", 48, 48, 0, 0, 0, 0, smallestWidth))));
  }

  @Test
  void fewerCountsThanAreAskedForAreExplained() {
    assertEquals("; fewest possible counts 10", fewest(OptionalLong.of(10)));
    assertEquals(
        "; fewest possible counts 1 (10 are asked for, and fewer only of few people or where no"
            + " more can be left open)",
        fewest(OptionalLong.of(1)));
    assertEquals("", fewest(OptionalLong.empty()));
  }
}
