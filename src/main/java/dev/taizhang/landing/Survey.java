package dev.taizhang.landing;

import dev.taizhang.landing.rows.Layout;
import dev.taizhang.landing.rows.Rejection;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a first look at a file told: its bytes' hash, and how to read it or why not.
 *
 * @param file the file
 * @param submissionId identifies the content for its feed, submitter and date
 * @param name what its name says; empty when it cannot be read
 * @param layout how to read it; empty when it is rejected
 * @param rejected why it is rejected; null when it is not
 */
public record Survey(
    LandingFile file, String submissionId, Named name, Layout layout, Rejection rejected)
    implements Serializable {

  /**
   * What a readable name says.
   *
   * @param submitterCode the submitter
   * @param snapshotDate the date
   * @param part number of the part, or null
   */
  public record Named(String submitterCode, LocalDate snapshotDate, Integer part)
      implements Serializable {}

  /** Why the file is rejected. */
  public Optional<Rejection> rejection() {
    return Optional.ofNullable(rejected);
  }

  /** How to read the rows; only for files that are not rejected. */
  public FilePlan plan() {
    return new FilePlan(
        submissionId,
        file.feed(),
        file.location(),
        file.byteSize(),
        name.submitterCode(),
        name.snapshotDate(),
        layout);
  }
}
