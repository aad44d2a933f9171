package dev.taizhang.release.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.tables.Transitions.Movement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {

  private static Movement step(String group, LocalDate date) {
    return new Movement(date, date.minusDays(7), 2025, "all", group, "awaiting", "placed", 12, 0);
  }

  @Test
  void everybodysStepsAreOfAllWeeksAndThoseOfGroupsOfTheNewest() {
    LocalDate newest = LocalDate.of(2025, 8, 31);
    List<Movement> steps =
        List.of(
            step("all", newest.minusDays(7)),
            step("any", newest.minusDays(7)),
            step("all", newest),
            step("any", newest));
    assertEquals(List.of(steps.get(0), steps.get(2), steps.get(3)), DraftSource.steps(steps));
  }
}
