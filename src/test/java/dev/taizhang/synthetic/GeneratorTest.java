package dev.taizhang.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.InvalidUsage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of an invented province: the same from the same settings, anywhere. */
class GeneratorTest {

  /**
   * SHA-256 over names and hashes of all files of a small province of text files. A machine on
   * which it differs invents other people; a change of the generator changes it on purpose.
   */
  private static final String KNOWN_PROVINCE =
      "b2976727a9e547265f0b2eacdbc55f3f225a14d7fc1de268031266634814f7e4";

  @TempDir Path folder;

  private Generated generate(String name, long seed, FormatPolicy formats, int threads) {
    ProvinceSettings settings =
        new ProvinceSettings(folder.resolve(name), 9, 900, 3, seed, 85, LocalDate.of(2025, 8, 31));
    return Generator.generate(settings, InventedProvince.REFERENCE, line -> {}, formats, threads);
  }

  /** Hash and modification time of every file, by path. */
  private Map<String, String> files(String name) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path root = folder.resolve(name);
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = root.relativize(file).toString();
        String time = path.startsWith("landing") ? Files.getLastModifiedTime(file).toString() : "";
        files.put(path, sha256(Files.readAllBytes(file)) + " " + time);
      }
    }
    return files;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Test
  void sameSettingsGiveTheSameBytesWithAnyNumberOfThreads() throws IOException {
    generate("one", 1, FormatPolicy.MIXED, 1);
    generate("four", 1, FormatPolicy.MIXED, 4);
    Map<String, String> one = files("one");
    assertEquals(one, files("four"));
    assertTrue(one.keySet().stream().anyMatch(path -> path.endsWith(".xlsx")), one::toString);
    assertTrue(one.keySet().stream().anyMatch(path -> path.endsWith(".txt")), one::toString);
  }

  @Test
  void provinceIsTheSameOnEveryMachine() throws IOException {
    generate("known", 1, FormatPolicy.TEXT_ONLY, 2);
    StringBuilder all = new StringBuilder();
    files("known").forEach((path, hash) -> all.append(path).append(' ').append(hash).append('\n'));
    assertEquals(KNOWN_PROVINCE, sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anotherSeedGivesAnotherProvince() throws IOException {
    generate("first", 1, FormatPolicy.TEXT_ONLY, 2);
    generate("second", 2, FormatPolicy.TEXT_ONLY, 2);
    assertNotEquals(files("first").get("truth/rates.csv"), files("second").get("truth/rates.csv"));
  }

  @Test
  void resultSaysWhatWasWritten() throws IOException {
    List<String> progress = new ArrayList<>();
    ProvinceSettings settings = ProvinceSettings.of(folder.resolve("counted"), 4, 200, 2);
    Generated generated =
        Generator.generate(
            settings, InventedProvince.REFERENCE, progress::add, FormatPolicy.TEXT_ONLY, 2);
    long rows = 0;
    long bytes = 0;
    long files = 0;
    try (Stream<Path> ledgers = Files.list(generated.landing().resolve("ledger"))) {
      for (Path ledger : ledgers.toList()) {
        files++;
        bytes += Files.size(ledger);
      }
    }
    for (String line : Files.readAllLines(generated.truth().resolve("submissions.csv"))) {
      String[] cells = line.split(",", -1);
      rows += cells[3].equals("accepted") ? Long.parseLong(cells[5]) : 0;
    }
    assertEquals(8, files);
    assertEquals(
        List.of(files, rows, bytes),
        List.of(generated.files(), generated.rows(), generated.bytes()));
    assertTrue(rows > 390 && rows <= 400, () -> "200 graduates in two weeks, few absent");
    assertEquals("adding up the true figures", progress.get(progress.size() - 1));
  }

  @Test
  void folderOfSomethingElseIsRefusedAndLeftAlone() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken"));
    Files.writeString(taken.resolve("letter.txt"), "mine");
    InvalidUsage refused =
        assertThrows(InvalidUsage.class, () -> generate("taken", 1, FormatPolicy.TEXT_ONLY, 1));
    assertEquals(
        "The province cannot be written to "
            + taken
            + ": it holds something other than an earlier province. What to do: name a new"
            + " or empty folder with --out.",
        refused.getMessage());
    assertEquals("mine", Files.readString(taken.resolve("letter.txt")));
  }

  @Test
  void earlierProvinceIsReplacedWhole() throws IOException {
    generate("again", 2, FormatPolicy.MIXED, 2);
    Path left = folder.resolve("again/landing/ledger/98001_20240101.csv");
    Files.writeString(left, "an old file");
    Files.writeString(folder.resolve("again/notes.txt"), "mine");
    generate("again", 1, FormatPolicy.TEXT_ONLY, 2);
    generate("fresh", 1, FormatPolicy.TEXT_ONLY, 2);
    assertEquals("mine", Files.readString(folder.resolve("again/notes.txt")));
    Files.delete(folder.resolve("again/notes.txt"));
    assertEquals(files("fresh"), files("again"));
  }

  @Test
  void copyHasTheSameBytes() throws IOException {
    Generated generated = generate("twice", 3, FormatPolicy.MIXED, 2);
    List<String> copies = new ArrayList<>();
    for (String line : Files.readAllLines(generated.truth().resolve("submissions.csv"))) {
      String name = line.substring(0, line.indexOf(','));
      if (line.contains(",duplicate,")) {
        copies.add(name);
        Path ledger = generated.landing().resolve("ledger");
        assertEquals(
            -1, Files.mismatch(ledger.resolve(name), ledger.resolve(name.replace("_副本", ""))));
      }
    }
    assertTrue(!copies.isEmpty(), "no file was sent twice");
  }
}
