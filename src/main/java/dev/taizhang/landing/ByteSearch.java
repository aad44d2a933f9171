package dev.taizhang.landing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Looks for a few bytes in a stream. */
final class ByteSearch {

  private static final int CHUNK_BYTES = 1 << 16;

  private ByteSearch() {}

  /** Whether the bytes stand anywhere in the stream, which is read as far as needed. */
  static boolean contains(InputStream stream, byte[] wanted) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    int carried = 0;
    for (int read; (read = stream.readNBytes(chunk, carried, chunk.length - carried)) > 0; ) {
      int end = carried + read;
      for (int i = 0; i + wanted.length <= end; i++) {
        if (Arrays.equals(chunk, i, i + wanted.length, wanted, 0, wanted.length)) {
          return true;
        }
      }
      // The beginning of a match may end a chunk.
      carried = Math.min(end, wanted.length - 1);
      System.arraycopy(chunk, end - carried, chunk, 0, carried);
    }
    return false;
  }
}
