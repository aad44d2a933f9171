package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import org.apache.poi.hssf.record.RecordInputStream;

/**
 * Reads the texts that cells of a workbook of Excel 97 share. The library that reads the records
 * would keep each as several objects, of ten times its size.
 */
final class XlsStrings {

  private static final int COMPRESSED_MASK = 0x01;
  private static final int EXTENDED_MASK = 0x04;
  private static final int RICH_MASK = 0x08;
  private static final int RUN_BYTES = 4;

  private XlsStrings() {}

  /**
   * The texts of a table of strings, whose record has begun; it may go on in records behind it.
   *
   * @throws ReadingStopped when they are too many to be kept
   */
  static KeptTexts read(RecordInputStream record, Limits limits) {
    KeptTexts texts = new KeptTexts(limits.workbookCharacters());
    // How often cells refer to them.
    record.readInt();
    int count = record.readInt();
    // A longer text must stay too long, and one more character tells that.
    int longest = limits.cellCharacters() + 1;
    for (int i = 0; i < count && hasMore(record); i++) {
      String text = text(record);
      char[] characters = text.toCharArray();
      texts.add(characters, Math.min(characters.length, longest));
    }
    return texts;
  }

  /** Whether there are bytes left, in this record or one that goes on with it. */
  private static boolean hasMore(RecordInputStream record) {
    return record.available() > 0 || record.hasNextRecord();
  }

  private static String text(RecordInputStream record) {
    int length = record.readUShort();
    int options = record.readByte();
    int runs = (options & RICH_MASK) != 0 ? record.readUShort() : 0;
    int extension = (options & EXTENDED_MASK) != 0 ? record.readInt() : 0;
    String text =
        (options & COMPRESSED_MASK) == 0
            ? record.readCompressedUnicode(length)
            : record.readUnicodeLEString(length);
    skip(record, (long) runs * RUN_BYTES + Math.max(0, extension));
    return text;
  }

  /** Goes over fonts and phonetic guides. */
  private static void skip(RecordInputStream record, long bytes) {
    byte[] skipped = new byte[(int) Math.min(bytes, 1 << 12)];
    for (long left = bytes; left > 0; ) {
      int count = (int) Math.min(left, skipped.length);
      record.readFully(skipped, 0, count);
      left -= count;
    }
  }
}
