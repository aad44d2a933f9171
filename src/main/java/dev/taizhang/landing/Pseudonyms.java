package dev.taizhang.landing;

import dev.taizhang.config.PseudonymKey;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Makes the keyed hashes by which people are known: the first 32 hex digits of HMAC-SHA-256. Not
 * safe for use by several threads.
 */
final class Pseudonyms {

  private static final int BYTES = 16;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final Mac mac;

  Pseudonyms(PseudonymKey key) {
    this.mac = key.mac();
  }

  /** The student key: the hash of university code and student number (学号). */
  UTF8String studentKey(String universityCode, String studentNumber) {
    mac.update(universityCode.getBytes(StandardCharsets.UTF_8));
    return hex(mac.doFinal(studentNumber.getBytes(StandardCharsets.UTF_8)));
  }

  /** The person id: the hash of a valid ID number (身份证号). */
  UTF8String personId(String idNumber) {
    return hex(mac.doFinal(idNumber.getBytes(StandardCharsets.UTF_8)));
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
