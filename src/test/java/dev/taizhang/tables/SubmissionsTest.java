package dev.taizhang.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taizhang.support.KnownLedgers;
import dev.taizhang.tables.Submissions.CohortRows;
import dev.taizhang.tables.Submissions.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubmissionsTest {

  private static final Submission KNOWN = KnownLedgers.ledger("a", LocalDate.of(2025, 6, 8));
  private static final Instant LATER = Instant.EPOCH.plusSeconds(1);

  /** The columns in which a submission differs from the one that is known. */
  private static List<String> changed(Submission submission) {
    Object[] before = Submissions.RECORDS.values(KNOWN);
    Object[] now = Submissions.RECORDS.values(submission);
    return IntStream.range(0, now.length)
        .filter(i -> !Objects.equals(before[i], now[i]))
        .mapToObj(i -> Submissions.TABLE.fields().get(i).name() + " " + now[i])
        .toList();
  }

  @Test
  void changeLeavesAllOtherColumnsAsTheyWere() {
    assertEquals(List.of("status retracted"), changed(KNOWN.withStatus(Submissions.RETRACTED)));
    assertEquals(
        List.of("status rejected", "reason_code bad", "reason It is bad."),
        changed(KNOWN.withStatus(Submissions.REJECTED, "bad", "It is bad.")));
    assertEquals(
        List.of("part 2", "file_name 90001_20250608_p2.csv"),
        changed(KNOWN.withName("90001_20250608_p2.csv", 2)));
    assertEquals(List.of("modified_at " + LATER), changed(KNOWN.withModifiedAt(LATER)));
    assertEquals(List.of("ordered_at " + LATER), changed(KNOWN.withOrderedAt(LATER)));
  }

  @Test
  void everyCountHasItsColumn() {
    List<CohortRows> cohorts = List.of(new CohortRows(2025, 6L, 1L));
    assertEquals(
        List.of(
            "row_count 10",
            "accepted_count 6",
            "quarantined_count 3",
            "flagged_count 2",
            "forgotten_count 1",
            "cohorts " + cohorts),
        changed(KNOWN.withCounts(new Submissions.Counts(10, 6, 3, 2, 1, cohorts))));
  }

  @Test
  void columnOfAnotherTableCannotBeChanged() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Submissions.RECORDS.with(KNOWN, Slices.ORDER_IN_DATE, 1));
  }
}
