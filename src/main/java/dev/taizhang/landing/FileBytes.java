package dev.taizhang.landing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** One pass over a file's bytes: hash, whether all of them are UTF-8, and the first of them. */
final class FileBytes {

  private static final int HEAD_BYTES = 1 << 16;

  private final MessageDigest digest = Surveyor.sha256();
  private final byte[] head = new byte[HEAD_BYTES];
  private int headLength;
  private long length;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer discarded = CharBuffer.allocate(HEAD_BYTES);
  private boolean malformed;

  void readAll(InputStream stream) throws IOException {
    byte[] chunk = new byte[HEAD_BYTES];
    int carried = 0;
    for (int read; (read = stream.readNBytes(chunk, carried, HEAD_BYTES - carried)) > 0; ) {
      digest.update(chunk, carried, read);
      int kept = Math.min(read, HEAD_BYTES - headLength);
      System.arraycopy(chunk, carried, head, headLength, kept);
      headLength += kept;
      length += read;
      carried = malformed ? 0 : decode(chunk, carried + read);
    }
    // A character that the end of the file cuts off is none.
    malformed |= carried > 0;
  }

  /** Decodes a chunk and moves the bytes of an unfinished character to its beginning. */
  private int decode(byte[] chunk, int end) {
    ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, end);
    discarded.clear();
    malformed = decoder.decode(bytes, discarded, false).isError();
    if (malformed) {
      return 0;
    }
    int left = bytes.remaining();
    System.arraycopy(chunk, bytes.position(), chunk, 0, left);
    return left;
  }

  /** SHA-256 of all bytes; to be asked once, after reading. */
  byte[] hash() {
    return digest.digest();
  }

  /** How many bytes there are. */
  long length() {
    return length;
  }

  /** Whether the bytes begin with a mark. */
  boolean startsWith(byte[] mark) {
    return headLength >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
  }

  /** The first characters. */
  String head(int skippedBytes, Charset charset) {
    return new String(head, skippedBytes, headLength - skippedBytes, charset);
  }

  /** Whether all bytes are UTF-8. */
  boolean isUtf8() {
    return !malformed;
  }
}
