package dev.taizhang.landing;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.util.AccumulatorV2;

/**
 * What the readers met, by submission. Every file is read whole by one task, so that a task that
 * runs twice says the same twice and nothing is counted double.
 */
public final class ReadingReport
    extends AccumulatorV2<ReadingReport.FileReading, Map<String, ReadingReport.FileReading>> {

  private static final long serialVersionUID = 1L;

  /**
   * What was met in one file.
   *
   * @param submissionId the submission
   * @param rowCount rows below the header that are neither blank nor notes
   * @param noteCount rows that are about the table: totals, notes, the header once more
   * @param stopped why reading ended before the end of the file; null when it did not
   */
  public record FileReading(String submissionId, long rowCount, long noteCount, Rejection stopped)
      implements Serializable {

    /** Why reading ended early. */
    public Optional<Rejection> rejection() {
      return Optional.ofNullable(stopped);
    }
  }

  private final TreeMap<String, FileReading> readings = new TreeMap<>();

  @Override
  public boolean isZero() {
    return readings.isEmpty();
  }

  @Override
  public synchronized ReadingReport copy() {
    ReadingReport copy = new ReadingReport();
    copy.readings.putAll(readings);
    return copy;
  }

  @Override
  public synchronized void reset() {
    readings.clear();
  }

  @Override
  public synchronized void add(FileReading reading) {
    readings.put(reading.submissionId(), reading);
  }

  @Override
  public synchronized void merge(AccumulatorV2<FileReading, Map<String, FileReading>> other) {
    readings.putAll(other.value());
  }

  @Override
  public synchronized Map<String, FileReading> value() {
    return new TreeMap<>(readings);
  }
}
