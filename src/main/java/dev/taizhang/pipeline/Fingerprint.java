package dev.taizhang.pipeline;

import dev.taizhang.config.Thresholds;
import dev.taizhang.conform.Conform;
import dev.taizhang.reference.ReferenceData;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short texts that are equal when what they stand for is. */
final class Fingerprint {

  private Fingerprint() {}

  /** Of the configuration that a file is read under. */
  static String configuration(ReferenceData reference, Thresholds thresholds) {
    return of("conform " + Conform.VERSION, reference.fingerprint(), thresholds.ofReading())
        .substring(0, 16);
  }

  /** Of texts in order. */
  static String of(String... texts) {
    MessageDigest digest = sha256();
    for (String text : texts) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of bytes. */
  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
