package dev.taizhang.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecompositionTest {

  static List<StratifiedCase> cases() {
    return StratifiedCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void partsAreThoseOfR(StratifiedCase one) {
    Decomposition parts = Decomposition.of(one.strata()).orElseThrow();
    one.assertIsOfR("composition", OptionalDouble.of(parts.composition()));
    one.assertIsOfR("rates", OptionalDouble.of(parts.rates()));
    one.assertIsOfR("unmatched", OptionalDouble.of(parts.unmatched()));
    one.assertIsOfR("crude", OptionalDouble.of(Decomposition.crude(one.strata())));
    one.assertIsOfR(
        "standardised", OptionalDouble.of(Decomposition.standardised(one.strata()).orElseThrow()));
  }

  /**
   * Two classes. Of the group 30 study the first (rate 0.9) and 10 the second (0.5); of the others
   * 20 and 60, with 0.8 and 0.4. Shares 3/4 and 1/4 beside 1/4 and 3/4. Composition: 1/2 × 0.85 −
   * 1/2 × 0.45 = 0.2; rates: 1/2 × 0.1 + 1/2 × 0.1 = 0.1; crude 0.8 − 0.5 = 0.3. On the composition
   * of both, 50 and 70 of 120, the difference is 0.1.
   */
  @Test
  void caseWorkedByHand() {
    List<Stratum> classes = List.of(new Stratum(27, 30, 16, 20), new Stratum(5, 10, 24, 60));
    Decomposition parts = Decomposition.of(classes).orElseThrow();
    assertEquals(0.2, parts.composition(), 1e-15);
    assertEquals(0.1, parts.rates(), 1e-15);
    assertEquals(0, parts.unmatched(), 1e-15);
    assertEquals(0.1, Decomposition.standardised(classes).orElseThrow(), 1e-15);
  }

  @Test
  void whoHasNoCounterpartIsAPartOfItsOwn() {
    List<Stratum> classes = List.of(new Stratum(5, 10, 40, 50), new Stratum(0, 10, 0, 0));
    Decomposition parts = Decomposition.of(classes).orElseThrow();
    assertEquals(0, parts.composition(), 1e-15);
    assertEquals(-0.3, parts.rates(), 1e-15);
    assertEquals(-0.25, parts.unmatched(), 1e-15);
  }

  @Test
  void nothingIsComparedWithoutSomebodyOfBoth() {
    List<Stratum> apart = List.of(new Stratum(5, 10, 0, 0), new Stratum(0, 0, 3, 10));
    assertEquals(Optional.empty(), Decomposition.of(apart));
    assertEquals(Optional.empty(), Decomposition.standardised(apart));
  }

  @Test
  void partsAddUpToTheCrudeDifference() {
    Random random = new Random(18);
    int unmatched = 0;
    int turned = 0;
    for (int round = 0; round < 2_000; round++) {
      List<Stratum> strata = new ArrayList<>();
      for (int stratum = 0; stratum < 1 + random.nextInt(12); stratum++) {
        long trials = random.nextInt(40);
        long others = random.nextInt(200);
        strata.add(
            new Stratum(
                trials == 0 ? 0 : random.nextLong(trials + 1),
                trials,
                others == 0 ? 0 : random.nextLong(others + 1),
                others));
      }
      Optional<Decomposition> parts = Decomposition.of(strata);
      if (parts.isPresent()) {
        Decomposition told = parts.get();
        double crude = Decomposition.crude(strata);
        assertEquals(crude, told.composition() + told.rates() + told.unmatched(), 1e-12);
        unmatched += told.unmatched() == 0 ? 0 : 1;
        double adjusted = MantelHaenszel.of(strata).riskDifference().orElseThrow().value();
        turned += crude * adjusted < 0 ? 1 : 0;
      }
    }
    assertTrue(unmatched > 100, unmatched + " with somebody without counterpart");
    assertTrue(turned > 100, turned + " of which the sign turns");
  }
}
