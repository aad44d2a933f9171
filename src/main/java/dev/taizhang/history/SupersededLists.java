package dev.taizhang.history;

import dev.taizhang.tables.Submissions;

/** The lists that a later one replaced, for whoever asks the tables. */
public final class SupersededLists {

  /** Accepted lists that do not count, see {@link dev.taizhang.slices.ListsInForce}. */
  public static final String SQL =
      """
      SELECT list.* FROM (%1$s) list LEFT SEMI JOIN (%1$s) later
      ON later.feed = list.feed AND later.university_code = list.university_code
        AND later.snapshot_date = list.snapshot_date AND later.arrival > list.arrival
        AND (list.part IS NULL OR later.part IS NULL OR list.part = later.part)"""
          .formatted(
              "SELECT *, %s AS arrival FROM intake.submissions WHERE status = 'accepted' AND feed <> 'ledger'"
                  .formatted(Submissions.arrival()));

  private SupersededLists() {}
}
