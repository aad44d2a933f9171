package dev.taizhang.landing.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** One pass over a file's bytes: hash, whether they are UTF-8, how many are zero, the first. */
public final class FileBytes {

  private static final int CHUNK_BYTES = 1 << 16;
  // Twenty rows of some hundred columns, or a title that somebody has made very long.
  private static final int HEAD_BYTES = 1 << 20;
  // Characters that are UTF-8 for each byte that is not: nothing but UTF-8 looks like it so often.
  private static final int UTF8_CHARACTERS = 99;
  // After so many bytes that are not UTF-8, and fewer characters that are, the rest decides
  // nothing.
  private static final int ENOUGH_MALFORMED = 10_000;
  // A few zeros are slips of a program.
  private static final int FEW_ZEROS = 8;
  private static final int BYTES_FOR_EACH_ZERO = 1_000;

  private final MessageDigest digest = sha256();
  private byte[] head = new byte[0];
  private int headLength;
  private long length;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer discarded = CharBuffer.allocate(CHUNK_BYTES);
  private long malformed;
  // Bytes beyond the first of a character; a character of Chinese has two of them.
  private long continuations;
  private long zeros;

  /** A new digest of a file's bytes. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  public void readAll(InputStream stream) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    int carried = 0;
    for (int read; (read = stream.readNBytes(chunk, carried, CHUNK_BYTES - carried)) > 0; ) {
      digest.update(chunk, carried, read);
      keepHead(chunk, carried, read);
      countZeros(chunk, carried, read);
      length += read;
      carried = isDecided() ? 0 : decode(chunk, carried + read);
    }
    // A character that the end of the file cuts off is none.
    malformed += carried;
  }

  private void keepHead(byte[] chunk, int offset, int read) {
    int kept = Math.min(read, HEAD_BYTES - headLength);
    if (headLength + kept > head.length) {
      head =
          Arrays.copyOf(head, Math.min(HEAD_BYTES, Math.max(2 * head.length, headLength + kept)));
    }
    System.arraycopy(chunk, offset, head, headLength, kept);
    headLength += kept;
  }

  private void countZeros(byte[] chunk, int offset, int read) {
    int count = 0;
    for (int i = offset; i < offset + read; i++) {
      count += chunk[i] == 0 ? 1 : 0;
    }
    zeros += count;
  }

  private boolean isDecided() {
    return malformed > ENOUGH_MALFORMED && malformed > continuations;
  }

  /** Decodes a chunk and moves the bytes of an unfinished character to its beginning. */
  private int decode(byte[] chunk, int end) {
    ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, end);
    while (!isDecided()) {
      discarded.clear();
      int start = bytes.position();
      CoderResult result = decoder.decode(bytes, discarded, false);
      continuations += bytes.position() - start - discarded.position();
      if (!result.isError()) {
        break;
      }
      malformed += result.length();
      bytes.position(bytes.position() + result.length());
    }
    int left = isDecided() ? 0 : bytes.remaining();
    System.arraycopy(chunk, bytes.position(), chunk, 0, left);
    return left;
  }

  /** SHA-256 of all bytes; to be asked once, after reading. */
  public byte[] hash() {
    return digest.digest();
  }

  /** How many bytes there are. */
  public long length() {
    return length;
  }

  /** Whether the bytes begin with a mark. */
  public boolean startsWith(byte[] mark) {
    return headLength >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
  }

  /** One of the first bytes, as a number from 0; 0 beyond the end. */
  public int at(int position) {
    return position < headLength ? head[position] & 0xFF : 0;
  }

  /** The first characters. */
  public String head(int skippedBytes, Charset charset) {
    return new String(head, skippedBytes, headLength - skippedBytes, charset);
  }

  /** Whether there are bytes beyond the first that are kept. */
  public boolean isLongerThanHead() {
    return length > headLength;
  }

  /** Whether all bytes are UTF-8, but for so few that they are slips in a file of UTF-8. */
  public boolean isUtf8() {
    return malformed == 0 || continuations / 2 >= UTF8_CHARACTERS * malformed;
  }

  /** How many bytes are zero, where they are too many for a text of bytes; otherwise 0. */
  public long tooManyZeros() {
    return zeros > FEW_ZEROS && zeros > length / BYTES_FOR_EACH_ZERO ? zeros : 0;
  }
}
