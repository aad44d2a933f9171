package dev.taizhang.flow.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.Feed;
import dev.taizhang.support.KnownLedgers;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Submissions.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Three submitters with lists and a ledger each, and what makes whose rows be looked up anew. */
class TouchedListsTest {

  private static final LocalDate DATE = LocalDate.of(2025, 6, 1);
  private static final List<String> SUBMITTERS = List.of("90001", "90002", "90003");

  private final List<Submission> submissions = new ArrayList<>();
  private final List<Slice> slices = new ArrayList<>();
  private final List<Set<String>> asked = new ArrayList<>();
  private Set<String> named = Set.of();

  TouchedListsTest() {
    for (String submitter : SUBMITTERS) {
      list("list " + submitter, submitter, DATE);
      ledger("ledger " + submitter, submitter, DATE, Slices.IN_FORCE);
    }
  }

  private void list(String id, String submitter, LocalDate date) {
    submissions.add(KnownLedgers.ofFeed(Feed.ASSISTANCE.id(), id, submitter, date));
  }

  private void ledger(String id, String university, LocalDate date, String status) {
    submissions.add(KnownLedgers.ledger(id, university, date));
    slices.add(new Slice(id, university, 2025, date, 0, status, "", null));
  }

  private TouchedLists touched(Map<String, String> known) {
    return TouchedLists.of(
        Feed.ASSISTANCE,
        submissions,
        slices,
        known,
        (lists, ledgers) -> {
          asked.add(lists);
          asked.add(ledgers);
          return named;
        });
  }

  private Map<String, String> known() {
    return touched(Map.of()).marks();
  }

  private Slice in(int place, String status) {
    Slice one = slices.get(place);
    return new Slice(
        one.submissionId(),
        one.universityCode(),
        one.graduationYear(),
        one.snapshotDate(),
        0,
        status,
        "",
        null);
  }

  @Test
  void nothingIsLookedUpWhereAllIsAsBefore() {
    assertTrue(touched(known()).isEmpty());
    assertEquals(List.of(), asked);
  }

  @Test
  void everythingIsLookedUpTheFirstTime() {
    assertTrue(touched(Map.of()).isEverything());
    assertTrue(touched(Map.of()).includes(submissions.get(0)));
  }

  @Test
  void nextListMakesThoseOfItsSubmitter() {
    Map<String, String> known = known();
    list("next", "90001", DATE.plusWeeks(1));
    TouchedLists touched = touched(known);
    assertFalse(touched.isEverything());
    assertEquals("submission_id IN ('list 90001', 'next')", touched.written(Assistance.TABLE));
    assertEquals("lists of 1 submitters looked up", touched.summary());
    assertTrue(touched.includes(submissions.get(0)));
    assertFalse(touched.includes(submissions.get(2)));
    assertTrue(touched(touched.marks()).isEmpty());
  }

  @Test
  void rowsOfAListThatCountsNoMoreGo() {
    Map<String, String> known = known();
    list("newer", "90001", DATE);
    assertEquals(
        "submission_id IN ('list 90001', 'newer')", touched(known).written(Assistance.TABLE));
  }

  @Test
  void laterSliceMakesThoseWhoNameSomebodyInIt() {
    Map<String, String> known = known();
    ledger("later", "90002", DATE.plusWeeks(1), Slices.IN_FORCE);
    assertTrue(touched(known).isEmpty());
    named = Set.of("list 90003");
    TouchedLists touched = touched(known);
    assertEquals("submission_id IN ('list 90003')", touched.written(Assistance.TABLE));
    assertEquals(
        List.of(Set.of("list 90001", "list 90002", "list 90003"), Set.of("later")),
        asked.subList(2, 4));
    assertTrue(touched(touched.marks()).isEmpty());
  }

  @Test
  void slicesOfACohortThatWasNotThereAreAllLater() {
    Map<String, String> known = known();
    ledger("first", "90004", DATE.minusWeeks(1), Slices.IN_FORCE);
    ledger("second", "90004", DATE, Slices.IN_FORCE);
    assertTrue(touched(known).isEmpty());
    assertEquals(Set.of("first", "second"), asked.get(1));
  }

  @Test
  void sliceThatDoesNotCountMakesNothing() {
    Map<String, String> known = known();
    ledger("held", "90002", DATE.plusWeeks(1), Slices.HELD);
    assertTrue(touched(known).isEmpty());
    assertEquals(List.of(), asked);
  }

  @Test
  void everythingIsLookedUpWhereWhatWasKnownIsOther() {
    Map<String, String> known = known();
    Slice counted = slices.set(1, in(1, Slices.HELD));
    assertTrue(touched(known).isEverything(), "a slice counts no more, and no other of its cohort");
    ledger("later", "90002", DATE.plusWeeks(1), Slices.IN_FORCE);
    assertTrue(touched(known).isEverything(), "nor does a later one stand for it");
    slices.set(1, counted);
    assertFalse(touched(known).isEverything());
    ledger("earlier", "90002", DATE.minusWeeks(1), Slices.IN_FORCE);
    assertTrue(touched(known).isEverything(), "one came that is earlier");
  }

  @Test
  void everythingIsLookedUpWhereALedgerIsNotAsItWas() {
    Map<String, String> known = known();
    Submission one = submissions.get(1);
    submissions.set(1, one.withModifiedAt(Instant.EPOCH.plusSeconds(1)));
    assertTrue(touched(known).isEverything());
  }

  @Test
  void everythingIsLookedUpWhereASubmitterHasNoListAnyMore() {
    Map<String, String> known = known();
    submissions.set(0, KnownLedgers.ofFeed(Feed.ASSISTANCE.id(), "list 90001", "90002", DATE));
    assertTrue(touched(known).isEverything(), "the file counts as another's since it was renamed");
  }

  @Test
  void everythingIsLookedUpWhereMostSubmittersHaveOtherLists() {
    Map<String, String> known = known();
    list("one", "90001", DATE.plusWeeks(1));
    list("two", "90002", DATE.plusWeeks(1));
    assertTrue(touched(known).isEverything());
    assertEquals(List.of(), asked);
  }

  @Test
  void everythingIsLookedUpWhereMostSubmittersNameSomebody() {
    Map<String, String> known = known();
    ledger("later", "90002", DATE.plusWeeks(1), Slices.IN_FORCE);
    named = Set.of("list 90001", "list 90003");
    assertTrue(touched(known).isEverything());
  }

  @Test
  void listsOfOtherFeedsAreTheirs() {
    Map<String, String> known = known();
    submissions.add(KnownLedgers.ofFeed(Feed.FOLLOW_UP.id(), "other", "90001", DATE));
    assertTrue(touched(known).isEmpty());
    assertFalse(touched(Map.of()).written(Assistance.TABLE).contains("other"));
  }
}
