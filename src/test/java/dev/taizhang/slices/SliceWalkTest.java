package dev.taizhang.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.taizhang.config.Holding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SliceWalkTest {

  private static final LocalDate FIRST = LocalDate.of(2022, 6, 1);

  private final List<SliceWalk.File> files = new ArrayList<>();
  private final Map<Integer, BitSet> filesOfGraduates = new LinkedHashMap<>();
  private final Map<Integer, List<CohortAttendance.Doubtful>> doubtful = new LinkedHashMap<>();

  /** A file of a week with the graduates from one number to below another. */
  private SliceWalkTest file(int week, Integer part, int from, int to) {
    return file(week, part, from, to, to - from, false);
  }

  private SliceWalkTest whole(int week, int from, int to) {
    return file(week, null, from, to);
  }

  private SliceWalkTest file(
      int week, Integer part, int from, int to, long rowsOfFile, boolean pinned) {
    for (int graduate = from; graduate < to; graduate++) {
      filesOfGraduates.computeIfAbsent(graduate, key -> new BitSet()).set(files.size());
    }
    files.add(
        new SliceWalk.File(
            "file" + files.size(), FIRST.plusWeeks(week), part, to - from, rowsOfFile, pinned));
    return this;
  }

  /** The last file has rows of these graduates without a certain cohort. */
  private SliceWalkTest andDoubtful(int from, int to, Integer year) {
    for (int graduate = from; graduate < to; graduate++) {
      filesOfGraduates.computeIfAbsent(graduate, key -> new BitSet());
      doubtful
          .computeIfAbsent(graduate, key -> new ArrayList<>())
          .add(new CohortAttendance.Doubtful(files.size() - 1, year));
    }
    return this;
  }

  private SliceWalk.Cohort cohort() {
    return new SliceWalk.Cohort(
        files,
        new Attendance(
            filesOfGraduates.keySet().stream()
                .map(
                    graduate ->
                        new CohortAttendance.Pattern(
                            filesOfGraduates.get(graduate),
                            doubtful.getOrDefault(graduate, List.of()),
                            1))
                .toList()));
  }

  private List<SliceWalk.Verdict> verdicts() {
    return SliceWalk.walk(Map.of(2022, cohort()), Holding.DEFAULT).get(2022);
  }

  private void assertStatuses(String... statuses) {
    assertEquals(List.of(statuses), verdicts().stream().map(SliceWalk.Verdict::status).toList());
  }

  @Test
  void fewDeparturesAndModestGrowthAreBelieved() {
    whole(0, 0, 100)
        .whole(1, 20, 100)
        .whole(2, 20, 140)
        .assertStatuses("in_force", "in_force", "in_force");
    assertNull(verdicts().get(2).why());
  }

  @Test
  void moreThanAFifthLeavingAtOnceIsHeldAndTheSliceBeforeCountsOn() {
    whole(0, 0, 100).whole(1, 21, 100).whole(2, 5, 100);

    assertStatuses("in_force", "held", "in_force");
    assertEquals(
        "与 2022-06-01 的台账相比，100 人中有 21"
            + " 人将同时消失，疑为文件不完整，暂不计入，仍按原台账统计。确认无误后用 taizhang"
            + " accept 采纳。 / Compared with the slice of 2022-06-01, 21 of 100 graduates would"
            + " leave at once; the file is probably truncated. It is held, and the earlier slice"
            + " still counts. If it is right, accept it with 'taizhang accept'.",
        verdicts().get(1).why());
  }

  @Test
  void growthByMoreThanHalfIsHeld() {
    whole(0, 0, 100)
        .whole(1, 0, 151)
        .whole(2, 0, 150)
        .assertStatuses("in_force", "held", "in_force");
  }

  @Test
  void whatIsHeldIsHeldAgainstTheLatestSliceThatCounts() {
    whole(0, 0, 100)
        .whole(1, 0, 50)
        .whole(2, 0, 50)
        .file(3, null, 0, 50, 50, true)
        .whole(4, 0, 45)
        .assertStatuses("in_force", "held", "held", "in_force", "in_force");
  }

  @Test
  void laterFileOfTheSameDateReplacesAnotherUnlessItLacksMoreThanATwentieth() {
    whole(0, 0, 100).whole(0, 5, 100).assertStatuses("superseded", "in_force");
    files.clear();
    filesOfGraduates.clear();
    whole(0, 0, 100).whole(0, 6, 100).assertStatuses("in_force", "held");
    whole(0, 1, 100).assertStatuses("superseded", "superseded", "in_force");
  }

  @Test
  void partsCountTogetherEachWithItsLastFile() {
    file(0, 1, 0, 50)
        .file(0, 2, 50, 100)
        .file(0, 1, 0, 45)
        .assertStatuses("superseded", "in_force", "in_force");
  }

  @Test
  void partsReplaceAWholeFileWhenTheyAreTogether() {
    whole(0, 0, 100).file(0, 1, 0, 50).assertStatuses("in_force", "held");
    file(0, 2, 50, 100).assertStatuses("superseded", "in_force", "in_force");
    whole(0, 0, 99).assertStatuses("superseded", "superseded", "superseded", "in_force");
  }

  @Test
  void fewRowsUnderALargerCohortAreATypingError() {
    file(0, null, 0, 100, 1_000, false)
        .file(1, null, 200, 209, 1_000, false)
        .whole(2, 0, 100)
        .assertStatuses("in_force", "stray", "in_force");
    files.clear();
    filesOfGraduates.clear();
    // A cohort that had no more before may be as small as it is.
    file(0, null, 0, 9, 1_000, false)
        .file(1, null, 0, 9, 1_000, false)
        .assertStatuses("in_force", "in_force");
  }

  @Test
  void personsDecisionOverrulesEveryDoubt() {
    whole(0, 0, 100)
        .file(0, null, 0, 10, 10, true)
        .file(1, null, 0, 5, 1_000, true)
        .assertStatuses("superseded", "in_force", "in_force");
  }

  @Test
  void rowsWithoutAYearArePresentWhereTheirPersonIsKnown() {
    whole(0, 0, 20)
        .whole(1, 0, 15)
        .andDoubtful(15, 20, null)
        .assertStatuses("in_force", "in_force");
    // Their absence in a week after is one from the week in which they were present.
    whole(2, 0, 15).assertStatuses("in_force", "in_force", "held");
  }

  @Test
  void rowsWithoutAYearOfStrangersAreNobody() {
    whole(0, 0, 20)
        .whole(1, 0, 20)
        .andDoubtful(20, 40, null)
        .whole(2, 0, 40)
        .assertStatuses("in_force", "in_force", "held");
  }

  @Test
  void correctionWhoseRowsHaveNoYearReplaces() {
    whole(0, 0, 100)
        .whole(0, 0, 80)
        .andDoubtful(80, 100, null)
        .assertStatuses("superseded", "in_force");
  }

  @Test
  void rowUnderAMistypedYearIsPresentWhereItsPersonIsKnown() {
    assertEquals(List.of("in_force", "in_force"), statusesBesideFew(26, 5));
    assertEquals(List.of("in_force", "held"), statusesBesideFew(27, 5));
    // Where the other cohort had no more graduates before, the few are its own.
    assertEquals(List.of("in_force", "held"), statusesBesideFew(26, 0));
  }

  /**
   * A cohort of 130 whose next file lacks some and names one under another year.
   *
   * @param lacking graduates whom the file does not name
   * @param other graduates whom the other cohort had before
   */
  private List<String> statusesBesideFew(int lacking, int other) {
    files.clear();
    filesOfGraduates.clear();
    doubtful.clear();
    whole(0, 0, 130).whole(1, 0, 129 - lacking).andDoubtful(129 - lacking, 130 - lacking, 2021);
    List<SliceWalk.File> few = new ArrayList<>();
    BitSet before = new BitSet();
    if (other > 0) {
      before.set(0);
      few.add(new SliceWalk.File("file0", FIRST, null, other, 130 + other, false));
    }
    BitSet mistyped = new BitSet();
    mistyped.set(few.size());
    few.add(new SliceWalk.File("file1", FIRST.plusWeeks(1), null, 1, 130 - lacking, false));
    Attendance attendance =
        new Attendance(
            List.of(
                new CohortAttendance.Pattern(before, List.of(), other),
                new CohortAttendance.Pattern(mistyped, List.of(), 1)));
    return SliceWalk.walk(
            Map.of(2021, new SliceWalk.Cohort(few, attendance), 2022, cohort()), Holding.DEFAULT)
        .get(2022)
        .stream()
        .map(SliceWalk.Verdict::status)
        .toList();
  }
}
