package dev.taizhang.config;

import dev.taizhang.errors.InvalidUsage;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret under which student numbers and ID numbers become pseudonyms. It comes from a file or
 * an environment variable, never from a flag, and never prints itself.
 */
public final class PseudonymKey implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int PSEUDONYM_BYTES = 16;
  // Shorter secrets can be guessed by trying.
  private static final int LEAST_BYTES = 16;
  private static final String DEVELOPMENT_SECRET =
      "taizhang development key: for invented people only";

  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final byte[] secret;
  private final boolean development;
  // Text and not Optional, since a key goes along with tasks.
  private final String warning;

  private PseudonymKey(byte[] secret, boolean development, String warning) {
    this.secret = secret.clone();
    this.development = development;
    this.warning = warning;
  }

  /** The key of the demonstration and the tests, which protects nobody. */
  public static PseudonymKey development() {
    return new PseudonymKey(DEVELOPMENT_SECRET.getBytes(StandardCharsets.UTF_8), true, "");
  }

  /**
   * The key that the environment names.
   *
   * @param environment such as {@link System#getenv()}: {@code TAIZHANG_KEY_FILE} or {@code
   *     TAIZHANG_KEY}
   * @throws InvalidUsage when there is none, or it cannot be read, or it is too short
   */
  public static PseudonymKey fromEnvironment(Map<String, String> environment) {
    String file = environment.getOrDefault("TAIZHANG_KEY_FILE", "");
    String text = environment.getOrDefault("TAIZHANG_KEY", "");
    if (file.isEmpty() && text.isEmpty()) {
      throw new InvalidUsage(
          """
          No key. Student and ID numbers are stored only as keyed hashes, so this command needs a \
          secret key.
          What to do: make one once, keep it safe (figures of later weeks need the same key), and \
          name its file:
            head -c 32 /dev/urandom | base64 > taizhang.key && chmod 600 taizhang.key
            export TAIZHANG_KEY_FILE=$PWD/taizhang.key
          Or set TAIZHANG_KEY. To try the program on invented people, set \
          TAIZHANG_KEY=development.""");
    }
    if (file.isEmpty() && text.equals("development")) {
      return development();
    }
    byte[] secret = file.isEmpty() ? text.getBytes(StandardCharsets.UTF_8) : read(Path.of(file));
    if (secret.length < LEAST_BYTES) {
      throw new InvalidUsage(
          "The key is too short: it has "
              + secret.length
              + " bytes, and fewer than "
              + LEAST_BYTES
              + " can be guessed. What to do: make a new one with"
              + " 'head -c 32 /dev/urandom | base64'.");
    }
    return new PseudonymKey(secret, false, file.isEmpty() ? "" : warningOf(Path.of(file)));
  }

  /** What is wrong with a key file that others can read, on file systems that tell. */
  private static String warningOf(Path file) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      return permissions.stream().anyMatch(OF_OTHERS::contains)
          ? "others can read or write the key file %s, and anyone with the key can identify people by their numbers. What to do: chmod 600 %1$s / 其他用户可读写密钥文件，请执行 chmod 600"
              .formatted(file)
          : "";
    } catch (UnsupportedOperationException | IOException e) {
      return "";
    }
  }

  private static byte[] read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .strip()
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InvalidUsage(
          "The key file "
              + file
              + " cannot be read. What to do: check TAIZHANG_KEY_FILE and the file's permissions.",
          e);
    }
  }

  /** What a person is to be told of how the key is kept. */
  public Optional<String> warning() {
    return Optional.of(warning).filter(text -> !text.isEmpty());
  }

  /** Whether this is the marked development key. */
  public boolean isDevelopment() {
    return development;
  }

  /** A value by which a warehouse recognises the key without knowing it; 32 hex digits. */
  public String checkValue() {
    Mac mac = mac();
    byte[] full = mac.doFinal("taizhang key check".getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(full, PSEUDONYM_BYTES));
  }

  /** A fresh HMAC-SHA-256 under this key; not safe for use by several threads. */
  public Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return development ? "development key" : "secret key";
  }
}
