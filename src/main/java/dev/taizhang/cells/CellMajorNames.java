package dev.taizhang.cells;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.rates.AsOfDate;
import dev.taizhang.figures.rates.CountedSlice;
import dev.taizhang.figures.rates.MajorNameCounts;
import dev.taizhang.figures.rates.MajorNaming;
import dev.taizhang.figures.rates.SpeakingSlices;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.InternalRows;
import dev.taizhang.tables.MajorNames;
import dev.taizhang.tables.Slices;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** Adds up in Spark's tasks what the slices that speak call their majors. */
public final class CellMajorNames {

  private static final int SUBMISSION = position(MajorNames.SUBMISSION_ID);
  private static final int YEAR = position(MajorNames.GRADUATION_YEAR);
  private static final int CATALOGUE = position(MajorNames.MAJOR_CATALOGUE);
  private static final int CODE = position(MajorNames.MAJOR_CODE);
  private static final int NAME = position(MajorNames.MAJOR_NAME);
  private static final int ROWS = position(MajorNames.ROW_COUNT);

  private CellMajorNames() {}

  /** A slice as the submission has it whose part it is. */
  private record Part(String submissionId, int graduationYear) implements Serializable {}

  private static int position(Field field) {
    return MajorNames.TABLE.structType().fieldIndex(field.name());
  }

  /**
   * The name of each major at each date.
   *
   * @param names {@link MajorNames#TABLE}
   * @param slices {@link Slices#TABLE}; those in force count
   * @param speaking at which dates they speak
   */
  public static MajorNaming of(
      Dataset<Row> names, List<Slices.Slice> slices, SpeakingSlices speaking) {
    Broadcast<Map<Part, List<AsOfDate>>> dates =
        JavaSparkContext.fromSparkContext(names.sparkSession().sparkContext())
            .broadcast(dates(slices, speaking));
    MajorNameCounts all = new MajorNameCounts();
    InternalRows.of(names.select(MajorNames.TABLE.columns()))
        .mapPartitions(rows -> List.of(counts(rows, dates.value())).iterator())
        .collect()
        .forEach(all::addAll);
    return all.naming();
  }

  private static Map<Part, List<AsOfDate>> dates(
      List<Slices.Slice> slices, SpeakingSlices speaking) {
    Map<Part, List<AsOfDate>> dates = new HashMap<>();
    for (Slices.Slice slice : slices) {
      if (slice.status().equals(Slices.IN_FORCE)) {
        List<AsOfDate> of =
            speaking.datesOf(
                new CountedSlice(
                    slice.universityCode(), slice.graduationYear(), slice.snapshotDate()));
        if (!of.isEmpty()) {
          dates.put(new Part(slice.submissionId(), slice.graduationYear()), new ArrayList<>(of));
        }
      }
    }
    return dates;
  }

  private static MajorNameCounts counts(
      Iterator<InternalRow> rows, Map<Part, List<AsOfDate>> dates) {
    MajorNameCounts counts = new MajorNameCounts();
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      List<AsOfDate> of = dates.get(new Part(text(row, SUBMISSION), row.getInt(YEAR)));
      if (of != null) {
        counts.add(
            of,
            new FieldCode(text(row, CATALOGUE), text(row, CODE)),
            text(row, NAME),
            row.getLong(ROWS));
      }
    }
    return counts;
  }

  private static String text(InternalRow row, int position) {
    return row.getUTF8String(position).toString();
  }
}
