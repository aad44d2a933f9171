package dev.taizhang.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
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
}
