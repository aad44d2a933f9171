package dev.taizhang.benchmark;

import java.time.Instant;

/**
 * One lap as measured.
 *
 * @param contender name of the contender
 * @param started when its process was started
 * @param processSeconds from the start of the process to its end
 * @param workSeconds of these, the work itself
 * @param rows rows that it read
 * @param peakBytes the most memory that the process had; 0 where the system does not tell
 */
record Measurement(
    String contender,
    Instant started,
    double processSeconds,
    double workSeconds,
    long rows,
    long peakBytes) {

  Measurement {
    if (processSeconds <= 0 || workSeconds <= 0 || workSeconds > processSeconds) {
      throw new IllegalArgumentException(
          "Not a lap: work of %f s in a process of %f s".formatted(workSeconds, processSeconds));
    }
  }
}
