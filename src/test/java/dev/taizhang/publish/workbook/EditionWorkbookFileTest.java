package dev.taizhang.publish.workbook;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionKind;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a workbook's file is written, left alone, or kept from an edition of another kind. */
class EditionWorkbookFileTest {

  @TempDir Path folder;

  private Path write(Edition edition) throws IOException {
    Path file = folder.resolve("台账.xlsx");
    assertTrue(EditionWorkbook.write(edition, file));
    return file;
  }

  @Test
  void anEqualEditionLeavesTheFileAlone() throws IOException {
    Edition edition = new Province().edition();
    Path file = write(edition);
    FileTime before = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    Files.setLastModifiedTime(file, before);
    assertFalse(EditionWorkbook.write(edition, file));
    assertEquals(before, Files.getLastModifiedTime(file));
  }

  @Test
  void anotherEditionReplacesTheFile() throws IOException {
    Path file = write(new Province().edition());
    assertAll(
        () -> assertTrue(EditionWorkbook.write(new Province().madeFrom("other").edition(), file)),
        () -> assertTrue(EditionWorkbook.write(new Province().madeFrom("third").edition(), file)));
  }

  /** Somebody could give out the wrong one. */
  @Test
  void anEditionOfAnotherKindDoesNotReplaceTheFile() throws IOException {
    Path file = write(new Province().edition());
    byte[] before = Files.readAllBytes(file);
    for (EditionKind kind : List.of(EditionKind.DRAFT, EditionKind.PUBLISHED)) {
      String told =
          assertThrows(
                  InvalidUsage.class,
                  () -> EditionWorkbook.write(new Province().kind(kind).edition(), file))
              .getMessage();
      assertTrue(told.contains("is of another edition (Internal edition)"), told);
      assertTrue(told.contains("属于内部版，不会被" + kind.title().zh() + "覆盖"), told);
    }
    assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(file)));
    Files.delete(file);
    write(new Province().kind(EditionKind.DRAFT).edition());
    assertTrue(EditionWorkbook.write(new Province().kind(EditionKind.PUBLISHED).edition(), file));
    assertThrows(
        InvalidUsage.class,
        () -> EditionWorkbook.write(new Province().kind(EditionKind.DRAFT).edition(), file));
  }

  @Test
  void aFileThatIsNoWorkbookIsReplaced() throws IOException {
    Path file = folder.resolve("台账.xlsx");
    Files.writeString(file, "no workbook");
    assertTrue(EditionWorkbook.write(new Province().edition(), file));
    assertTrue(EditionWorkbook.isMadeFrom(file, EditionKind.INTERNAL, "0123456789abcdef"));
  }

  @Test
  void aBrokenRunLeavesTheFormerWorkbookWhole() throws IOException {
    Path file = write(new Province().edition());
    byte[] before = Files.readAllBytes(file);
    EditionTable broken =
        new EditionTable(
            "broken",
            "all",
            Label.same("坏表"),
            List.of(Province.column("graduates")),
            List.of(List.of(Shown.of(new Object()))));
    Edition edition = new Province().madeFrom("broken").with(broken).edition();
    assertThrows(ClassCastException.class, () -> EditionWorkbook.write(edition, file));
    assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(file)));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }
}
