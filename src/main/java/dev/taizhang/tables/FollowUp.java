package dev.taizhang.tables;

/** {@code ledger.follow_up}: what the partial lists that count say, each row with its graduate. */
public final class FollowUp {

  public static final Table TABLE =
      Table.named("ledger.follow_up")
          .grain("One row per row of a follow-up list that counts.")
          .fields(Assistance.matched(FollowUpEntries.TABLE))
          .key(
              FollowUpEntries.SUBMISSION_ID, FollowUpEntries.SHEET_NAME, FollowUpEntries.ROW_NUMBER)
          .rule("graduate_is_placed", "graduate_id IS NULL OR graduation_year IS NOT NULL");

  private FollowUp() {}
}
