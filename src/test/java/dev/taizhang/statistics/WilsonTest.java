package dev.taizhang.statistics;

import static dev.taizhang.statistics.ReferenceValues.TOLERANCE;
import static dev.taizhang.statistics.ReferenceValues.count;
import static dev.taizhang.statistics.ReferenceValues.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WilsonTest {

  record Case(long successes, long trials, double low, double high) {}

  static List<Case> cases() {
    return ReferenceValues.read(
        "wilson.csv",
        row ->
            new Case(
                count(row, "successes"),
                count(row, "trials"),
                number(row, "low"),
                number(row, "high")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void intervalIsTheOneOfR(Case expected) {
    Interval interval = Wilson.interval(expected.successes(), expected.trials());

    assertEquals(expected.low(), interval.low(), TOLERANCE);
    assertEquals(expected.high(), interval.high(), TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void intervalHoldsTheProportionAndStaysWithinZeroAndOne(Case expected) {
    Interval interval = Wilson.interval(expected.successes(), expected.trials());
    double proportion = (double) expected.successes() / expected.trials();

    assertTrue(
        0 <= interval.low()
            && interval.low() <= proportion
            && proportion <= interval.high()
            && interval.high() <= 1,
        interval.toString());
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "10", "1000000"})
  void limitIsExactWithoutSuccessesAndWithNothingElse(long trials) {
    assertEquals(0.0, Wilson.interval(0, trials).low());
    assertEquals(1.0, Wilson.interval(trials, trials).high());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "-1, 10", "11, 10", "1, -1"})
  void countsThatAreNoProportionAreRefused(long successes, long trials) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Wilson.interval(successes, trials));

    assertEquals("Not a proportion: " + successes + " of " + trials, refused.getMessage());
  }
}
