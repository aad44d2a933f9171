package dev.taizhang.synthetic;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies a workbook so that equal cells give equal bytes: without the time of writing. */
final class StableZip {

  private static final String PROPERTIES = "docProps/core.xml";
  private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*";
  // Half the time of the usual level, and files that are a tenth larger.
  private static final int LEVEL = 3;
  private static final LocalDateTime TIME = LocalDateTime.of(2025, 1, 1, 0, 0);

  private StableZip() {}

  static void copy(Path from, Path to) throws IOException {
    try (ZipFile source = new ZipFile(from.toFile());
        ZipOutputStream target =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
      target.setLevel(LEVEL);
      Enumeration<? extends ZipEntry> entries = source.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        ZipEntry stable = new ZipEntry(entry.getName());
        stable.setTimeLocal(TIME);
        target.putNextEntry(stable);
        try (InputStream content = source.getInputStream(entry)) {
          if (entry.getName().equals(PROPERTIES)) {
            String xml = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            target.write(
                xml.replaceFirst(CREATED, "$1" + "2025-01-01T00:00:00Z")
                    .getBytes(StandardCharsets.UTF_8));
          } else {
            content.transferTo(target);
          }
        }
        target.closeEntry();
      }
    }
  }
}
