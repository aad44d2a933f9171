package dev.taizhang.support;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A dBase file made byte by byte, also in ways that no program would write it. */
public final class DbaseFile {

  private static final Charset GBK = Charset.forName("GBK");
  private static final int HEADER_BYTES = 32;
  private static final int FIELD_BYTES = 32;
  private static final int LANGUAGE_AT = 29;

  private final List<Field> fields = new ArrayList<>();
  private final ByteArrayOutputStream records = new ByteArrayOutputStream();
  private Charset charset = GBK;
  private byte language = 0x4D;
  private int count;

  private record Field(String name, char type, int length, int decimals) {}

  /** Adds a field of text. */
  public DbaseFile text(String name, int bytes) {
    return field(name, 'C', bytes, 0);
  }

  /** Adds a field, by the letter of its type. */
  public DbaseFile field(String name, char type, int bytes, int decimals) {
    fields.add(new Field(name, type, bytes, decimals));
    return this;
  }

  /** Sets the character set and the byte that says which it is. */
  public DbaseFile in(Charset characters, int languageByte) {
    charset = characters;
    language = (byte) languageByte;
    return this;
  }

  /** Adds a record. */
  public DbaseFile record(String... values) {
    return record(' ', values);
  }

  /** Adds a record that was deleted and still lies in the file. */
  public DbaseFile deleted(String... values) {
    return record('*', values);
  }

  private DbaseFile record(char mark, String... values) {
    records.write(mark);
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      byte[] cell = new byte[field.length()];
      Arrays.fill(cell, (byte) ' ');
      byte[] value = (i < values.length ? values[i] : "").getBytes(charset);
      boolean right = field.type() == 'N' || field.type() == 'F';
      int length = Math.min(value.length, cell.length);
      System.arraycopy(value, 0, cell, right ? cell.length - length : 0, length);
      records.writeBytes(cell);
    }
    count++;
    return this;
  }

  /** The file. */
  public byte[] bytes() {
    int headerBytes = HEADER_BYTES + fields.size() * FIELD_BYTES + 1;
    int recordBytes = 1 + fields.stream().mapToInt(Field::length).sum();
    ByteBuffer file =
        ByteBuffer.allocate(headerBytes + records.size() + 1).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 3).put((byte) 125).put((byte) 7).put((byte) 8);
    file.putInt(count).putShort((short) headerBytes).putShort((short) recordBytes);
    file.put(LANGUAGE_AT, language);
    int at = HEADER_BYTES;
    for (Field field : fields) {
      byte[] name = field.name().getBytes(charset);
      file.put(at, name, 0, Math.min(name.length, 10));
      file.put(at + 11, (byte) field.type());
      file.put(at + 16, (byte) field.length());
      file.put(at + 17, (byte) field.decimals());
      at += FIELD_BYTES;
    }
    file.put(at, (byte) 0x0D);
    file.put(at + 1, records.toByteArray());
    file.put(at + 1 + records.size(), (byte) 0x1A);
    return file.array();
  }
}
