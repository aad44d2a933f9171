package dev.taizhang.figures.reporting;

import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import java.util.HashSet;
import java.util.Set;

/** What a university sent that is of one day. */
final class ReportedDay {

  private static final String LEDGER = "ledger";

  private final Set<Integer> parts = new HashSet<>();
  private long acceptedFiles;
  private long rejectedFiles;
  private long rowsRead;
  private long rowsQuarantined;
  private long rowsFlagged;
  private long heldSlices;
  private long straySlices;
  private boolean inForce;

  /** Whether a file is a ledger of a university and day; a rejected one may say of neither. */
  static boolean isOfALedger(Submission file) {
    return file.feed().equals(LEDGER)
        && file.universityCode() != null
        && file.snapshotDate() != null;
  }

  void add(Submission file) {
    if (file.status().equals(Submissions.REJECTED)) {
      rejectedFiles++;
    } else if (file.status().equals(Submissions.ACCEPTED)) {
      acceptedFiles++;
      if (file.part() != null) {
        parts.add(file.part());
      }
      rowsRead += orNone(file.rowCount());
      rowsQuarantined += orNone(file.quarantinedCount());
      rowsFlagged += orNone(file.flaggedCount());
    }
  }

  void add(Slice slice) {
    switch (slice.status()) {
      case Slices.IN_FORCE -> inForce = true;
      case Slices.HELD -> heldSlices++;
      case Slices.STRAY -> straySlices++;
      default -> {
        // Another file of the day took its place.
      }
    }
  }

  private static long orNone(Long count) {
    return count == null ? 0 : count;
  }

  /** 1 where a file was accepted. */
  long snapshots() {
    return Math.min(acceptedFiles, 1);
  }

  /** Accepted files beyond the first, or the first of each part. */
  long resubmissions() {
    return Math.max(acceptedFiles - Math.max(parts.size(), 1), 0);
  }

  boolean isInForce() {
    return inForce;
  }

  long acceptedFiles() {
    return acceptedFiles;
  }

  long rejectedFiles() {
    return rejectedFiles;
  }

  long rowsRead() {
    return rowsRead;
  }

  long rowsQuarantined() {
    return rowsQuarantined;
  }

  long rowsFlagged() {
    return rowsFlagged;
  }

  long heldSlices() {
    return heldSlices;
  }

  long straySlices() {
    return straySlices;
  }
}
