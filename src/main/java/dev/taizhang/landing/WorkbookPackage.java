package dev.taizhang.landing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a ZIP archive says of itself: whether there is a workbook in it, and how large it unpacks
 * to.
 *
 * @param contentTypes the part that tells the kinds of all parts; empty when there is none
 * @param unpackedBytes bytes of all parts, as the archive's directory declares them
 * @param packedBytes bytes that they take in the archive
 */
record WorkbookPackage(String contentTypes, long unpackedBytes, long packedBytes) {

  private static final String CONTENT_TYPES = "[Content_Types].xml";
  // A workbook has some dozens of parts; the list of a thousand is smaller than this.
  private static final int CONTENT_TYPES_BYTES = 1 << 20;
  private static final String WORKBOOK_TYPE = "spreadsheetml.sheet.main+xml";
  private static final String MACRO_WORKBOOK_TYPE = "ms-excel.sheet.macroEnabled.main+xml";
  private static final String STYLES_TYPE = "spreadsheetml.styles+xml";

  /** Reads the directory of an archive and the list of its parts; nothing else is unpacked. */
  static WorkbookPackage of(File file) throws IOException {
    try (ZipFile archive = new ZipFile(file)) {
      long unpacked = 0;
      long packed = 0;
      for (Enumeration<? extends ZipEntry> entries = archive.entries();
          entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        unpacked += entry.getSize();
        packed += entry.getCompressedSize();
      }
      return new WorkbookPackage(contentTypes(archive), unpacked, packed);
    }
  }

  private static String contentTypes(ZipFile archive) throws IOException {
    ZipEntry entry = archive.getEntry(CONTENT_TYPES);
    if (entry == null) {
      return "";
    }
    try (InputStream stream = archive.getInputStream(entry)) {
      return new String(stream.readNBytes(CONTENT_TYPES_BYTES), StandardCharsets.UTF_8);
    }
  }

  /**
   * Checks that it is a workbook within the limits.
   *
   * @throws ReadingStopped when it is not
   */
  void require(Limits limits) {
    if (!contentTypes.contains(WORKBOOK_TYPE) && !contentTypes.contains(MACRO_WORKBOOK_TYPE)) {
      throw new ReadingStopped(Rejection.notAWorkbook());
    }
    if (unpackedBytes > limits.workbookBytes()) {
      throw new ReadingStopped(Rejection.workbookTooLarge(unpackedBytes, limits.workbookBytes()));
    }
    if (unpackedBytes / limits.compressionRatio() > packedBytes) {
      throw new ReadingStopped(Rejection.compressedTooMuch(limits.compressionRatio()));
    }
  }

  /** Whether it has number formats, by which dates are told from numbers. */
  boolean hasStyles() {
    return contentTypes.contains(STYLES_TYPE);
  }
}
