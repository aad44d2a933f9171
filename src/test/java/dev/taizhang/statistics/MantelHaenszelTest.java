package dev.taizhang.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taizhang.statistics.MantelHaenszel.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MantelHaenszelTest {

  static List<StratifiedCase> cases() {
    return StratifiedCase.all();
  }

  private static OptionalDouble of(Optional<Estimate> estimate, ToDoubleFunction<Estimate> value) {
    return estimate
        .map(one -> OptionalDouble.of(value.applyAsDouble(one)))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble limit(
      Optional<Estimate> estimate, ToDoubleFunction<Interval> value) {
    return of(
        estimate.filter(one -> one.limits() != null), one -> value.applyAsDouble(one.limits()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void differenceIsTheOneOfR(StratifiedCase one) {
    Optional<Estimate> difference = MantelHaenszel.of(one.strata()).riskDifference();
    one.assertIsOfR("difference", of(difference, Estimate::value));
    one.assertIsOfR("difference_low", limit(difference, Interval::low));
    one.assertIsOfR("difference_high", limit(difference, Interval::high));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void oddsRatioIsTheOneOfR(StratifiedCase one) {
    Optional<Estimate> ratio = MantelHaenszel.of(one.strata()).oddsRatio();
    one.assertIsOfR("odds_ratio", of(ratio, Estimate::value));
    one.assertIsOfR("odds_low", limit(ratio, Interval::low));
    one.assertIsOfR("odds_high", limit(ratio, Interval::high));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void testIsTheOneOfR(StratifiedCase one) {
    Optional<Double> statistic = MantelHaenszel.of(one.strata()).chiSquared();
    one.assertIsOfR(
        "chi_squared", statistic.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
  }

  /** A group behind overall, and ahead within. */
  @Test
  void womenInBerkeleyWereBehindOverallAndNotWithinDepartments() {
    StratifiedCase berkeley = cases().get(0);
    assertEquals("berkeley", berkeley.name());
    assertEquals(-0.14, Decomposition.crude(berkeley.strata()), 0.005);
    assertEquals(
        0.018, MantelHaenszel.of(berkeley.strata()).riskDifference().orElseThrow().value(), 0.0005);
  }

  @ParameterizedTest
  @CsvSource({"3, 7, 11, 13", "0, 7, 11, 13", "1, 1, 0, 1", "3000000000, 4000000000, 1, 3"})
  void differenceWithinOneStratumIsTheCrudeOne(long a, long n1, long b, long n0) {
    Stratum stratum = new Stratum(a, n1, b, n0);
    double difference = MantelHaenszel.of(List.of(stratum)).riskDifference().orElseThrow().value();
    assertEquals((double) a / n1 - (double) b / n0, difference, 1e-15);
  }

  @Test
  void strataWithoutSomebodyOfBothSayNothing() {
    List<Stratum> none =
        List.of(new Stratum(0, 0, 3, 4), new Stratum(2, 5, 0, 0), new Stratum(0, 0, 0, 0));
    MantelHaenszel nothing = MantelHaenszel.of(none);
    assertEquals(0, nothing.strata());
    assertEquals(Optional.empty(), nothing.riskDifference());
    assertEquals(Optional.empty(), nothing.oddsRatio());
    assertEquals(Optional.empty(), nothing.chiSquared());
    assertEquals(Optional.empty(), MantelHaenszel.of(List.of()).riskDifference());
  }

  @ParameterizedTest
  @CsvSource({"-1, 2, 1, 2", "3, 2, 1, 2", "1, 2, -1, 2", "1, 2, 3, 2"})
  void countsThatAreNoProportionsAreRefused(long a, long n1, long b, long n0) {
    assertThrows(IllegalArgumentException.class, () -> new Stratum(a, n1, b, n0));
  }
}
