package dev.taizhang.reference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Identifies reference data: equal when the data is.
 *
 * @param all of all of it; 64 hex digits
 * @param reading of the lists that decide how the rows of a ledger are read; 64 hex digits. The
 *     roster and the expected graduates are not among them: they name and place figures
 */
public record ReferenceFingerprint(String all, String reading) {

  /** The same with something more that decides both. */
  ReferenceFingerprint with(String more) {
    return new ReferenceFingerprint(of(all, more), of(reading, more));
  }

  private static String of(String before, String more) {
    MessageDigest digest = ReferenceLoader.sha256();
    digest.update(before.getBytes(StandardCharsets.UTF_8));
    digest.update(more.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }
}
