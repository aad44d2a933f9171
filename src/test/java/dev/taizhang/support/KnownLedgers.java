package dev.taizhang.support;

import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import java.time.Instant;
import java.time.LocalDate;

/** Submissions as a register has them. */
public final class KnownLedgers {

  private KnownLedgers() {}

  /** An accepted ledger of university 90001 whose rows were not counted. */
  public static Submission ledger(String id, LocalDate date) {
    return ledger(id, "90001", date);
  }

  /** An accepted ledger whose rows were not counted. */
  public static Submission ledger(String id, String universityCode, LocalDate date) {
    return ofFeed("ledger", id, universityCode, date);
  }

  /** An accepted list of another feed, or a ledger. */
  public static Submission ofFeed(String feed, String id, String universityCode, LocalDate date) {
    return new Submission(
        id,
        feed,
        universityCode,
        date,
        null,
        id + ".csv",
        100,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        null,
        "configuration",
        Submissions.ACCEPTED,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "run",
        null,
        null,
        null);
  }
}
