package dev.taizhang.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.history.GraduateMatching.Identity;
import dev.taizhang.history.NamedCohorts.Named;
import dev.taizhang.history.NamedCohorts.Place;
import dev.taizhang.history.NamedCohorts.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraduateMatchingTest {

  private final GraduateMatching<String> cohort = new GraduateMatching<>();

  @Test
  void studentKeyIsTheGraduate() {
    cohort.learn(1, "s1", "p1");

    assertEquals("s2", cohort.graduate("s2", "p1"));
  }

  @Test
  void personIsWhoeverIsKnownWithIt() {
    cohort.learn(1, "s1", "p1");
    cohort.learn(1, null, "p2");
    cohort.learn(1, "s3", null);

    assertEquals("s1", cohort.graduate(null, "p1"));
    assertEquals("p2", cohort.graduate(null, "p2"));
  }

  @Test
  void latestSliceSaysWhoAPersonIsAndThenTheGreaterKey() {
    cohort.learn(8, "s2", "p1");
    cohort.learn(1, "s9", "p1");
    cohort.learn(8, "s1", "p1");

    assertEquals("s2", cohort.graduate(null, "p1"));
  }

  @Test
  void quarantinedRowNamesWhomItsKeysSay() {
    assertEquals(List.of(), GraduateMatching.named(true, null, null));
    assertEquals(List.of(new Identity<>("s", "p")), GraduateMatching.named(false, "s", "p"));
    assertEquals(List.of(new Identity<>("s", null)), GraduateMatching.named(true, "s", null));
    assertEquals(
        List.of(new Identity<>("s", null), new Identity<>(null, "p")),
        GraduateMatching.named(true, "s", "p"));
  }

  @Test
  void rowNamesItsOwnCohortAndWhereThatMayBeMistypedTheOthersToo() {
    NamedCohorts cohorts =
        new NamedCohorts(
            List.of(new Slice("f", 2022, 4), new Slice("f", 2023, 7)),
            List.of(new Named("f", 2023)),
            List.of(new Named("f", 2022), new Named("f", 2023)));

    assertEquals(List.of(new Place(2022, 4, true)), cohorts.places("f", 2022));
    assertEquals(
        List.of(new Place(2022, 4, false), new Place(2023, 7, true)), cohorts.places("f", 2023));
    assertEquals(
        List.of(new Place(2022, 4, false), new Place(2023, 7, false)), cohorts.places("f", null));
    assertEquals(List.of(), cohorts.places("f", 2021));
    assertEquals(List.of(), cohorts.places("g", null));
  }

  @Test
  void yearWithoutAcceptedRowsSaysAsLittleAsNone() {
    NamedCohorts cohorts = new NamedCohorts(List.of(), List.of(), List.of(new Named("f", 2022)));

    assertEquals(2022, cohorts.certainYear("f", 2022));
    assertEquals(null, cohorts.certainYear("f", 2023));
    assertEquals(null, cohorts.certainYear("f", null));
    assertEquals(null, cohorts.certainYear("g", 2022));
  }
}
