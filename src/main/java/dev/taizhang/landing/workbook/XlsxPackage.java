package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts of a ZIP archive by their names, which are compared without regard to case. What is
 * unpacked of all parts together counts towards the limits, whatever the archive declares.
 */
final class XlsxPackage implements Closeable {

  private static final String[] OTHER_FORMATS = {"xl/workbook.bin", "xlsb", "content.xml", "ods"};
  // A workbook has some dozens of parts, and some hundreds with pictures.
  private static final int MOST_PARTS = 100_000;

  private final ZipFile archive;
  private final Map<String, ZipEntry> parts = new HashMap<>();
  private final Set<String> twins = new HashSet<>();
  private final long packedBytes;
  private final Limits limits;
  private final Unpacking unpacking;

  private XlsxPackage(ZipFile archive, long packedBytes, Limits limits) {
    this.archive = archive;
    this.packedBytes = packedBytes;
    this.limits = limits;
    this.unpacking = new Unpacking(packedBytes, limits);
  }

  /**
   * Opens an archive.
   *
   * @throws ReadingStopped when it is damaged, encrypted, or says itself that it exceeds a limit
   * @throws IOException when the file system fails
   */
  static XlsxPackage open(File file, Limits limits) throws IOException {
    XlsxPackage content = new XlsxPackage(archive(file), file.length(), limits);
    try {
      content.list();
      return content;
    } catch (RuntimeException e) {
      content.close();
      throw e;
    }
  }

  private static ZipFile archive(File file) throws IOException {
    try {
      // Names that are not UTF-8 must not matter: those of the parts of a workbook are ASCII.
      return new ZipFile(file, StandardCharsets.ISO_8859_1);
    } catch (ZipException e) {
      throw new ReadingStopped(
          String.valueOf(e.getMessage()).contains("encrypted")
              ? Rejection.passwordProtected()
              : Rejection.damagedArchive());
    }
  }

  private void list() {
    if (archive.size() > MOST_PARTS) {
      throw new ReadingStopped(Rejection.unsafeContent("部件过多 / too many parts"));
    }
    long declared = 0;
    for (Enumeration<? extends ZipEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
      ZipEntry entry = entries.nextElement();
      declared += Math.max(0, entry.getSize());
      String name = key(entry.getName());
      if (PartName.leavesThePackage(name)) {
        throw new ReadingStopped(Rejection.unsafeContent("部件路径越界 / a path outside the workbook"));
      }
      if (parts.put(name, entry) != null) {
        twins.add(name);
      }
    }
    unpacking.requireDeclared(declared);
  }

  private static String key(String name) {
    return name.replace('\\', '/').toLowerCase(Locale.ROOT);
  }

  /** Whether there is a part. */
  boolean has(String name) {
    return parts.containsKey(key(name));
  }

  /** The format of a spreadsheet that is none of ours; empty where it is not known. */
  Optional<String> otherFormat() {
    for (int i = 0; i < OTHER_FORMATS.length; i += 2) {
      if (has(OTHER_FORMATS[i])) {
        return Optional.of(OTHER_FORMATS[i + 1]);
      }
    }
    return Optional.empty();
  }

  /**
   * Opens a part for reading; to be closed.
   *
   * @throws ReadingStopped when there is none, or there are two
   */
  XmlPart open(String name) throws IOException {
    return XmlPart.of(stream(name, unpacking));
  }

  private PartStream stream(String name, Unpacking counted) throws IOException {
    String key = key(name);
    ZipEntry entry = parts.get(key);
    if (entry == null) {
      throw new ReadingStopped(Rejection.unreadable("PartMissing"));
    }
    if (twins.contains(key)) {
      throw new ReadingStopped(Rejection.unsafeContent("同名部件 / two parts with the same name"));
    }
    InputStream unpacked = archive.getInputStream(entry);
    return new PartStream(unpacked, entry, counted);
  }

  /**
   * Opens a part for looking through its bytes, which are counted anew; to be closed.
   *
   * @throws ReadingStopped as {@link #open}
   */
  InputStream bytes(String name) throws IOException {
    return stream(name, new Unpacking(packedBytes, limits)).unparsed();
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
