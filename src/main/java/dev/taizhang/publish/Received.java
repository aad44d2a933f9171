package dev.taizhang.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A file that a university sent, and what became of it.
 *
 * @param number tells it from the others of the workbook, from 1
 * @param fileName its name, without the names of people
 * @param snapshotDate the date whose state it gives
 * @param receivedAt when it was first seen
 * @param status whether its rows were taken in
 * @param reason why it was rejected; empty where it was not
 * @param held whether a part of it does not count until somebody has looked at it
 * @param notes what keeps parts of it from counting: held, replaced, or on a hidden sheet
 * @param counts of its rows; empty where it was rejected
 */
public record Received(
    int number,
    String fileName,
    LocalDate snapshotDate,
    Instant receivedAt,
    Status status,
    String reason,
    boolean held,
    List<String> notes,
    Optional<Counts> counts) {

  /** Whether its rows were taken in. */
  public enum Status {
    ACCEPTED("已接收", "accepted"),
    REJECTED("已退回，未计入", "rejected"),
    /** Rejected, and another file of the same date has been accepted since. */
    REPLACED("已退回，后来的文件已接收", "rejected, later file accepted"),
    RETRACTED("已撤回", "retracted");

    private final String chinese;
    private final String english;

    Status(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    String text() {
      return chinese + " / " + english;
    }
  }

  /**
   * Rows of a file.
   *
   * @param read below the header
   * @param accepted of these, counted
   * @param quarantined of these, not counted
   * @param flagged of the accepted, those with a flag
   */
  public record Counts(long read, long accepted, long quarantined, long flagged) {}

  public Received {
    notes = List.copyOf(notes);
  }

  /** Whether its university has to do something about the file or a cohort of it as a whole. */
  boolean asksForCorrection() {
    return status == Status.REJECTED || held;
  }
}
