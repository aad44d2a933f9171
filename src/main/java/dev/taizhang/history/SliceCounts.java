package dev.taizhang.history;

import dev.taizhang.slices.CountedSlice;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.InternalRows;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** Counts the accepted rows of each file by cohort. */
public final class SliceCounts {

  /** What is read of a row, in this order. */
  @SuppressWarnings("ImmutableEnumChecker") // Columns and types of Spark's never change.
  private enum Read {
    SUBMISSION_ID(Entries.SUBMISSION_ID.column()),
    UNIVERSITY_CODE(Entries.UNIVERSITY_CODE.column()),
    GRADUATION_YEAR(Entries.GRADUATION_YEAR.column()),
    SNAPSHOT_DATE(Entries.SNAPSHOT_DATE.column());

    private final Column column;

    Read(Column column) {
      this.column = column;
    }
  }

  private static final String LEDGER = "ledger";

  private SliceCounts() {}

  /**
   * The counts of each task; those of one file may come from several, see {@link #added}.
   *
   * @param entries {@link Entries}
   */
  public static JavaRDD<CountedSlice> of(Dataset<Row> entries) {
    return InternalRows.of(
            entries.select(
                Arrays.stream(Read.values()).map(one -> one.column).toArray(Column[]::new)))
        .mapPartitions(SliceCounts::counted);
  }

  /** The counts of all tasks, one for each file and cohort. */
  public static List<CountedSlice> added(List<CountedSlice> ofTasks) {
    Map<CountedSlice, Long> counts = new HashMap<>();
    ofTasks.forEach(one -> counts.merge(with(one, 0), one.graduates(), Long::sum));
    return counts.entrySet().stream().map(one -> with(one.getKey(), one.getValue())).toList();
  }

  /**
   * Which files have accepted rows of which year: as the receipts say, or where a file of an early
   * release has none, as its entries do.
   *
   * @param submissions all of them
   * @param entries {@link Entries} of the files that are looked at
   */
  public static List<NamedCohorts.Named> accepted(
      List<Submission> submissions, Dataset<Row> entries) {
    List<Submission> ledgers =
        submissions.stream()
            .filter(one -> one.status().equals(Submissions.ACCEPTED))
            .filter(one -> one.feed().equals(LEDGER))
            .toList();
    if (ledgers.stream().anyMatch(one -> one.cohorts() == null)) {
      return added(of(entries).collect()).stream()
          .map(one -> new NamedCohorts.Named(one.submissionId(), one.graduationYear()))
          .toList();
    }
    return ledgers.stream()
        .flatMap(
            one ->
                one.cohorts().stream()
                    .filter(rows -> rows.acceptedCount() > 0)
                    .map(rows -> new NamedCohorts.Named(one.submissionId(), rows.graduationYear())))
        .toList();
  }

  private static Iterator<CountedSlice> counted(Iterator<InternalRow> rows) {
    Map<CountedSlice, long[]> counts = new HashMap<>();
    CountedSlice slice = null;
    long[] count = null;
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      // The rows of a file stand together.
      if (slice == null || !isOf(slice, row)) {
        slice =
            new CountedSlice(
                row.getUTF8String(Read.SUBMISSION_ID.ordinal()).toString(),
                row.getUTF8String(Read.UNIVERSITY_CODE.ordinal()).toString(),
                row.getInt(Read.GRADUATION_YEAR.ordinal()),
                LocalDate.ofEpochDay(row.getInt(Read.SNAPSHOT_DATE.ordinal())),
                0);
        count = counts.computeIfAbsent(slice, key -> new long[1]);
      }
      count[0]++;
    }
    return counts.entrySet().stream().map(one -> with(one.getKey(), one.getValue()[0])).iterator();
  }

  private static boolean isOf(CountedSlice slice, InternalRow row) {
    return row.getInt(Read.GRADUATION_YEAR.ordinal()) == slice.graduationYear()
        && row.getInt(Read.SNAPSHOT_DATE.ordinal()) == slice.snapshotDate().toEpochDay()
        && row.getUTF8String(Read.SUBMISSION_ID.ordinal()).toString().equals(slice.submissionId())
        && row.getUTF8String(Read.UNIVERSITY_CODE.ordinal())
            .toString()
            .equals(slice.universityCode());
  }

  private static CountedSlice with(CountedSlice slice, long graduates) {
    return new CountedSlice(
        slice.submissionId(),
        slice.universityCode(),
        slice.graduationYear(),
        slice.snapshotDate(),
        graduates);
  }
}
