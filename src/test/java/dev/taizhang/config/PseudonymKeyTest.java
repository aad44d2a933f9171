package dev.taizhang.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.InvalidUsage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudonymKeyTest {

  private static final String SECRET = "sixteen-bytes-16";

  @TempDir Path folder;

  @Test
  void withoutKeyTheMessageSaysHowToMakeOne() {
    InvalidUsage error =
        assertThrows(InvalidUsage.class, () -> PseudonymKey.fromEnvironment(Map.of()));

    assertEquals(
        """
        No key. Student and ID numbers are stored only as keyed hashes, so this command needs a \
        secret key.
        What to do: make one once, keep it safe (figures of later weeks need the same key), and \
        name its file:
          head -c 32 /dev/urandom | base64 > taizhang.key && chmod 600 taizhang.key
          export TAIZHANG_KEY_FILE=$PWD/taizhang.key
        Or set TAIZHANG_KEY. To try the program on invented people, set TAIZHANG_KEY=development.""",
        error.getMessage());
    assertEquals(2, error.exitCode());
  }

  @Test
  void emptyVariablesAreNoKey() {
    assertThrows(
        InvalidUsage.class,
        () -> PseudonymKey.fromEnvironment(Map.of("TAIZHANG_KEY", "", "TAIZHANG_KEY_FILE", "")));
  }

  @ParameterizedTest
  @CsvSource({"fifteen-bytes-1, 15", "x, 1"})
  void shortKeyIsRefusedAndNotRepeated(String secret, int bytes) {
    InvalidUsage error = assertThrows(InvalidUsage.class, () -> key(secret));

    assertEquals(
        "The key is too short: it has "
            + bytes
            + " bytes, and fewer than 16 can be guessed. What to do: make a new one with"
            + " 'head -c 32 /dev/urandom | base64'.",
        error.getMessage());
  }

  @Test
  void keyOfSixteenBytesIsLongEnough() {
    assertFalse(key(SECRET).isDevelopment());
  }

  @Test
  void keyComesFromTheFileWithoutItsLineEnd() throws IOException {
    assertEquals(key(SECRET).checkValue(), fileKey(SECRET + "\r\n", Map.of()).checkValue());
  }

  @Test
  void fileWinsOverTheVariable() throws IOException {
    PseudonymKey key = fileKey(SECRET, Map.of("TAIZHANG_KEY", "development"));

    assertEquals(key(SECRET).checkValue(), key.checkValue());
    assertFalse(key.isDevelopment());
  }

  @Test
  void fileThatCannotBeReadIsNamed() {
    Path missing = folder.resolve("missing.key");

    InvalidUsage error =
        assertThrows(
            InvalidUsage.class,
            () -> PseudonymKey.fromEnvironment(Map.of("TAIZHANG_KEY_FILE", missing.toString())));

    assertEquals(
        "The key file "
            + missing
            + " cannot be read. What to do: check TAIZHANG_KEY_FILE and the file's permissions.",
        error.getMessage());
  }

  @Test
  void developmentKeyIsMarked() {
    PseudonymKey key = key("development");

    assertTrue(key.isDevelopment());
    assertEquals(PseudonymKey.development().checkValue(), key.checkValue());
  }

  @Test
  void keyDoesNotShowItsSecret() {
    assertEquals("secret key", key(SECRET).toString());
    assertEquals("development key", PseudonymKey.development().toString());
  }

  @Test
  void checkValueIsAKeyedHashAndDiffersByKey() throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] hash = mac.doFinal("taizhang key check".getBytes(StandardCharsets.UTF_8));

    assertEquals(HexFormat.of().formatHex(hash).substring(0, 32), key(SECRET).checkValue());
    assertNotEquals(key(SECRET).checkValue(), key(SECRET + "!").checkValue());
  }

  @Test
  void keyTravelsToTheReaders() throws IOException, ClassNotFoundException {
    PseudonymKey key = key(SECRET);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(key);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(key.checkValue(), ((PseudonymKey) in.readObject()).checkValue());
    }
  }

  @Test
  void keyFileThatOthersCanReadIsTold() throws IOException {
    PseudonymKey key = fileKey(SECRET, Map.of());
    Path file = folder.resolve("taizhang.key");
    for (String permissions : List.of("rw-r-----", "rw----r--", "rw--w----")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      String warning = fileKey(SECRET, Map.of()).warning().orElse("");
      assertTrue(warning.contains("others can read or write the key file " + file), warning);
      assertTrue(warning.contains("What to do: chmod 600 " + file), warning);
      assertFalse(warning.contains(SECRET), warning);
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertEquals(Optional.empty(), fileKey(SECRET, Map.of()).warning());
    assertEquals(key.checkValue(), fileKey(SECRET, Map.of()).checkValue());
    assertEquals(Optional.empty(), key(SECRET).warning());
  }

  private static PseudonymKey key(String secret) {
    return PseudonymKey.fromEnvironment(Map.of("TAIZHANG_KEY", secret));
  }

  private PseudonymKey fileKey(String content, Map<String, String> others) throws IOException {
    Path file = Files.writeString(folder.resolve("taizhang.key"), content);
    Map<String, String> environment = new HashMap<>(others);
    environment.put("TAIZHANG_KEY_FILE", file.toString());
    return PseudonymKey.fromEnvironment(environment);
  }
}
