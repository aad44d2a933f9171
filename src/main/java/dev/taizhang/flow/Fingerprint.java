package dev.taizhang.flow;

import dev.taizhang.config.Thresholds;
import dev.taizhang.conform.RowReading;
import dev.taizhang.landing.Feed;
import dev.taizhang.reference.ReferenceData;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/** Short texts that are equal when what they stand for is. */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * Of the configuration that a file is read under. Rows of other feeds than the ledger may name
   * their university, by what the roster calls it.
   */
  static String configuration(Feed feed, ReferenceData reference, Thresholds thresholds) {
    String roster =
        feed == Feed.LEDGER
            ? ""
            : reference.universities().stream()
                .map(university -> university.code() + "=" + university.name())
                .sorted()
                .collect(Collectors.joining("|"));
    return of(
            "conform " + RowReading.VERSION,
            reference.fingerprints().reading(),
            roster,
            thresholds.ofReading())
        .substring(0, 16);
  }

  /** The same of each feed, by its id. */
  public static Map<String, String> configurations(ReferenceData reference, Thresholds thresholds) {
    return Arrays.stream(Feed.values())
        .collect(Collectors.toMap(Feed::id, feed -> configuration(feed, reference, thresholds)));
  }

  /** Of texts in order. */
  public static String of(String... texts) {
    MessageDigest digest = sha256();
    for (String text : texts) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of bytes. */
  public static String of(byte[] bytes) {
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
