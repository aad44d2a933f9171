package dev.taizhang.landing.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** In which encoding the characters of a file are, as its bytes tell. */
public final class TextEncoding {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF16_LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF16_BIG_MARK = {(byte) 0xFE, (byte) 0xFF};

  private TextEncoding() {}

  /** A mark decides; without one the bytes must be UTF-8, or else they are GB18030. */
  public static Charset of(FileBytes bytes) {
    if (bytes.startsWith(UTF16_LITTLE_MARK)) {
      return StandardCharsets.UTF_16LE;
    }
    if (bytes.startsWith(UTF16_BIG_MARK)) {
      return StandardCharsets.UTF_16BE;
    }
    return bytes.startsWith(UTF8_MARK) || bytes.isUtf8() ? StandardCharsets.UTF_8 : GB18030;
  }

  /** Bytes of the mark at the beginning. */
  public static int mark(FileBytes bytes) {
    for (byte[] mark : List.of(UTF8_MARK, UTF16_LITTLE_MARK, UTF16_BIG_MARK)) {
      if (bytes.startsWith(mark)) {
        return mark.length;
      }
    }
    return 0;
  }
}
