package dev.taizhang.synthetic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file that a university sends.
 *
 * @param campus the university
 * @param week its week, from 0
 * @param fileName its name
 * @param modifiedAt when it was last changed
 * @param rows its rows
 * @param damage what happened to its cells as a whole
 * @param fate what becomes of it
 * @param defect what is wrong with it
 */
record Delivery(
    Campus campus,
    int week,
    String fileName,
    Instant modifiedAt,
    List<LedgerRow> rows,
    Damage damage,
    Fate fate,
    Optional<Defect> defect) {

  /** What happened to all cells of a file. */
  enum Damage {
    NONE,
    ID_NUMBERS_ROUNDED,
    ID_NUMBERS_SCIENTIFIC,
    ZEROS_LOST,
    WIDE_CHARACTERS,
    OUTCOME_HEADER_UNKNOWN,
    NOTHING_WRITTEN
  }

  /** What becomes of a file. */
  enum Fate {
    /** It is accepted and counts. */
    IN_FORCE("accepted", ""),
    /** It is accepted, and a later file of the same date counts. */
    SUPERSEDED("accepted", ""),
    /** Its bytes have come before. */
    DUPLICATE("duplicate", ""),
    BAD_NAME("rejected", "bad_name"),
    MISSING_COLUMN("rejected", "missing_column"),
    EMPTY("rejected", "empty_file"),
    /** There is no file. */
    NOT_SENT("not_sent", "");

    private final String status;
    private final String reasonCode;

    Fate(String status, String reasonCode) {
      this.status = status;
      this.reasonCode = reasonCode;
    }

    String status() {
      return status;
    }

    String reasonCode() {
      return reasonCode;
    }

    boolean isAccepted() {
      return status.equals("accepted");
    }
  }
}
