package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** The bytes of a part as they are unpacked: counted, and checked at their end. */
final class PartStream extends InputStream implements MarkupSource {

  // No name, attribute or comment of a workbook is longer; a parser keeps them in memory.
  private static final int LONGEST_TOKEN_BYTES = 8 << 20;

  private final InputStream unpacked;
  private final ZipEntry entry;
  private final Unpacking unpacking;
  private final CRC32 checksum = new CRC32();
  private long bytes;
  private long tokenStart;

  PartStream(InputStream unpacked, ZipEntry entry, Unpacking unpacking) {
    this.unpacked = unpacked;
    this.entry = entry;
    this.unpacking = unpacking;
  }

  @Override
  public void beginToken() {
    tokenStart = bytes;
  }

  /** The same bytes for whoever looks through them and keeps none, whatever they are part of. */
  InputStream unparsed() {
    return new FilterInputStream(this) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        beginToken();
        return PartStream.this.read(buffer, offset, length);
      }
    };
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = unpacked.read(buffer, offset, length);
    if (count < 0) {
      requireWhole();
      return count;
    }
    checksum.update(buffer, offset, count);
    bytes += count;
    unpacking.add(count, bytes, entry.getCompressedSize());
    if (bytes - tokenStart > LONGEST_TOKEN_BYTES) {
      throw new ReadingStopped(Rejection.unsafeContent("过长的标记 / markup that is too long"));
    }
    return count;
  }

  /**
   * Reads what is left.
   *
   * @throws ReadingStopped when the bytes are not those that were packed
   */
  @Override
  public void requireUndamaged() throws IOException {
    byte[] rest = new byte[1 << 16];
    do {
      beginToken();
    } while (read(rest, 0, rest.length) >= 0);
  }

  private void requireWhole() {
    if (entry.getCrc() >= 0 && entry.getCrc() != checksum.getValue()) {
      throw new ReadingStopped(Rejection.damagedArchive());
    }
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }
}
