package dev.taizhang.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

/** A check has a name, says what holds, and asks where it does not. */
class CheckTest {

  private static final String BREACHES = "SELECT 1 WHERE false";

  @Test
  void checkHasItsParts() {
    assertEquals(
        new Check("parts_add_up", "parts add up to the whole", BREACHES, Optional.empty()),
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

  private static final Table GRADUATES =
      Table.named("marts.graduates")
          .fields(
              Field.required("part", DataTypes.StringType, "Which part."),
              Field.required("graduates", DataTypes.LongType, "How many."));

  private static Tally graduates(String where) {
    return Tally.of(GRADUATES).where(where).by(List.of("'all'")).counting("graduates");
  }

  @Test
  void sumsThatHaveToAgreeAreAskedInOneQuery() {
    Check check =
        Check.that(
            "parts_add_up",
            "parts add up to the whole",
            Agreement.between(graduates("part = 'all'"), graduates("part <> 'all'")));
    assertEquals(
        """
        SELECT key_1, sum(first_1) AS one_1, sum(second_1) AS other_1 FROM (
          SELECT 'all' AS key_1, graduates AS first_1, 0 AS second_1, 1 AS of_first, 0 AS of_second FROM marts.graduates WHERE (part = 'all')
          UNION ALL
          SELECT 'all' AS key_1, 0 AS first_1, graduates AS second_1, 0 AS of_first, 1 AS of_second FROM marts.graduates WHERE (part <> 'all'))
        GROUP BY key_1 HAVING sum(first_1) <> sum(second_1) OR sum(of_first) = 0 OR sum(of_second) = 0""",
        check.breaches());
    assertEquals(List.of(GRADUATES), check.agreement().orElseThrow().tables().toList());
  }

  @Test
  void talliesOfOtherShapesCannotAgree() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Agreement.between(
                    graduates("true"), graduates("true").counting("graduates", "graduates")));
    assertEquals(
        "Tallies of marts.graduates and marts.graduates cannot be compared", refused.getMessage());
  }
}
