package dev.taizhang.flow.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.flow.Stage;
import dev.taizhang.intake.CohortCount;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.HelpCells;
import dev.taizhang.tables.Submissions.Submission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two cohorts of one university, and what makes which of them be counted anew. */
class SpeakingCohortsTest {

  private static final LocalDate DATE = LocalDate.of(2025, 6, 1);
  private static final Cohort ONE = new Cohort("90001", 2024);
  private static final Cohort OTHER = new Cohort("90001", 2025);
  private static final String OF_ONE = "(graduation_year = 2024 AND university_code IN ('90001'))";

  private static final List<Speaking> SPEAKING = List.of(speaks(ONE, DATE), speaks(OTHER, DATE));

  private static Speaking speaks(Cohort cohort, LocalDate asOf) {
    return new Speaking(
        asOf, "plain", cohort.universityCode(), cohort.graduationYear(), DATE, 0, true, true, true);
  }

  private static CohortFiles files(Submission... more) {
    List<Submission> all =
        new ArrayList<>(
            List.of(
                SubmissionRows.ledger("one", DATE, new CohortCount(2024, 100, 0)),
                SubmissionRows.ledger("other", DATE, new CohortCount(2025, 100, 0))));
    all.addAll(List.of(more));
    return CohortFiles.of(all, List.of(), 0.01);
  }

  private static SpeakingCohorts touched(
      List<Speaking> asOf,
      CohortFiles files,
      Map<Cohort, String> others,
      Map<String, String> known) {
    return SpeakingCohorts.of(asOf, Stage.Scope.SPEAKING_COHORTS, files, others, known);
  }

  private static Map<String, String> known() {
    return touched(SPEAKING, files(), Map.of(), Map.of()).marks();
  }

  /** That the one cohort is counted anew and the other is not. */
  private static void assertOneCounted(SpeakingCohorts touched) {
    assertEquals(OF_ONE, touched.written(HelpCells.TABLE));
    assertTrue(touched.includes(ONE));
    assertFalse(touched.includes(OTHER));
    assertFalse(touched.isEverything());
  }

  @Test
  void nothingIsCountedOfWhichAllIsAsBefore() {
    assertTrue(touched(SPEAKING, files(), Map.of(), known()).isEmpty());
  }

  @Test
  void fileOfAnEarlierDateCountsItsCohort() {
    Submission late =
        SubmissionRows.ledger("late", DATE.minusWeeks(1), new CohortCount(2024, 100, 0));
    assertOneCounted(touched(SPEAKING, files(late), Map.of(), known()));
  }

  @Test
  void measuresCountTheirCohort() {
    Map<Cohort, String> helped = Map.of(ONE, "1:17");
    assertOneCounted(touched(SPEAKING, files(), helped, known()));
    Map<String, String> then = touched(SPEAKING, files(), helped, known()).marks();
    assertOneCounted(touched(SPEAKING, files(), Map.of(ONE, "1:18"), then));
    assertOneCounted(touched(SPEAKING, files(), Map.of(), then));
  }

  @Test
  void anotherDateCountsForWhomItSpeaks() {
    List<Speaking> asked =
        Stream.concat(SPEAKING.stream(), Stream.of(speaks(ONE, DATE.plusWeeks(1)))).toList();
    assertOneCounted(touched(asked, files(), Map.of(), known()));
  }

  @Test
  void datesThatAreNotKeptInTheRatesCountNobody() {
    Speaking ofTrend =
        new Speaking(DATE.plusWeeks(1), "plain", "90001", 2024, DATE, 0, true, false, true);
    List<Speaking> asked = Stream.concat(SPEAKING.stream(), Stream.of(ofTrend)).toList();
    assertTrue(touched(asked, files(), Map.of(), known()).isEmpty());
  }

  @Test
  void cohortForWhichNoSliceSpeaksAnyMoreIsEmptied() {
    SpeakingCohorts touched = touched(List.of(speaks(OTHER, DATE)), files(), Map.of(), known());
    assertOneCounted(touched);
    assertEquals(List.of(OTHER.toString()), List.copyOf(touched.marks().keySet()));
  }

  @Test
  void everythingIsCountedTheFirstTimeAndWhereCohortsOfFilesAreUnknown() {
    assertTrue(touched(SPEAKING, files(), Map.of(), Map.of()).isEverything());
    CohortFiles unknown =
        CohortFiles.of(List.of(SubmissionRows.ledgerOfUnknownCohorts("old")), List.of(), 0.01);
    SpeakingCohorts touched = touched(SPEAKING, unknown, Map.of(), known());
    assertTrue(touched.isEverything());
    assertTrue(touched.includes(OTHER));
    assertEquals(Map.of(), touched.marks());
  }
}
