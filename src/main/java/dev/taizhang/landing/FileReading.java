package dev.taizhang.landing;

import dev.taizhang.landing.rows.Rejection;
import java.io.Serializable;
import java.util.Optional;

/**
 * What was met in one file.
 *
 * @param rowCount rows below the header that are neither blank nor notes
 * @param noteCount rows that are about the table: totals, notes, the header once more
 * @param stopped why reading ended before the end of the file; null when it did not
 */
public record FileReading(long rowCount, long noteCount, Rejection stopped)
    implements Serializable {

  /** Why reading ended early. */
  public Optional<Rejection> rejection() {
    return Optional.ofNullable(stopped);
  }
}
