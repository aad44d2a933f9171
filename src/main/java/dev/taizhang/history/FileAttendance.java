package dev.taizhang.history;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.taizhang.slices.CohortAttendance;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.InternalRows;
import dev.taizhang.tables.Quarantine;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Counts who stands in which files. Rows are brought together by university; what they say is
 * {@link UniversitySightings}'.
 */
public final class FileAttendance {

  /** What is read of a row, in this order. The rule is null in an accepted row. */
  private enum Read {
    UNIVERSITY_CODE,
    SUBMISSION_ID,
    GRADUATION_YEAR,
    SNAPSHOT_DATE,
    STUDENT_KEY,
    PERSON_ID,
    RULE_ID
  }

  private FileAttendance() {}

  /**
   * Who stands in which files of each cohort. Graduates are told apart over all files, whether they
   * count or not, since that is what is to be decided.
   *
   * @param entries {@link Entries}
   * @param quarantine {@link Quarantine}, whose rows name graduates who are present
   * @param cohorts where rows name graduates, with the slices by their numbers
   */
  public static JavaRDD<CohortAttendance> of(
      Dataset<Row> entries, Dataset<Row> quarantine, NamedCohorts cohorts) {
    Dataset<Row> rows =
        entries
            .select(identity(lit(null).cast(Quarantine.RULE_ID.type())))
            .union(
                quarantine
                    .filter(
                        coalesce(Quarantine.STUDENT_KEY.column(), Quarantine.PERSON_ID.column())
                            .isNotNull())
                    .select(identity(Quarantine.RULE_ID.column())));
    Column university = Entries.UNIVERSITY_CODE.column();
    return InternalRows.of(rows.repartition(university).sortWithinPartitions(university))
        .mapPartitions(sorted -> new ByUniversity(sorted, cohorts));
  }

  private static Column[] identity(Column rule) {
    return new Column[] {
      Entries.UNIVERSITY_CODE.column(),
      Entries.SUBMISSION_ID.column(),
      Entries.GRADUATION_YEAR.column(),
      Entries.SNAPSHOT_DATE.column(),
      Entries.STUDENT_KEY.column(),
      Entries.PERSON_ID.column(),
      rule.as(Quarantine.RULE_ID.name())
    };
  }

  /** Takes the rows of one university at a time. */
  private static final class ByUniversity implements Iterator<CohortAttendance> {

    private final Iterator<InternalRow> rows;
    private final NamedCohorts cohorts;
    private UniversitySightings<UTF8String> sightings;
    private UTF8String university;
    private Iterator<CohortAttendance> counted = java.util.Collections.emptyIterator();

    ByUniversity(Iterator<InternalRow> rows, NamedCohorts cohorts) {
      this.rows = rows;
      this.cohorts = cohorts;
    }

    @Override
    public boolean hasNext() {
      while (!counted.hasNext() && (rows.hasNext() || sightings != null)) {
        takeUntilTheNext();
      }
      return counted.hasNext();
    }

    @Override
    public CohortAttendance next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return counted.next();
    }

    /** Ends with the first row of the next university, which it takes in already. */
    private void takeUntilTheNext() {
      UniversitySightings<UTF8String> complete = null;
      while (complete == null && rows.hasNext()) {
        InternalRow row = rows.next();
        UTF8String code = row.getUTF8String(Read.UNIVERSITY_CODE.ordinal());
        if (!code.equals(university)) {
          complete = sightings;
          university = code.clone();
          sightings = new UniversitySightings<>(university.toString(), cohorts);
        }
        take(row);
      }
      if (complete == null) {
        complete = sightings;
        sightings = null;
      }
      counted = complete.counted().iterator();
    }

    private void take(InternalRow row) {
      String submission = row.getUTF8String(Read.SUBMISSION_ID.ordinal()).toString();
      Integer year =
          row.isNullAt(Read.GRADUATION_YEAR.ordinal())
              ? null
              : row.getInt(Read.GRADUATION_YEAR.ordinal());
      int date = row.getInt(Read.SNAPSHOT_DATE.ordinal());
      UTF8String student = key(row, Read.STUDENT_KEY);
      UTF8String person = key(row, Read.PERSON_ID);
      UTF8String rule = row.getUTF8String(Read.RULE_ID.ordinal());
      if (rule == null) {
        sightings.accepted(submission, year, date, student, person);
      } else {
        boolean shared = rule.toString().equals(Quarantine.STUDENT_NUMBER_SHARED);
        sightings.quarantined(shared, submission, year, date, student, person);
      }
    }

    private static UTF8String key(InternalRow row, Read column) {
      return row.isNullAt(column.ordinal()) ? null : row.getUTF8String(column.ordinal()).clone();
    }
  }
}
