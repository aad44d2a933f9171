package dev.taizhang.publish.workbook;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.publish.edition.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionWorkbookTest {

  @TempDir Path folder;

  private Path write(Edition edition) throws IOException {
    Path file = folder.resolve("台账.xlsx");
    assertTrue(EditionWorkbook.write(edition, file));
    return file;
  }

  private static XSSFWorkbook read(Path file) throws IOException {
    return new XSSFWorkbook(Files.newInputStream(file));
  }

  @Test
  void writes() throws IOException {
    Path file = write(new Province().edition());
    Files.copy(
        file, Path.of("/tmp/wt/w-out.xlsx"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }
}
