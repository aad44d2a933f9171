package dev.taizhang.cells;

import dev.taizhang.figures.Hardship;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Measures;
import dev.taizhang.tables.Table;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Cells as rows: of their table, and on the way to the task that adds them up, where two numbers
 * stand for the slice.
 */
final class CellRows implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  /** Number of the task. */
  static final String PART = "part";

  /** Number of the slice. */
  static final String SLICE = "slice";

  private static final int PART_AT = 0;
  private static final int SLICE_AT = 1;

  /** Where the columns of the cell begin on the way; before them stand those two. */
  private static final int CELL_AT = 2;

  /** The columns of the slice in the table: university, cohort and date. */
  private static final int OF_SLICE = 3;

  /** The columns that all cells have in their key besides those of the slice. */
  private static final int SHARED = 3;

  private static final int COUNTS = Measures.outcomes().size();

  private final int columns;

  /** How many columns the table has that the other has not. */
  private final int own;

  private final boolean hasBaseline;

  private final StructType onTheWay;

  CellRows(Table table) {
    List<Field> fields = table.fields();
    this.columns = fields.size() - OF_SLICE;
    this.hasBaseline = fields.containsAll(Cells.BASELINE);
    this.own = columns - SHARED - COUNTS - 1 - (hasBaseline ? Cells.BASELINE.size() : 0);
    boolean isAsExpected =
        fields.indexOf(Dimensions.DEGREE_LEVEL) == OF_SLICE
            && fields.indexOf(Dimensions.HARDSHIP_DETAIL) == OF_SLICE + SHARED - 1
            && fields.indexOf(Measures.outcomes().get(0)) == OF_SLICE + SHARED + own
            && fields.indexOf(Cells.CARRIED_DAYS) == OF_SLICE + SHARED + own + COUNTS
            && (!hasBaseline
                || fields
                    .subList(fields.indexOf(Cells.CARRIED_DAYS) + 1, fields.size())
                    .equals(Cells.BASELINE));
    if (!isAsExpected) {
      throw new IllegalArgumentException(table.name() + " has its columns in another order");
    }
    StructType type =
        new StructType()
            .add(PART, DataTypes.IntegerType, false)
            .add(SLICE, DataTypes.IntegerType, false);
    for (Field field : fields.subList(OF_SLICE, fields.size())) {
      type = type.add(field.structField());
    }
    this.onTheWay = type;
  }

  /** The columns of rows on the way. */
  StructType onTheWay() {
    return onTheWay;
  }

  /** What a task counted of a slice. */
  InternalRow onTheWay(CountedSlices slices, int slice, CellKey key, Cell cell) {
    Object[] values = new Object[CELL_AT + columns];
    values[PART_AT] = slices.slice(slice).part();
    values[SLICE_AT] = slice;
    put(values, CELL_AT, key, cell);
    return new GenericInternalRow(values);
  }

  /** A row of the table. */
  InternalRow row(CountedSlices.Dated slice, CellKey key, Cell cell) {
    Object[] values = new Object[OF_SLICE + columns];
    values[0] = UTF8String.fromString(slice.universityCode());
    values[1] = slice.graduationYear();
    values[2] = (int) slice.date().toEpochDay();
    put(values, OF_SLICE, key, cell);
    return new GenericInternalRow(values);
  }

  private static void put(Object[] values, int begin, CellKey key, Cell cell) {
    int at = begin;
    values[at++] = UTF8String.fromString(key.degreeLevel());
    at = put(values, at, key.hardship());
    for (String value : key.own()) {
      values[at++] = UTF8String.fromString(value);
    }
    for (long count : cell.counts()) {
      values[at++] = count;
    }
    List<Integer> days = cell.carriedDays();
    values[at++] = days.isEmpty() ? null : new GenericArrayData(days.toArray());
    if (key.baseline() != null) {
      put(values, at, key.baseline());
    }
  }

  /** Where the columns behind those of hardship begin. */
  private static int put(Object[] values, int at, Hardship hardship) {
    values[at] =
        new GenericArrayData(hardship.tags().stream().map(UTF8String::fromString).toArray());
    values[at + 1] = UTF8String.fromString(hardship.detail());
    return at + 2;
  }

  /** The number of the slice of a row on the way. */
  static int slice(InternalRow row) {
    return row.getInt(SLICE_AT);
  }

  /** The key of a row on the way. */
  CellKey key(InternalRow row) {
    List<String> ofTable = new ArrayList<>(own);
    for (int column = 0; column < own; column++) {
      ofTable.add(row.getUTF8String(CELL_AT + SHARED + column).toString());
    }
    return new CellKey(
        row.getUTF8String(CELL_AT).toString(),
        hardship(row, CELL_AT + 1),
        hasBaseline ? hardship(row, CELL_AT + SHARED + own + COUNTS + 1) : null,
        ofTable);
  }

  private static Hardship hardship(InternalRow row, int at) {
    return new Hardship(StateRows.texts(row.getArray(at)), row.getUTF8String(at + 1).toString());
  }

  /** Adds what a row on the way says. */
  void addTo(Cell cell, InternalRow row) {
    int at = CELL_AT + SHARED + own;
    long[] counts = new long[COUNTS];
    for (int column = 0; column < COUNTS; column++) {
      counts[column] = row.getLong(at + column);
    }
    List<Integer> days = new ArrayList<>();
    if (!row.isNullAt(at + COUNTS)) {
      ArrayData carried = row.getArray(at + COUNTS);
      for (int one = 0; one < carried.numElements(); one++) {
        days.add(carried.getInt(one));
      }
    }
    cell.add(counts, days);
  }
}
