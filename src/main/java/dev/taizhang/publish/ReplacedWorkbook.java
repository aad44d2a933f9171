package dev.taizhang.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;

/** Writes a workbook for a university; one of the same name is replaced as a whole. */
final class ReplacedWorkbook {

  private ReplacedWorkbook() {}

  /**
   * Writes it.
   *
   * @param folder made where it is missing
   * @param filled adds the sheets
   * @return the file
   */
  static Path write(Path folder, String fileName, Consumer<Workbook> filled) throws IOException {
    Files.createDirectories(folder);
    Path draft = folder.resolve("." + fileName + ".part");
    try {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(draft));
          Workbook workbook = new Workbook(stream, "taizhang", "1.0")) {
        workbook.setGlobalDefaultFont("微软雅黑", 10);
        filled.accept(workbook);
      }
      return Files.move(
          draft,
          folder.resolve(fileName),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
