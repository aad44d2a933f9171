package dev.taizhang.landing.workbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCopyTest {

  private static final byte[] CONTENT = "台账".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void localFileIsReadWhereItLies() throws IOException {
    Path file = Files.write(folder.resolve("2022 届 100%.xlsx"), CONTENT);

    try (LocalCopy copy = LocalCopy.of(file.toString(), new Configuration(false))) {
      assertEquals(file.toFile(), copy.file());
    }
    try (LocalCopy copy = LocalCopy.of("file:" + file, new Configuration(false))) {
      assertEquals(file.toFile(), copy.file());
    }

    assertTrue(Files.exists(file));
  }

  @Test
  void fileOfAnotherSystemIsCopiedForItsReaderAloneAndDeleted() throws IOException {
    Path file = Files.write(folder.resolve("台账.xlsx"), CONTENT);
    Path copied;

    try (LocalCopy copy = LocalCopy.of("elsewhere://" + file, elsewhere())) {
      copied = copy.file().toPath();
      assertNotEquals(file, copied);
      assertArrayEquals(CONTENT, Files.readAllBytes(copied));
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copied)));
    }

    assertFalse(Files.exists(copied));
    assertTrue(Files.exists(file));
  }

  @Test
  void copyThatFailsLeavesNothingBehind() throws IOException {
    Set<Path> before = copies();

    assertThrows(
        FileNotFoundException.class,
        () -> LocalCopy.of("elsewhere://" + folder.resolve("nowhere.xlsx"), elsewhere()));

    assertEquals(before, copies());
  }

  private static Set<Path> copies() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("taizhang-"))
          .collect(Collectors.toSet());
    }
  }

  private static Configuration elsewhere() {
    Configuration configuration = new Configuration(false);
    configuration.setClass("fs.elsewhere.impl", Elsewhere.class, Elsewhere.class);
    configuration.setBoolean("fs.elsewhere.impl.disable.cache", true);
    return configuration;
  }

  /** The local disk under another name, as a file system that is not local. */
  public static final class Elsewhere extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("elsewhere:///");
    }
  }
}
