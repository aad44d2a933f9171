package dev.taizhang.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.taizhang.benchmark.disclosure.AttackedRelease;
import dev.taizhang.benchmark.disclosure.InventedCohort;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small provinces, by the rules that a release has, under an attack that knows nothing of them. */
class AttackedProtectionTest {

  private static final int UNIVERSITIES = 5;
  private static final int DISCIPLINES = 6;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void neitherReadersNorInsidersFindWhatIsWithheld(long seed) {
    Population population = InventedCohort.of(UNIVERSITIES, 2, DISCIPLINES, seed);

    Protected told = protect(population);

    assertEquals(List.of(), AttackedRelease.of(population, told.verdicts()).breaches());
  }

  /** The same attack must find out a copy that chooses no complements. */
  @Test
  void attackFindsWhatComplementsHide() {
    Population population = InventedCohort.of(UNIVERSITIES, 2, DISCIPLINES, 1);
    Map<Figure, Verdict> broken = new TreeMap<>(protect(population).verdicts());
    broken.replaceAll((figure, verdict) -> verdict == Verdict.COMPLEMENT ? Verdict.SHOWN : verdict);

    assertFalse(AttackedRelease.of(population, broken).breaches().isEmpty());
  }

  private static Protected protect(Population population) {
    return Protection.protect(population, List.of(), PeopleOfTests.SUPPRESS, figure -> true);
  }
}
