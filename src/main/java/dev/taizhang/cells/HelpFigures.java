package dev.taizhang.cells;

import dev.taizhang.figures.assistance.HelpSettings;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.HelpCells;
import dev.taizhang.tables.HelpCells.HelpCell;
import dev.taizhang.tables.History;
import dev.taizhang.tables.InternalRows;
import dev.taizhang.tables.KeySketch;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * Counts what histories and measures say of help, in one pass over both. Who has measures is told
 * by a sketch of fixed size, whatever the number of people: somebody whom it takes for one with
 * measures is brought together in vain, and nobody with measures is missed.
 *
 * @see <a href="../../../../../docs/definitions.md">definitions.md, "Help"</a>
 */
public final class HelpFigures {

  private static final List<Field> MEASURES =
      List.of(
          Assistance.UNIVERSITY_CODE,
          Assistance.GRADUATION_YEAR,
          Assistance.GRADUATE_ID,
          AssistanceEntries.MEASURE_DATE,
          AssistanceEntries.SNAPSHOT_DATE,
          AssistanceEntries.MEASURE_CODE,
          AssistanceEntries.MODE,
          AssistanceEntries.PROVIDER,
          AssistanceEntries.RESULT_CODE,
          AssistanceEntries.DECLINE_REASON_CODE);

  private HelpFigures() {}

  /**
   * The rows of {@link HelpCells#TABLE}.
   *
   * @param history {@link History}
   * @param assistance {@link Assistance}
   * @param settings with at least one date
   */
  public static JavaRDD<HelpCell> of(
      Dataset<Row> history, Dataset<Row> assistance, HelpSettings settings) {
    JavaRDD<InternalRow> measures =
        InternalRows.of(
            assistance
                .filter(Assistance.GRADUATE_ID.column().isNotNull())
                .select(MEASURES.stream().map(Field::column).toArray(Column[]::new)));
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(history.sparkSession().sparkContext());
    Broadcast<HelpSettings> shared = context.broadcast(settings);
    Broadcast<BloomFilter> helped =
        context.broadcast(KeySketch.of(measures, MEASURES.indexOf(Assistance.GRADUATE_ID)));
    JavaRDD<InternalRow> sides =
        InternalRows.of(history.select(HelpSides.columns()))
            .mapPartitions(rows -> new HelpSides(rows, shared.value(), helped.value()))
            .union(measures.map(HelpFigures::side));
    Column[] cohort = {HelpColumn.UNIVERSITY_CODE.column(), HelpColumn.GRADUATION_YEAR.column()};
    Column[] inOrder = {
      cohort[0],
      cohort[1],
      HelpColumn.GRADUATE_ID.column(),
      HelpColumn.IS_MEASURE.column(),
      HelpColumn.DAY.column()
    };
    Dataset<Row> together =
        InternalRows.dataset(history.sparkSession(), sides, HelpColumn.SCHEMA)
            .repartition(cohort)
            .sortWithinPartitions(inOrder);
    return InternalRows.of(together).mapPartitions(rows -> new HelpTogether(rows, shared.value()));
  }

  private static InternalRow side(InternalRow measure) {
    Object[] values = new Object[HelpColumn.values().length];
    values[HelpColumn.UNIVERSITY_CODE.ordinal()] = text(measure, Assistance.UNIVERSITY_CODE);
    values[HelpColumn.GRADUATION_YEAR.ordinal()] =
        measure.getInt(MEASURES.indexOf(Assistance.GRADUATION_YEAR));
    values[HelpColumn.GRADUATE_ID.ordinal()] = text(measure, Assistance.GRADUATE_ID);
    values[HelpColumn.IS_MEASURE.ordinal()] = true;
    values[HelpColumn.DAY.ordinal()] = day(measure, AssistanceEntries.MEASURE_DATE);
    values[HelpColumn.UNTIL.ordinal()] = day(measure, AssistanceEntries.SNAPSHOT_DATE);
    values[HelpColumn.MEASURE_CODE.ordinal()] = text(measure, AssistanceEntries.MEASURE_CODE);
    values[HelpColumn.MODE.ordinal()] = text(measure, AssistanceEntries.MODE);
    values[HelpColumn.PROVIDER.ordinal()] = text(measure, AssistanceEntries.PROVIDER);
    values[HelpColumn.RESULT_CODE.ordinal()] = text(measure, AssistanceEntries.RESULT_CODE);
    values[HelpColumn.DECLINE_REASON_CODE.ordinal()] =
        text(measure, AssistanceEntries.DECLINE_REASON_CODE);
    return new GenericInternalRow(values);
  }

  private static UTF8String text(InternalRow measure, Field field) {
    UTF8String text = measure.getUTF8String(MEASURES.indexOf(field));
    return text == null ? null : text.clone();
  }

  private static Integer day(InternalRow measure, Field field) {
    int position = MEASURES.indexOf(field);
    return measure.isNullAt(position) ? null : (Integer) measure.getInt(position);
  }
}
