package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;

/** How much of an archive has been unpacked so far, against the limits. */
final class Unpacking {

  // Small parts of XML are far smaller packed, and harmless.
  static final long HARMLESS_BYTES = 8L << 20;

  private final long packedBytes;
  private final Limits limits;
  private long bytes;

  /**
   * Nothing unpacked yet.
   *
   * @param packedBytes size of the archive
   * @param limits what may be unpacked at most
   */
  Unpacking(long packedBytes, Limits limits) {
    this.packedBytes = packedBytes;
    this.limits = limits;
  }

  /**
   * Checks what an archive says of itself, so that one that admits its size costs nothing.
   *
   * @throws ReadingStopped when it exceeds a limit
   */
  void requireDeclared(long declaredBytes) {
    requireSize(declaredBytes);
    requireRatio(declaredBytes, packedBytes);
  }

  /**
   * Counts bytes of a part.
   *
   * @param count bytes that were unpacked now
   * @param partBytes bytes of the part so far
   * @param packedPartBytes bytes that the part takes in the archive
   * @throws ReadingStopped when a limit is exceeded
   */
  void add(int count, long partBytes, long packedPartBytes) {
    bytes += count;
    requireSize(bytes);
    // An archive cannot give more for a part than it has, whatever it declares.
    requireRatio(partBytes, Math.min(packedPartBytes, packedBytes));
  }

  private void requireSize(long unpacked) {
    if (unpacked > limits.workbookBytes()) {
      throw new ReadingStopped(Rejection.workbookTooLarge(unpacked, limits.workbookBytes()));
    }
  }

  private void requireRatio(long unpacked, long packed) {
    if (unpacked > HARMLESS_BYTES && unpacked / limits.compressionRatio() > packed) {
      throw new ReadingStopped(Rejection.compressedTooMuch(limits.compressionRatio()));
    }
  }
}
