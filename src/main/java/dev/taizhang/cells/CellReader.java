package dev.taizhang.cells;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.rates.Cell;
import dev.taizhang.figures.rates.CountedSlice;
import dev.taizhang.figures.rates.OutcomeTally;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Measures;
import dev.taizhang.tables.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/** Reads rows of the two tables of additive counts, inside Spark's tasks. */
final class CellReader implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int[] NOBODY = {};

  private final int university;
  private final int year;
  private final int date;
  private final int degree;
  private final HardshipAt hardship;
  private final HardshipAt baseline;
  private final int[] outcomes;
  private final int carriedDays;
  private final PlaceReader place;

  /** Reads what the cells of one of the tables have in common besides. */
  @FunctionalInterface
  private interface PlaceReader extends Serializable {
    Cell.Place place(InternalRow row);
  }

  /** Where the columns of hardship stand. */
  private record HardshipAt(int tags, int detail) implements Serializable {

    Hardship of(InternalRow row) {
      return new Hardship(texts(row.getArray(tags)), text(row, detail));
    }
  }

  private CellReader(Table table, PlaceReader place) {
    this.university = position(table, Dimensions.UNIVERSITY_CODE);
    this.year = position(table, Dimensions.GRADUATION_YEAR);
    this.date = position(table, Dimensions.SNAPSHOT_DATE);
    this.degree = position(table, Dimensions.DEGREE_LEVEL);
    this.hardship =
        new HardshipAt(
            position(table, Dimensions.HARDSHIP_TAGS), position(table, Dimensions.HARDSHIP_DETAIL));
    this.baseline =
        table.fields().containsAll(Cells.BASELINE)
            ? new HardshipAt(
                position(table, History.BASELINE_TAGS), position(table, History.BASELINE_DETAIL))
            : hardship;
    this.outcomes =
        Measures.outcomes().stream().mapToInt(outcome -> position(table, outcome)).toArray();
    this.carriedDays = position(table, Cells.CARRIED_DAYS);
    this.place = place;
  }

  private static int position(Table table, Field field) {
    return table.structType().fieldIndex(field.name());
  }

  /**
   * A reader of one of the tables.
   *
   * @param table {@link Cells#BY_MAJOR} or {@link Cells#BY_ORIGIN}
   */
  static CellReader of(Table table) {
    return new CellReader(table, table.equals(Cells.BY_MAJOR) ? byMajor() : byOrigin());
  }

  private static PlaceReader byMajor() {
    int catalogue = position(Cells.BY_MAJOR, Cells.MAJOR_CATALOGUE);
    int code = position(Cells.BY_MAJOR, Cells.MAJOR_CODE);
    return row -> new Cell.ByMajor(new FieldCode(text(row, catalogue), text(row, code)));
  }

  private static PlaceReader byOrigin() {
    int catalogue = position(Cells.BY_ORIGIN, Cells.DISCIPLINE_CATALOGUE);
    int code = position(Cells.BY_ORIGIN, Cells.DISCIPLINE_CODE);
    int prefecture = position(Cells.BY_ORIGIN, Cells.ORIGIN_PREFECTURE_CODE);
    return row ->
        new Cell.ByOrigin(
            new FieldCode(text(row, catalogue), text(row, code)), text(row, prefecture));
  }

  /**
   * A row as a value.
   *
   * @param row with the table's columns in order; it may be used for another row afterwards
   */
  Cell cell(InternalRow row) {
    return new Cell(
        new CountedSlice(
            text(row, university), row.getInt(year), LocalDate.ofEpochDay(row.getInt(date))),
        text(row, degree),
        hardship.of(row),
        baseline.of(row),
        place.place(row),
        tally(row));
  }

  private OutcomeTally tally(InternalRow row) {
    long[] counts = new long[outcomes.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = row.getLong(outcomes[i]);
    }
    return new OutcomeTally(
        counts, row.isNullAt(carriedDays) ? NOBODY : row.getArray(carriedDays).toIntArray());
  }

  private static String text(InternalRow row, int position) {
    return row.getUTF8String(position).toString();
  }

  private static List<String> texts(ArrayData array) {
    List<String> texts = new ArrayList<>(array.numElements());
    for (int i = 0; i < array.numElements(); i++) {
      texts.add(array.getUTF8String(i).toString());
    }
    return texts;
  }
}
