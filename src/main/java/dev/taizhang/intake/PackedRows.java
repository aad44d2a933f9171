package dev.taizhang.intake;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A compact form of rows that are read in the order in which they were written. What a row has in
 * common with the one before it is not written again: most columns of a ledger are empty, and its
 * submission, sheet and date are those of every row.
 */
final class PackedRows {

  private static final int VALUES_PER_BYTE = 4;
  private static final int BITS = 2;
  private static final int NULL = 0;
  private static final int AS_BEFORE = 1;
  private static final int NEW = 2;
  private static final int MASK = 3;

  private PackedRows() {}

  /** How the values of a column are written. */
  private enum Form {
    TEXT,
    INTEGER,
    LONG,
    BOOLEAN,
    TEXTS;

    static Form of(DataType type) {
      if (type instanceof StringType) {
        return TEXT;
      }
      if (type instanceof IntegerType || type instanceof DateType) {
        return INTEGER;
      }
      if (type instanceof LongType) {
        return LONG;
      }
      if (type instanceof BooleanType) {
        return BOOLEAN;
      }
      if (type instanceof ArrayType array && array.elementType() instanceof StringType) {
        return TEXTS;
      }
      throw new IllegalArgumentException("Rows of files have no " + type.simpleString());
    }

    static Form[] of(StructType schema) {
      return Arrays.stream(schema.fields()).map(field -> of(field.dataType())).toArray(Form[]::new);
    }

    void write(Object value, DataOutputStream output) throws IOException {
      switch (this) {
        case TEXT -> writeText((UTF8String) value, output);
        case INTEGER -> output.writeInt((Integer) value);
        case LONG -> output.writeLong((Long) value);
        case BOOLEAN -> output.writeBoolean((Boolean) value);
        case TEXTS -> {
          ArrayData texts = (ArrayData) value;
          output.writeInt(texts.numElements());
          for (int i = 0; i < texts.numElements(); i++) {
            writeText(texts.getUTF8String(i), output);
          }
        }
      }
    }

    private static void writeText(UTF8String text, DataOutputStream output) throws IOException {
      byte[] bytes = text.getBytes();
      int length = bytes.length;
      while (length > 0x7F) {
        output.write((length & 0x7F) | 0x80);
        length >>>= 7;
      }
      output.write(length);
      output.write(bytes, 0, bytes.length);
    }

    Object read(DataInputStream input) throws IOException {
      return switch (this) {
        case TEXT -> readText(input);
        case INTEGER -> input.readInt();
        case LONG -> input.readLong();
        case BOOLEAN -> input.readBoolean();
        case TEXTS -> {
          Object[] texts = new Object[input.readInt()];
          for (int i = 0; i < texts.length; i++) {
            texts[i] = readText(input);
          }
          yield new GenericArrayData(texts);
        }
      };
    }

    private static UTF8String readText(DataInputStream input) throws IOException {
      int length = 0;
      int shift = 0;
      int part;
      do {
        part = input.readUnsignedByte();
        length |= (part & 0x7F) << shift;
        shift += 7;
      } while ((part & 0x80) != 0);
      byte[] bytes = new byte[length];
      input.readFully(bytes);
      return UTF8String.fromBytes(bytes);
    }
  }

  /** Writes rows. */
  static final class Packing {

    private final StructType schema;
    private final Form[] forms;
    private final Object[] before;
    private final byte[] kinds;

    Packing(StructType schema) {
      this.schema = schema;
      this.forms = Form.of(schema);
      this.before = new Object[forms.length];
      this.kinds = new byte[kindBytes(forms.length)];
    }

    void write(InternalRow row, DataOutputStream output) throws IOException {
      Arrays.fill(kinds, (byte) 0);
      boolean[] isNew = new boolean[forms.length];
      for (int i = 0; i < forms.length; i++) {
        Object value = row.isNullAt(i) ? null : row.get(i, schema.fields()[i].dataType());
        if (value != null) {
          isNew[i] = !Objects.equals(value, before[i]);
          before[i] = value;
          kinds[i / VALUES_PER_BYTE] |=
              (byte) ((isNew[i] ? NEW : AS_BEFORE) << (i % VALUES_PER_BYTE * BITS));
        }
      }
      output.write(kinds, 0, kinds.length);
      for (int i = 0; i < forms.length; i++) {
        if (isNew[i]) {
          forms[i].write(before[i], output);
        }
      }
    }
  }

  /** Reads what was written, from the first row on. */
  static final class Unpacking {

    private final Form[] forms;
    private final Object[] before;
    private final byte[] kinds;
    private final int more;

    /**
     * Nothing read yet.
     *
     * @param more values that rows are given room for behind their own
     */
    Unpacking(StructType schema, int more) {
      this.forms = Form.of(schema);
      this.before = new Object[forms.length];
      this.kinds = new byte[kindBytes(forms.length)];
      this.more = more;
    }

    /** The next row, a new one each time. */
    InternalRow read(DataInputStream input) throws IOException {
      input.readFully(kinds);
      Object[] values = new Object[forms.length + more];
      for (int i = 0; i < forms.length; i++) {
        int kind = (kinds[i / VALUES_PER_BYTE] >> (i % VALUES_PER_BYTE * BITS)) & MASK;
        if (kind == NEW) {
          before[i] = forms[i].read(input);
        }
        values[i] = kind == NULL ? null : before[i];
      }
      return new GenericInternalRow(values);
    }
  }

  private static int kindBytes(int columns) {
    return (columns + VALUES_PER_BYTE - 1) / VALUES_PER_BYTE;
  }
}
