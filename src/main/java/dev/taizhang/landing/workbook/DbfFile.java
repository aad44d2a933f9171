package dev.taizhang.landing.workbook;

import com.linuxense.javadbf.DBFException;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.text.FileBytes;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/**
 * A table of dBase, FoxPro or a program that writes their files. It is like a sheet whose first row
 * has the names of the fields, which is how spreadsheets show it; deleted records are none.
 *
 * @see <a href="../../../../../../docs/adr/0024-tables-of-web-systems.md">ADR 0024</a>
 */
public final class DbfFile implements WorkbookFile {

  private static final int HEADER_BYTES = 32;
  private static final int FIELD_BYTES = 32;
  private static final int NAME_BYTES = 11;
  private static final int FIRST_TYPE_AT = HEADER_BYTES + NAME_BYTES;
  private static final int FIELDS_END = 0x0D;
  private static final int END_OF_FILE = 0x1A;
  private static final Set<Integer> VERSIONS =
      Set.of(0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0x8C, 0xCB, 0xE5, 0xF5, 0xFB);
  private static final String FIELD_TYPES = "CNFDLMIBYTGPVWQ@+O0";
  private static final int TEXT = 'C';
  // The records of a database, as FoxPro names them behind the fields.
  private static final int FOXPRO_BACKLINK = 263;

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
  private static final Set<Integer> LANGUAGES_OF_BIG5 = Set.of(0x4F, 0x78);

  private final LocalCopy copy;
  private final Charset charset;
  private DbfTable table;

  private DbfFile(LocalCopy copy, Charset charset) {
    this.copy = copy;
    this.charset = charset;
  }

  /** Whether a file is of this format, by what stands at its beginning. */
  public static boolean isOne(FileBytes bytes) {
    return bytes.length() >= HEADER_BYTES
        && VERSIONS.contains(bytes.at(0))
        && bytes.at(2) <= 12
        && bytes.at(3) <= 31
        && bytes.at(12) == 0
        && bytes.at(13) == 0
        && number(bytes, 8) > HEADER_BYTES
        && number(bytes, 10) > 1
        && (bytes.length() <= FIRST_TYPE_AT || FIELD_TYPES.indexOf(bytes.at(FIRST_TYPE_AT)) >= 0);
  }

  private static int number(FileBytes bytes, int position) {
    return bytes.at(position) | bytes.at(position + 1) << 8;
  }

  /**
   * Opens a file; the copy is closed with it.
   *
   * @throws ReadingStopped when it does not hold what its header says
   */
  static DbfFile open(LocalCopy copy) throws IOException {
    FileBytes bytes = new FileBytes();
    try (InputStream stream = Files.newInputStream(copy.file().toPath())) {
      bytes.readAll(stream);
    }
    requireWhole(copy, bytes.length());
    return new DbfFile(copy, charset(copy, bytes));
  }

  /** What most say of their characters is nothing; those that are UTF-8 show it. */
  private static Charset charset(LocalCopy copy, FileBytes header) throws IOException {
    if (LANGUAGES_OF_BIG5.contains(header.at(29))) {
      return BIG5;
    }
    FileBytes texts = new FileBytes();
    try (InputStream stream = Files.newInputStream(copy.file().toPath())) {
      stream.skipNBytes(HEADER_BYTES);
      byte[] fields = stream.readNBytes(number(header, 8) - HEADER_BYTES);
      // Between the names stand numbers.
      for (int i = 0; i < fields.length; i++) {
        fields[i] = i % FIELD_BYTES < NAME_BYTES ? fields[i] : 0;
      }
      texts.readAll(new SequenceInputStream(new ByteArrayInputStream(fields), stream));
    }
    return texts.isUtf8() ? StandardCharsets.UTF_8 : GB18030;
  }

  private static void requireWhole(LocalCopy copy, long length) throws IOException {
    try (DataInputStream stream =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(copy.file().toPath()), 1 << 16))) {
      ByteBuffer header = read(stream, HEADER_BYTES);
      long count = header.getInt(4);
      int headerBytes = header.getShort(8) & 0xFFFF;
      int recordBytes = header.getShort(10) & 0xFFFF;
      long end = headerBytes + count * recordBytes;
      require(count >= 0 && end <= length);
      require(recordBytes == fields(stream, headerBytes));
      requireRecords(stream, count, recordBytes);
      // Records beyond those that the header counts: it was not written at the end.
      require(length - end < recordBytes || stream.read() == END_OF_FILE);
    }
  }

  private static ByteBuffer read(DataInputStream stream, int count) throws IOException {
    byte[] bytes = new byte[count];
    stream.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Reads the rest of the header, and tells how many bytes a record with these fields has. */
  private static int fields(DataInputStream stream, int headerBytes) throws IOException {
    ByteBuffer fields = read(stream, headerBytes - HEADER_BYTES);
    int recordBytes = 1;
    int at = 0;
    while (at < fields.limit() && fields.get(at) != FIELDS_END) {
      require(at + FIELD_BYTES <= fields.limit());
      int type = fields.get(at + 11) & 0xFF;
      require(FIELD_TYPES.indexOf(type) >= 0);
      // A long text has its length in two bytes.
      int more = type == TEXT ? (fields.get(at + 17) & 0xFF) << 8 : 0;
      recordBytes += (fields.get(at + 16) & 0xFF) + more;
      at += FIELD_BYTES;
    }
    require(at > 0 && fields.limit() - at <= FOXPRO_BACKLINK + FIELD_BYTES);
    return recordBytes;
  }

  private static void requireRecords(DataInputStream stream, long count, int recordBytes)
      throws IOException {
    for (long i = 0; i < count; i++) {
      int mark = stream.read();
      require(mark == ' ' || mark == '*');
      stream.skipNBytes(recordBytes - 1L);
    }
  }

  private static void require(boolean sound) {
    if (!sound) {
      throw new ReadingStopped(Rejection.damagedTable());
    }
  }

  /** What stops the reading: the reason found, or that the records make no sense. */
  static ReadingStopped stopped(RuntimeException exception) {
    return exception instanceof ReadingStopped stopped
        ? stopped
        : new ReadingStopped(Rejection.damagedTable());
  }

  @Override
  public List<String> sheetNames() {
    return List.of("1");
  }

  @Override
  public SheetReader sheet(int index) throws IOException {
    closeTable();
    InputStream stream =
        new BufferedInputStream(Files.newInputStream(copy.file().toPath()), 1 << 16);
    try {
      table = new DbfTable(stream, charset);
      return table;
    } catch (DBFException e) {
      stream.close();
      throw new ReadingStopped(Rejection.damagedTable());
    }
  }

  private void closeTable() {
    if (table != null) {
      table.close();
      table = null;
    }
  }

  @Override
  public void close() throws IOException {
    try (copy) {
      closeTable();
    }
  }
}
