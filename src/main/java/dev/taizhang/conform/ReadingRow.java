package dev.taizhang.conform;

import dev.taizhang.tables.Field;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The readings of one row while they are made: its cells as texts, what is read of them as values,
 * and Spark's forms of both inside.
 */
@SuppressWarnings("EnumOrdinal") // A cell is found in an array, for every cell of every row.
final class ReadingRow {

  private static final DataType[] TYPES_OF_ROW =
      Rows.TABLE.fields().stream().map(Field::type).toArray(DataType[]::new);
  private static final int[] CELLS =
      Stream.of(LedgerColumn.values())
          .mapToInt(column -> column.personal() ? -1 : Readings.position(Rows.cell(column)))
          .toArray();
  private static final int COLUMNS_PRESENT = Readings.position(Rows.COLUMNS_PRESENT);

  private final Object[] values;
  // What was asked for or put as a text, so that it need not be decoded again.
  private final String[] texts;
  private final Function<String, UTF8String> encoded;

  /**
   * The readings of a row, of which nothing is read yet.
   *
   * @param row values of {@link Rows#TABLE} in its order
   * @param encoded gives texts in Spark's form
   */
  ReadingRow(InternalRow row, Function<String, UTF8String> encoded) {
    this.values = new Object[Readings.SCHEMA.size()];
    this.texts = new String[values.length];
    this.encoded = encoded;
    for (int i = 0; i < TYPES_OF_ROW.length; i++) {
      values[i] = row.isNullAt(i) ? null : row.get(i, TYPES_OF_ROW[i]);
    }
  }

  /** The text of a cell of a row; null where it is blank. */
  static String cell(InternalRow row, LedgerColumn column) {
    UTF8String text = row.getUTF8String(CELLS[column.ordinal()]);
    return text == null ? null : text.toString();
  }

  /** The text of a cell; null where it is blank. */
  String cell(LedgerColumn column) {
    return text(CELLS[column.ordinal()]);
  }

  /** The text of a column of the row. */
  String text(int position) {
    Object value = values[position];
    if (value == null) {
      return null;
    }
    String text = texts[position];
    if (text == null) {
      text = value.toString();
      texts[position] = text;
    }
    return text;
  }

  /** A date of the row. */
  LocalDate date(int position) {
    Object days = values[position];
    return days == null ? null : LocalDate.ofEpochDay((int) days);
  }

  /** A text that was put. */
  String text(Reading reading) {
    return texts[reading.position()];
  }

  /** Whether the row's table has a column. */
  boolean hasColumn(UTF8String id) {
    ArrayData columns = (ArrayData) values[COLUMNS_PRESENT];
    for (int i = 0; i < columns.numElements(); i++) {
      if (columns.getUTF8String(i).equals(id)) {
        return true;
      }
    }
    return false;
  }

  void put(Reading reading, String text) {
    put(reading.position(), text);
  }

  /** Puts another text in place of one of the row's own. */
  void put(int position, String text) {
    texts[position] = text;
    values[position] = text == null ? null : encoded.apply(text);
  }

  void put(Reading reading, Integer number) {
    values[reading.position()] = number;
  }

  void put(Reading reading, Boolean value) {
    values[reading.position()] = value;
  }

  void put(Reading reading, LocalDate date) {
    values[reading.position()] = date == null ? null : (int) date.toEpochDay();
  }

  /** Puts a number with one place after the point. */
  void put(Reading reading, BigDecimal number) {
    values[reading.position()] =
        number == null ? null : Decimal.apply(number, WrittenNumbers.DIGITS_OF_YEARS, 1);
  }

  void put(Reading reading, List<String> texts) {
    values[reading.position()] = texts == null ? null : array(texts);
  }

  private ArrayData array(List<String> elements) {
    Object[] array = new Object[elements.size()];
    for (int i = 0; i < array.length; i++) {
      String text = elements.get(i);
      array[i] = text == null ? null : encoded.apply(text);
    }
    return new GenericArrayData(array);
  }

  /** The readings in Spark's form, to be taken when all are put. */
  InternalRow row() {
    return new GenericInternalRow(values);
  }
}
