package dev.taizhang.release.published;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks for numbers in every byte of files, also in those that a workbook packs. */
final class Leaks {

  /** A number, also as programs write large ones, and not a part of a name or fingerprint. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9a-zA-Z.])\\d+(?:\\.\\d+)?(?:E\\d+)?");

  private final SortedSet<Long> secrets;
  private final int digits;
  private final List<String> found = new ArrayList<>();

  /**
   * Looks for numbers.
   *
   * @param secrets numbers of one length, which may stand as such or with digits behind them, as
   *     shares do
   */
  Leaks(SortedSet<Long> secrets) {
    this.secrets = secrets;
    this.digits = Long.toString(secrets.first()).length();
  }

  /** Where one stands in a folder or file. */
  List<String> in(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.toString().endsWith(".xlsx")) {
          unpack(file);
        } else {
          look(file.toString(), Files.readAllBytes(file));
        }
      }
    }
    return found;
  }

  private void unpack(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        try (InputStream stream = zip.getInputStream(entry)) {
          look(file + "!" + entry.getName(), stream.readAllBytes());
        }
      }
    }
  }

  private void look(String name, byte[] content) {
    // Names of files tell, too.
    String text = name + "\n" + new String(content, StandardCharsets.UTF_8);
    NUMBER
        .matcher(text)
        .results()
        .map(match -> new BigDecimal(match.group()).toPlainString().replace(".", ""))
        .filter(number -> number.length() >= digits)
        .filter(number -> secrets.contains(Long.parseLong(number.substring(0, digits))))
        .forEach(number -> found.add(name + ": " + number));
  }
}
