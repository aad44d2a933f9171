package dev.taizhang.landing.person;

import dev.taizhang.config.PseudonymKey;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.crypto.Mac;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Makes the keyed hashes by which people are known: the first 32 hex digits of HMAC-SHA-256. What a
 * number is of is hashed with it, so that no student number can be taken for an ID number. Not safe
 * for use by several threads.
 *
 * @see <a href="../../../../../../docs/adr/0030-names-and-numbers.md">ADR 0030</a>
 */
public final class Pseudonyms {

  private static final int BYTES = 16;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final Mac mac;

  public Pseudonyms(PseudonymKey key) {
    this.mac = key.mac();
  }

  /**
   * The student key: the hash of university code and student number (学号). Small and capital letters
   * are the same: an office types them either way.
   */
  public UTF8String studentKey(String universityCode, String studentNumber) {
    return hash("student", universityCode, studentNumber.toUpperCase(Locale.ROOT));
  }

  /** The person id: the hash of a valid ID number (身份证号), with a capital X. */
  public UTF8String personId(String idNumber) {
    return hash("person", idNumber.toUpperCase(Locale.ROOT));
  }

  private UTF8String hash(String... parts) {
    for (String part : parts) {
      mac.update(part.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
    }
    return hex(mac.doFinal());
  }

  private static UTF8String hex(byte[] hash) {
    byte[] digits = new byte[BYTES * 2];
    for (int i = 0; i < BYTES; i++) {
      digits[2 * i] = HEX[(hash[i] >> 4) & 0xF];
      digits[2 * i + 1] = HEX[hash[i] & 0xF];
    }
    return UTF8String.fromBytes(digits);
  }
}
