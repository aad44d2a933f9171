package dev.taizhang.release.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.InvalidUsage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a folder already is left alone, and an export is there as a whole or not at all. */
class ExportFolderTest {

  private static final SortedMap<String, byte[]> FILES =
      new TreeMap<>(
          Map.of(
              "a.csv", "a\r\n1\r\n".getBytes(StandardCharsets.UTF_8),
              "datapackage.json", "{}".getBytes(StandardCharsets.UTF_8)));

  @TempDir Path folder;

  private static boolean write(Path folder) throws IOException {
    return new ExportFolder(folder, file -> {}).write(FILES);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void newFolderAndAnEmptyOneGetTheFiles() throws IOException {
    assertTrue(write(folder.resolve("new/export")));
    assertTrue(write(Files.createDirectory(folder.resolve("empty"))));
    assertEquals(List.of("a.csv", "datapackage.json"), names(folder.resolve("new/export")));
    assertEquals(List.of("a.csv", "datapackage.json"), names(folder.resolve("empty")));
    assertEquals(List.of("export"), names(folder.resolve("new")));
  }

  @Test
  void sameFilesAgainAreLeftAsTheyAre() throws IOException {
    write(folder.resolve("export"));
    assertFalse(write(folder.resolve("export")));
  }

  @Test
  void whateverElseIsThereIsRefusedAndLeftAlone() throws IOException {
    Path one = folder.resolve("export");
    write(one);
    Files.writeString(one.resolve("a.csv"), "mine");
    assertThrows(InvalidUsage.class, () -> write(one));
    assertEquals("mine", Files.readString(one.resolve("a.csv")));
    Files.write(one.resolve("a.csv"), FILES.get("a.csv"));
    Files.writeString(one.resolve("notes.txt"), "mine");
    InvalidUsage refused = assertThrows(InvalidUsage.class, () -> write(one));
    assertTrue(
        refused.getMessage().contains("give --out a folder that is new or empty"),
        refused.getMessage());
    assertEquals(List.of("a.csv", "datapackage.json", "notes.txt"), names(one));
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertThrows(InvalidUsage.class, () -> write(file));
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void exportThatIsBrokenOffLeavesNoFolder() throws IOException {
    assertThrows(
        IllegalStateException.class,
        () ->
            new ExportFolder(
                    folder.resolve("export"),
                    file -> {
                      if (file.equals("datapackage.json")) {
                        throw new IllegalStateException("power cut");
                      }
                    })
                .write(FILES));
    assertFalse(Files.exists(folder.resolve("export")));
    assertTrue(write(folder.resolve("export")));
  }
}
