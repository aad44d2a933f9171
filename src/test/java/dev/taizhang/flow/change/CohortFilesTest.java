package dev.taizhang.flow.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.intake.CohortCount;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.Submissions.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CohortFilesTest {

  private static final Cohort COHORT = new Cohort("90001", 2025);

  private final List<Submission> submissions = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();

  private void file(String id, int dayOfJune, CohortCount... counts) {
    submissions.add(SubmissionRows.ledger(id, june(dayOfJune), counts));
  }

  private void week(String id, int dayOfJune) {
    file(id, dayOfJune, new CohortCount(2025, 100, 0));
  }

  private void decide(String id, Integer year) {
    decisions.add(
        Decision.ofFile(
            "decision on " + id, Decisions.ACCEPT, id, year, "as it should be", Instant.EPOCH));
  }

  private static LocalDate june(int day) {
    return LocalDate.of(2025, 6, day);
  }

  private CohortFiles files() {
    return CohortFiles.of(submissions, decisions, 0.01);
  }

  private CohortFiles.Mark mark() {
    return CohortFiles.Mark.parse(files().mark(COHORT).toString());
  }

  @Test
  void laterFileCarriesItsCohortOn() {
    week("a", 1);
    week("b", 8);
    CohortFiles.Mark before = mark();
    week("c", 15);
    assertTrue(files().goesOnFrom(COHORT, before));
    assertNotEquals(before, mark());
  }

  @Test
  void partsOfOneLaterDateCarryTheirCohortOn() {
    week("a", 1);
    CohortFiles.Mark before = mark();
    week("b1", 8);
    week("b2", 8);
    assertTrue(files().goesOnFrom(COHORT, before));
  }

  @Test
  void fileThatIsNotLaterMakesItsCohortAnew() {
    week("a", 1);
    week("c", 15);
    CohortFiles.Mark before = mark();
    week("b", 8);
    assertFalse(files().goesOnFrom(COHORT, before));
    week("d", 22);
    assertFalse(files().goesOnFrom(COHORT, before));
  }

  @Test
  void severalLaterDatesMakeTheirCohortAnew() {
    week("a", 1);
    CohortFiles.Mark before = mark();
    week("b", 8);
    week("c", 15);
    assertFalse(files().goesOnFrom(COHORT, before));
  }

  @Test
  void decisionMakesTheCohortAnewThatItIsOn() {
    week("a", 1);
    CohortFiles.Mark before = mark();
    week("b", 8);
    decide("a", 2024);
    assertTrue(files().goesOnFrom(COHORT, before));
    decide("a", 2025);
    assertFalse(files().goesOnFrom(COHORT, before));
    decisions.clear();
    decide("b", null);
    assertFalse(files().goesOnFrom(COHORT, before));
  }

  @Test
  void rowThatMayBeSomebodyElseMakesTheCohortAnew() {
    file("a", 1, new CohortCount(2025, 100, 1));
    CohortFiles.Mark before = mark();
    week("b", 8);
    assertFalse(files().goesOnFrom(COHORT, before));
  }

  @Test
  void rowsWithoutACertainCohortMakeAllOfTheirFileAnew() {
    week("a", 1);
    CohortFiles.Mark before = mark();
    file("b", 8, new CohortCount(2025, 100, 0), new CohortCount(null, 0, 0));
    assertFalse(files().goesOnFrom(COHORT, before));
    submissions.remove(1);
    file("b", 8, new CohortCount(2025, 1_000, 0), new CohortCount(2024, 2, 0));
    assertFalse(files().goesOnFrom(COHORT, before));
    // Once they are in, they are as certain as they will ever be.
    CohortFiles.Mark with = mark();
    week("c", 15);
    assertTrue(files().goesOnFrom(COHORT, with));
  }

  @Test
  void followUpListMakesTheCohortAnewThatItSpeaksOf() {
    week("a", 1);
    CohortFiles.Mark before = mark();
    week("b", 8);
    CohortFiles more = files().withFollowUps(Map.of(COHORT, "found"));
    assertFalse(more.goesOnFrom(COHORT, before));
    assertNotEquals(more.mark(COHORT), files().mark(COHORT));
    assertTrue(
        files()
            .withFollowUps(Map.of(new Cohort("90002", 2025), "found"))
            .goesOnFrom(COHORT, before));
  }

  @Test
  void sliceIsMadeOfTheFilesUpToItsDate() {
    week("a", 1);
    week("c", 15);
    String first = files().stampOn(COHORT, june(1));
    String last = files().stampOn(COHORT, june(15));
    week("b", 8);
    assertEquals(first, files().stampOn(COHORT, june(1)));
    assertNotEquals(last, files().stampOn(COHORT, june(15)));
  }

  @Test
  void fewRowsOfAnotherCohortDependOnItsFiles() {
    file("b", 8, new CohortCount(2025, 1_000, 0), new CohortCount(2024, 2, 0));
    String alone = files().stampOn(COHORT, june(8));
    file("late", 1, new CohortCount(2024, 50, 0));
    assertNotEquals(alone, files().stampOn(COHORT, june(8)));
    String known = files().stampOn(COHORT, june(8));
    file("later", 22, new CohortCount(2024, 50, 0));
    assertEquals(known, files().stampOn(COHORT, june(8)));
  }

  @Test
  void fileOfAReleaseThatDidNotCountCohortsIsToldOf() {
    week("a", 1);
    assertTrue(files().isComplete());
    submissions.add(SubmissionRows.ledgerOfUnknownCohorts("old"));
    assertFalse(files().isComplete());
    assertTrue(TouchedCohorts.of(files(), Map.of()).isEverything());
  }

  @Test
  void quarantinedRowsOfAYearThatTheFileHasNotMakeAllOfItAnew() {
    week("a", 1);
    CohortFiles.Mark before = mark();
    file("b", 8, new CohortCount(2025, 100, 0), new CohortCount(2052, 0, 0));
    assertFalse(files().goesOnFrom(COHORT, before));
    assertEquals(
        List.of(new CohortFiles.Slice("b", COHORT.universityCode(), 2052)),
        files().withoutAccepted());
    assertTrue(files().isDoubtfulOn(COHORT, june(8)));
    assertFalse(files().isDoubtfulOn(COHORT, june(1)));
  }

  @Test
  void rowsWithoutACertainCohortMayBeSomebodyElse() {
    file("a", 1, new CohortCount(2025, 100, 0), new CohortCount(null, 0, 1));
    CohortFiles.Mark before = mark();
    week("b", 8);
    assertFalse(files().goesOnFrom(COHORT, before));
  }

  @Test
  void fewRowsOfAnotherCohortDependOnAllFilesOfTheUniversityUntilThen() {
    file("b", 8, new CohortCount(2025, 1_000, 0), new CohortCount(2024, 2, 0));
    String alone = files().stampOn(COHORT, june(8));
    assertTrue(files().isEntangled(COHORT));
    file("third", 1, new CohortCount(2023, 50, 0));
    assertNotEquals(alone, files().stampOn(COHORT, june(8)));
    assertFalse(files().isEntangled(new Cohort(COHORT.universityCode(), 2023)));
  }
}
