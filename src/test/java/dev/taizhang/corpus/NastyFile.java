package dev.taizhang.corpus;

/**
 * A file as universities send them at their worst, and what is to become of it.
 *
 * @param trouble what is nasty about it
 * @param path path below the landing folder's {@code ledger}
 * @param content its bytes
 * @param expected {@code rejected <code>}, or {@code accepted <rows>} with the rules of quarantined
 *     rows and their number after it
 * @param modified its modification time, as a date
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record NastyFile(String trouble, String path, byte[] content, String expected, String modified) {

  @Override
  public String toString() {
    return trouble;
  }
}
