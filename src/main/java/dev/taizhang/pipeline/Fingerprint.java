package dev.taizhang.pipeline;

import dev.taizhang.config.Thresholds;
import dev.taizhang.conform.Conform;
import dev.taizhang.reference.ReferenceData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Short texts that are equal when what they stand for is. */
final class Fingerprint {

  /** Rooms whose code decides what the stages after conforming make. */
  private static final List<String> ROOMS =
      List.of("history", "marts", "statistics", "tables", "reference");

  private Fingerprint() {}

  /** Of the configuration that a file is read under. */
  static String configuration(ReferenceData reference, Thresholds thresholds) {
    return of("conform " + Conform.VERSION, reference.fingerprint(), thresholds.ofReading())
        .substring(0, 16);
  }

  /** Of everything but rows that the figures depend on: their code, code lists and thresholds. */
  static String figures(ReferenceData reference, Thresholds thresholds) {
    return of(code(), reference.fingerprint(), thresholds.toString());
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

  /**
   * Of the code that makes the figures, so that a release with another definition makes them anew
   * although nothing came in.
   */
  private static String code() {
    try {
      URI source = Fingerprint.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path path = Path.of(source);
      if (Files.isDirectory(path)) {
        return classes(path);
      }
      try (FileSystem jar = FileSystems.newFileSystem(path, Map.of())) {
        return classes(jar.getPath("/"));
      }
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("The program cannot read its own classes", e);
    }
  }

  private static String classes(Path root) throws IOException {
    MessageDigest digest = sha256();
    for (String room : ROOMS) {
      try (Stream<Path> classes = Files.walk(root.resolve("dev/taizhang").resolve(room))) {
        classes.filter(Files::isRegularFile).sorted().forEach(file -> update(digest, file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, Path file) {
    try {
      digest.update(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
