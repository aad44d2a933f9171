package dev.taizhang.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

  /** The first output of SplitMix64 from state 0, as its authors and many libraries publish it. */
  @Test
  void mixingIsThatOfSplitMix64() {
    assertEquals(0xE220A8397B1DCDAFL, Draw.of(0).state());
  }

  @Test
  void samePlaceGivesSameChoice() {
    assertEquals(
        Draw.of(7).at(3).at(Purpose.MAJOR).unit(), Draw.of(7).at(3).at(Purpose.MAJOR).unit());
  }

  @Test
  void everyPurposeChoosesByItself() {
    Draw graduate = Draw.of(1).at(2);
    assertEquals(
        Purpose.values().length,
        List.of(Purpose.values()).stream()
            .map(purpose -> graduate.at(purpose).state())
            .distinct()
            .count());
    assertNotEquals(Draw.of(1).at(2).at(3).state(), Draw.of(1).at(3).at(2).state());
  }

  @Test
  void choicesAreUniform() {
    int draws = 100_000;
    int[] tenths = new int[10];
    IntStream.range(0, draws).forEach(i -> tenths[Draw.of(5).at(i).below(10)]++);
    // Four standard deviations of a binomial count.
    double bound = 4 * StrictMath.sqrt(draws * 0.1 * 0.9);
    for (int count : tenths) {
      assertTrue(StrictMath.abs(count - draws / 10) < bound, () -> "tenths: " + List.of(tenths));
    }
  }

  @Test
  void normalHasMeanZeroAndDeviationOne() {
    int draws = 100_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double value = Draw.of(9).at(i).normal();
      sum += value;
      squares += value * value;
    }
    assertEquals(0, sum / draws, 4 / StrictMath.sqrt(draws));
    assertEquals(1, squares / draws, 4 * StrictMath.sqrt(2.0 / draws));
  }

  @Test
  void weightedChoiceFollowsTheWeights() {
    Weighted<String> values = new Weighted<String>().add("a", 1).add("b", 0).add("c", 3);
    long third =
        IntStream.range(0, 40_000).filter(i -> values.pick(Draw.of(2).at(i)).equals("c")).count();
    assertEquals(0.75, third / 40_000.0, 4 * StrictMath.sqrt(0.75 * 0.25 / 40_000));
    assertTrue(IntStream.range(0, 1000).noneMatch(i -> values.pick(Draw.of(3).at(i)).equals("b")));
  }
}
