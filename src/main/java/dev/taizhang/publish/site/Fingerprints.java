package dev.taizhang.publish.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/** Short names that are equal when the files are. */
final class Fingerprints {

  private static final int DIGITS = 16;

  private Fingerprints() {}

  /** Of a page and the files beside it; hex digits. */
  static String of(String page, SortedMap<String, byte[]> files) {
    MessageDigest digest = sha256();
    update(digest, "index.html", page.getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      update(digest, file.getKey(), file.getValue());
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static void update(MessageDigest digest, String path, byte[] content) {
    digest.update((path + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(content);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
