package dev.taizhang.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.taizhang.intake.CohortCount;
import dev.taizhang.intake.RowCounts;
import dev.taizhang.intake.Taken;
import dev.taizhang.landing.Feed;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.Survey;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.support.KnownLedgers;
import dev.taizhang.tables.Submissions.CohortRows;
import dev.taizhang.tables.Submissions.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedRowsTest {

  private static final LocalDate DATE = LocalDate.of(2025, 6, 8);
  private static final Instant WRITTEN = Instant.parse("2025-06-08T08:00:00Z");
  private static final Instant NOW = WRITTEN.plusSeconds(60);
  private static final RowCounts KEPT =
      new RowCounts(6, 3, 2, List.of(new CohortCount(2025, 6, 1)));

  private static Survey survey(Survey.Named name) {
    LandingFile file =
        new LandingFile(
            Feed.LEDGER, "ledger/90001_20250608.csv", "/90001_20250608.csv", 9, WRITTEN);
    return new Survey(file, "a", name, null, null);
  }

  private static Submission recorded(Taken taken, Optional<Submission> before) {
    return RecordedRows.of(taken, before, "configuration", "this run", NOW);
  }

  private static Taken taken() {
    return new Taken(
        survey(new Survey.Named("90001", DATE, 1)), null, new Taken.Counts(10, 0, 1, KEPT));
  }

  @Test
  void newFileIsRecordedWithItsNameItsTimeAndItsCounts() {
    Submission recorded = recorded(taken(), Optional.empty());
    assertEquals("90001_20250608.csv", recorded.fileName());
    assertEquals("90001", recorded.universityCode());
    assertEquals(DATE, recorded.snapshotDate());
    assertEquals(1, recorded.part());
    assertEquals(WRITTEN, recorded.modifiedAt());
    assertEquals(NOW, recorded.receivedAt());
    assertEquals("accepted", recorded.status());
    assertEquals("this run", recorded.runId());
    assertEquals(
        List.of(10L, 6L, 3L, 2L, 1L),
        List.of(
            recorded.rowCount(),
            recorded.acceptedCount(),
            recorded.quarantinedCount(),
            recorded.flaggedCount(),
            recorded.forgottenCount()));
    assertEquals(List.of(new CohortRows(2025, 6L, 1L)), recorded.cohorts());
  }

  @Test
  void whatWasKnownOfTheFirstArrivalStays() {
    Submission before = KnownLedgers.ledger("a", DATE).withOrderedAt(WRITTEN.plusNanos(1_000));
    Submission recorded = recorded(taken(), Optional.of(before));
    assertEquals("a.csv", recorded.fileName());
    assertEquals(Instant.EPOCH, recorded.modifiedAt());
    assertEquals(Instant.EPOCH, recorded.receivedAt());
    assertEquals(before.orderedAt(), recorded.orderedAt());
    assertEquals("this run", recorded.runId());
  }

  @Test
  void rejectedFileHasItsReasonAndNoCounts() {
    Taken rejected = new Taken(survey(null), new Rejection("bad_name", "It has a bad name."), null);
    Submission recorded = recorded(rejected, Optional.empty());
    assertEquals("rejected", recorded.status());
    assertEquals("bad_name", recorded.reasonCode());
    assertEquals("It has a bad name.", recorded.reason());
    assertNull(recorded.universityCode());
    assertNull(recorded.rowCount());
    assertNull(recorded.cohorts());
    assertEquals(0, RecordedRows.fewer(recorded, Map.of()));
  }

  @Test
  void rowsThatAreInNoTableAnyMoreWereLeftOutByLaw() {
    Submission recorded = recorded(taken(), Optional.empty());
    assertEquals(0, RecordedRows.fewer(recorded, Map.of("a", KEPT)));

    RowCounts fewer = new RowCounts(4, 3, 1, List.of(new CohortCount(2025, 4, 1)));
    assertEquals(2, RecordedRows.fewer(recorded, Map.of("a", fewer)));
    Submission recounted = RecordedRows.recounted(recorded, Map.of("a", fewer));
    assertEquals(10, recounted.rowCount());
    assertEquals(4, recounted.acceptedCount());
    assertEquals(3, recounted.forgottenCount());
    assertEquals(List.of(new CohortRows(2025, 4L, 1L)), recounted.cohorts());
  }
}
