package dev.taizhang.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.statistics.ClusteredDifference.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusteredDifferenceTest {

  static List<StratifiedCase> cases() {
    return StratifiedCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void limitsAreThoseOfR(StratifiedCase one) {
    Optional<Interval> limits = ClusteredDifference.interval(one.parts());
    one.assertIsOfR("clustered_low", of(limits.map(Interval::low)));
    one.assertIsOfR("clustered_high", of(limits.map(Interval::high)));
  }

  private static OptionalDouble of(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  @Test
  void setsHaveLimitsAndNone() {
    long told =
        cases().stream()
            .filter(one -> ClusteredDifference.interval(one.parts()).isPresent())
            .count();
    assertTrue(told >= 1 && told < cases().size(), told + " with limits");
  }

  /**
   * Twelve clusters in one stratum, four of which place 9 of 10 of the group, four 5 and four 1,
   * and each 5 of 10 others: the difference is 0. A cluster adds (a − 5) × 120 / 240 − 0 = 2, 0 or
   * −2; 12/11 × 8 × 4 over (120 × 120 / 240)² = 3600, whose root is 0.0985.
   */
  @Test
  void clustersThatShareAStratumWorkedByHand() {
    List<Part> parts = new ArrayList<>();
    for (int cluster = 0; cluster < 12; cluster++) {
      parts.add(new Part(7, cluster, new Stratum(1 + 4 * (cluster % 3), 10, 5, 10)));
    }
    Interval limits = ClusteredDifference.interval(parts).orElseThrow();
    double error = Math.sqrt(12.0 / 11 * 32 / 3_600);
    assertEquals(Wilson.Z * error, limits.high(), 1e-12);
    assertEquals(-Wilson.Z * error, limits.low(), 1e-12);
  }

  @Test
  void clustersThatAreAllAlikeHaveNoLimits() {
    List<Part> parts = new ArrayList<>();
    for (int cluster = 0; cluster < 12; cluster++) {
      parts.add(new Part(cluster, cluster, new Stratum(4, 4, 10, 10)));
    }
    assertEquals(Optional.empty(), ClusteredDifference.interval(parts));
  }

  @Test
  void fewClustersHaveNoLimits() {
    List<Part> parts = new ArrayList<>();
    for (int cluster = 0; cluster < ClusteredDifference.FEWEST_CLUSTERS - 1; cluster++) {
      parts.add(new Part(cluster, cluster, new Stratum(cluster % 3, 4, 5, 10)));
    }
    // In a stratum that compares nothing, a cluster does not count.
    parts.add(new Part(99, 99, new Stratum(1, 4, 0, 0)));
    assertEquals(Optional.empty(), ClusteredDifference.interval(parts));
    parts.add(new Part(0, 99, new Stratum(1, 4, 0, 0)));
    assertTrue(ClusteredDifference.interval(parts).isPresent());
  }
}
