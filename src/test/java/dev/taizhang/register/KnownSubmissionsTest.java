package dev.taizhang.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.support.KnownLedgers;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownSubmissionsTest {

  private static final Submission ACCEPTED = KnownLedgers.ledger("a", LocalDate.EPOCH);
  private static final Submission REJECTED = rejected("no_header");

  private final KnownSubmissions current = of("configuration", ACCEPTED);
  private final KnownSubmissions changed = of("another configuration", ACCEPTED);

  private static KnownSubmissions of(String configuration, Submission... submissions) {
    return new KnownSubmissions(List.of(submissions), Map.of("ledger", configuration));
  }

  private static Submission rejected(String code) {
    return ACCEPTED.withStatus(Submissions.REJECTED, code, "It cannot be taken in.");
  }

  @Test
  void whatWasReadUnderTheSameConfigurationIsNotReadAgain() {
    assertTrue(current.isTakenIn(ACCEPTED, false));
    assertTrue(current.isTakenIn(ACCEPTED, true));
    assertTrue(current.isTakenIn(REJECTED, false));
  }

  @Test
  void anotherConfigurationIsTriedOnRejectedFilesAndOnAllWhereAskedFor() {
    assertFalse(changed.isTakenIn(REJECTED, false));
    assertTrue(changed.isTakenIn(ACCEPTED, false));
    assertFalse(changed.isTakenIn(ACCEPTED, true));
    assertEquals(1, changed.outdated());
    assertEquals(0, current.outdated());
  }

  @Test
  void fileThatWasRejectedForAnotherReasonThanItsBytesIsTriedAgain() {
    assertFalse(current.isTakenIn(rejected(Rejection.READ_FAULT), false));
    Submission implausible = rejected(Rejection.IMPLAUSIBLE_DATE);
    assertTrue(current.isTakenIn(implausible, false));
    // The date is two days ahead of the day on which the file was written.
    Instant before = Instant.EPOCH.minusSeconds(2 * 24 * 60 * 60);
    assertFalse(current.isTakenIn(implausible.withModifiedAt(before), false));
  }

  @Test
  void decisionMakesTheStatusOfAnAcceptedFile() {
    assertTrue(current.apply(Set.of("a"), Set.of("a")));
    assertEquals(Submissions.RETRACTED, current.of("a").orElseThrow().status());
    assertFalse(current.apply(Set.of("a"), Set.of("a")));
    assertTrue(current.apply(Set.of("a"), Set.of()));
    assertEquals(Submissions.ACCEPTED, current.of("a").orElseThrow().status());
  }

  @Test
  void decisionOnAFileThatIsRejectedRenamedOrUnknownChangesNothing() {
    Submission renamed =
        ACCEPTED.withStatus(Submissions.RETRACTED, Submissions.RENAMED, "It is renamed.");
    for (Submission one : List.of(REJECTED, renamed)) {
      KnownSubmissions submissions = of("configuration", one);
      assertFalse(submissions.apply(Set.of("a", "unknown"), Set.of()));
      assertEquals(List.of(one), submissions.all());
    }
  }

  @Test
  void bytesThatTookThePathOfOthersComeAMicrosecondAfterThem() {
    Submission late = KnownLedgers.ledger("late", LocalDate.EPOCH);
    Instant noon = Instant.EPOCH.plusSeconds(43_200);
    KnownSubmissions submissions =
        of("configuration", ACCEPTED.withModifiedAt(noon), late, late(noon.plusSeconds(1)));
    Submission before = submissions.of("a").orElseThrow();
    submissions.comeAfter("late", before);
    submissions.comeAfter("later", before);
    assertEquals(noon.plusNanos(1_000), submissions.of("late").orElseThrow().orderedAt());
    // Its own time is later still.
    assertEquals(late(noon.plusSeconds(1)), submissions.of("later").orElseThrow());
  }

  private static Submission late(Instant time) {
    return KnownLedgers.ledger("later", LocalDate.EPOCH).withModifiedAt(time);
  }

  @Test
  void stampTellsAcceptedFilesAndTheOtherStampAllOfThem() {
    KnownSubmissions accepted = of("configuration", ACCEPTED);
    KnownSubmissions rejected = of("configuration", REJECTED);
    KnownSubmissions retracted = of("configuration", ACCEPTED.withStatus(Submissions.RETRACTED));
    assertNotEquals(accepted.stamp(), rejected.stamp());
    assertEquals(retracted.stamp(), rejected.stamp());
    assertNotEquals(retracted.stampOfEvery(), rejected.stampOfEvery());
  }
}
