package dev.taizhang.benchmark;

/**
 * What a run has to take in.
 *
 * @param filesSeen files in the landing folder
 * @param filesRead files of these that are new; all are accepted
 * @param rows rows of the new files
 * @param quarantined rows of these that cannot be counted rightly
 */
record Intaken(int filesSeen, int filesRead, long rows, long quarantined) {

  /** Nothing new, in a landing folder of so many files. */
  static Intaken nothing(int filesSeen) {
    return new Intaken(filesSeen, 0, 0, 0);
  }

  /**
   * Makes sure that a run took this in, from what it tells on stdout.
   *
   * @throws IllegalStateException when it tells something else
   */
  void requireToldBy(String told) {
    if (!told.lines().toList().contains(toString())) {
      throw new IllegalStateException(
          "The run told '%s' and not '%s'".formatted(told.strip(), this));
    }
  }

  /** As a run tells it. */
  @Override
  public String toString() {
    return "files %d, read %d; submissions accepted %d, rejected 0; rows read %d, quarantined %d"
        .formatted(filesSeen, filesRead, filesRead, rows, quarantined);
  }
}
