package dev.taizhang.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** A check has a name, says what holds, and asks where it does not. */
class CheckTest {

  private static final String BREACHES = "SELECT 1 WHERE false";

  @Test
  void checkHasItsParts() {
    assertEquals(
        new Check("parts_add_up", "parts add up to the whole", BREACHES),
        Check.that("parts_add_up", "parts add up to the whole", BREACHES));
  }

  @Test
  void nameIsSnakeCase() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Check.that("parts add up", "parts add up to the whole", BREACHES));
    assertEquals("A check's name is not snake_case: parts add up", refused.getMessage());
  }

  @Test
  void checkThatSaysOrAsksNothingIsNone() {
    assertThrows(IllegalArgumentException.class, () -> Check.that("parts_add_up", " ", BREACHES));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Check.that("parts_add_up", "parts add up to the whole", ""));
    assertEquals("The check parts_add_up says nothing or asks nothing", refused.getMessage());
  }
}
