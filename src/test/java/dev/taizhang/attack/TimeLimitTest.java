package dev.taizhang.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

  private static final TimeLimit OVER = TimeLimit.of(Duration.ZERO);

  private static SmallProvince province() {
    return new SmallProvince()
        .people("10001", "none", 50, 80)
        .people("10001", "any disabled", 1, 4)
        .people("10001", "any orphan", 5, 7)
        .people("10002", "none", 50, 80)
        .people("10002", "any disabled", 9, 14)
        .people("10002", "any orphan", 8, 17);
  }

  private static Publication publication(SmallProvince province, PublishedFigure... figures) {
    return Publication.of(
        List.of(figures), province.known(), Requirement.ofWithheld(9), province.placed());
  }

  @Test
  void figureThatNothingMovesIsUndecidedWhenThereIsNoTimeToAskWhy() {
    SmallProvince province = province();
    Scope scope = province.scope();
    Publication publication =
        publication(
            province,
            province.shown(scope, "university", "10001", "any"),
            province.withheld(scope, "university", "10001", "disabled"),
            province.shown(scope, "university", "10001", "orphan"));

    AttackReport none = Attack.on(publication, OVER);
    AttackReport enough = Attack.on(publication, TimeLimit.none());

    assertEquals(List.of(1L, 0), List.of(none.undecided(), none.breaches().size()));
    assertEquals(List.of(0L, 1), List.of(enough.undecided(), enough.breaches().size()));
  }

  @Test
  void swapsTakeTimeTooAndSettleWhatTheyMoveFarEnough() {
    SmallProvince province = province();
    Scope scope = province.scope();
    Publication publication =
        publication(
            province,
            province.withheld(scope, "university", "10001", "disabled"),
            province.withheld(scope, "university", "10002", "disabled"),
            province.withheld(scope, "university", "10001", "orphan"),
            province.withheld(scope, "university", "10002", "orphan"));

    AttackReport none = Attack.on(publication, OVER);
    AttackReport report = Attack.on(publication, TimeLimit.none());

    assertEquals(List.of(4L, 0), List.of(none.undecided(), none.breaches().size()));
    assertEquals(List.of(0L, 0), List.of(report.undecided(), report.breaches().size()));
    assertEquals(
        List.of("0 to 4", "5 to 14"),
        report.widths().stream()
            .limit(2)
            .map(width -> width.lowest() + " to " + width.highest())
            .toList());
  }

  /** A solver gives up before a step for which the time will not be enough. */
  @Test
  void programmeThatIsGivenUpAMomentTooEarlyIsOutOfTime() {
    Random random = new Random(1);
    int unknowns = 2_000;
    long[] lowest = new long[unknowns];
    long[] highest = new long[unknowns];
    Arrays.fill(highest, 9);
    List<Sum> sums = new ArrayList<>();
    for (int number = 0; number < 700; number++) {
      int[] members = random.ints(20, 0, unknowns).distinct().sorted().toArray();
      sums.add(new Sum(members, 4L * members.length, 5L * members.length));
    }
    Knowledge knowledge = new Knowledge(lowest, highest, new int[unknowns], sums);
    double[] weights = random.doubles(unknowns, -1, 1).toArray();

    for (int milliseconds = 1; milliseconds <= 20; milliseconds++) {
      Effort effort = new Effort(TimeLimit.of(Duration.ofMillis(50 + milliseconds)));
      try (Programme programme = new Programme(knowledge, effort)) {
        assertThrows(Effort.TimeOver.class, () -> programme.minimize(weights));
      }
    }
  }
}
