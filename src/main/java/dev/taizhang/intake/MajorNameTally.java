package dev.taizhang.intake;

import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.MajorNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Counts how the accepted rows of ledgers name their majors. */
public final class MajorNameTally {

  private static final int SUBMISSION = place(Entries.SUBMISSION_ID);
  private static final int UNIVERSITY = place(Entries.UNIVERSITY_CODE);
  private static final int YEAR = place(Entries.GRADUATION_YEAR);
  private static final int DATE = place(Entries.SNAPSHOT_DATE);
  private static final int CATALOGUE = place(Entries.MAJOR_CATALOGUE);
  private static final int CODE = place(Entries.MAJOR_CODE);
  private static final int NAME = place(Entries.MAJOR_NAME);

  private final Map<Named, Long> counts = new HashMap<>();

  /** What rows have in common that are counted together. */
  private record Named(
      UTF8String submissionId,
      UTF8String universityCode,
      int graduationYear,
      int snapshotDate,
      UTF8String catalogue,
      UTF8String code,
      UTF8String name) {}

  private static int place(Field field) {
    return Entries.TABLE.fields().indexOf(field);
  }

  /** Takes an entry; one without a code or without a name names no major. */
  void add(InternalRow entry) {
    if (!entry.isNullAt(CODE) && !entry.isNullAt(NAME)) {
      counts.merge(
          new Named(
              entry.getUTF8String(SUBMISSION),
              entry.getUTF8String(UNIVERSITY),
              entry.getInt(YEAR),
              entry.getInt(DATE),
              entry.getUTF8String(CATALOGUE),
              entry.getUTF8String(CODE),
              entry.getUTF8String(NAME)),
          1L,
          Long::sum);
    }
  }

  /** The counts, as {@link MajorNames}. */
  List<InternalRow> rows() {
    return counts.entrySet().stream().map(one -> row(one.getKey(), one.getValue())).toList();
  }

  private static InternalRow row(Named named, long count) {
    return new GenericInternalRow(
        new Object[] {
          named.submissionId,
          named.universityCode,
          named.graduationYear,
          named.snapshotDate,
          named.catalogue,
          named.code,
          named.name,
          count
        });
  }
}
