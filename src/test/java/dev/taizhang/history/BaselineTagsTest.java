package dev.taizhang.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.tables.GraduationDay;
import dev.taizhang.tables.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States are tags; everybody graduates on 1 July. */
class BaselineTagsTest {

  private static final LocalDate GRADUATION = LocalDate.of(2025, 7, 1);

  private static Interval<String> from(int month, int day, String tags) {
    String kind = tags == null ? History.LEFT : History.CHANGED;
    return new Interval<>(
        LocalDate.of(2025, month, day), null, kind, History.LEDGER, "s", List.of(), tags);
  }

  private static List<String> fromTheBeginning(List<Interval<String>> intervals) {
    return baseline(null, intervals);
  }

  private static List<String> baseline(String before, List<Interval<String>> intervals) {
    return BaselineTags.of(
        intervals, Optional.ofNullable(before), tags -> tags, tags -> GRADUATION);
  }

  @Test
  void tagsOfTheGraduationDayCountFromThenOn() {
    assertEquals(
        List.of("a", "b", "b", "b"),
        fromTheBeginning(
            List.of(from(5, 1, "a"), from(7, 1, "b"), from(7, 2, "c"), from(9, 1, "d"))));
  }

  @Test
  void firstStateCountsWhereItComesAfterGraduation() {
    assertEquals(List.of("a", "a"), fromTheBeginning(List.of(from(8, 1, "a"), from(9, 1, "b"))));
  }

  @Test
  void absenceChangesNothing() {
    assertEquals(
        List.of("a", "a", "b", "b", "b"),
        fromTheBeginning(
            List.of(
                from(5, 1, "a"),
                from(5, 8, null),
                from(6, 1, "b"),
                from(7, 8, null),
                from(8, 1, "c"))));
  }

  @Test
  void carriedOnIsTheSameAsFromTheBeginning() {
    List<Interval<String>> all =
        List.of(
            from(5, 1, "a"),
            from(6, 1, "b"),
            from(6, 8, null),
            from(6, 22, "c"),
            from(7, 6, "d"),
            from(8, 3, null),
            from(9, 7, "e"));
    List<String> whole = baseline(null, all);
    assertEquals(List.of("a", "b", "b", "c", "c", "c", "c"), whole);
    for (int open = 0; open < all.size() - 1; open++) {
      List<String> made = new ArrayList<>(whole.subList(0, open));
      made.addAll(baseline(whole.get(open), all.subList(open, all.size())));
      assertEquals(whole, made, "carried on from " + open);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-30, 2025-06-30",
    "2024-09-01, 2024-09-01",
    "2024-08-31, 2025-07-01",
    "2025-08-31, 2025-08-31",
    "2025-09-01, 2025-07-01",
    ", 2025-07-01"
  })
  void graduationDayIsTheStatedOneWithinTheSchoolYear(LocalDate stated, LocalDate expected) {
    assertEquals(expected, GraduationDay.of(2025, stated));
  }
}
