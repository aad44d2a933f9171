package dev.taizhang.statistics;

import static dev.taizhang.statistics.ReferenceValues.TOLERANCE;
import static dev.taizhang.statistics.ReferenceValues.count;
import static dev.taizhang.statistics.ReferenceValues.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NewcombeTest {

  record Case(
      long successes,
      long trials,
      long referenceSuccesses,
      long referenceTrials,
      double low,
      double high) {}

  static List<Case> cases() {
    return ReferenceValues.read(
        "newcombe.csv",
        row ->
            new Case(
                count(row, "successes"),
                count(row, "trials"),
                count(row, "reference_successes"),
                count(row, "reference_trials"),
                number(row, "low"),
                number(row, "high")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void intervalIsTheOneOfR(Case expected) {
    Interval interval = interval(expected);

    assertEquals(expected.low(), interval.low(), TOLERANCE);
    assertEquals(expected.high(), interval.high(), TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void intervalChangesSignWhenTheGroupsChangePlaces(Case one) {
    Interval interval = interval(one);
    Interval swapped =
        Newcombe.interval(
            one.referenceSuccesses(), one.referenceTrials(), one.successes(), one.trials());

    assertEquals(-interval.high(), swapped.low(), TOLERANCE);
    assertEquals(-interval.low(), swapped.high(), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 1, 2", "1, 2, 1, 0", "3, 2, 1, 2", "1, 2, -1, 2"})
  void countsThatAreNoProportionAreRefused(
      long successes, long trials, long referenceSuccesses, long referenceTrials) {
    assertThrows(
        IllegalArgumentException.class,
        () -> Newcombe.interval(successes, trials, referenceSuccesses, referenceTrials));
  }

  private static Interval interval(Case one) {
    return Newcombe.interval(
        one.successes(), one.trials(), one.referenceSuccesses(), one.referenceTrials());
  }
}
