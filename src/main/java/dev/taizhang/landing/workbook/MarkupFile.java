package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.text.FileBytes;
import dev.taizhang.landing.text.TextEncoding;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;

/**
 * A file of markup, and in which characters it is written. What it declares counts little: pages
 * that say UTF-8 and are GBK, or the other way round, are as frequent as right ones.
 *
 * @param file where it lies
 * @param charset of its characters
 * @param byteOrderMark bytes to skip at the beginning
 */
public record MarkupFile(File file, Charset charset, int byteOrderMark) {

  // The only others that a page in Chinese may be in, told from GBK by nothing but what it says.
  private static final Pattern SAYS_BIG5 =
      Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*big5");
  private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
  private static final int DECLARED_WITHIN = 4096;
  private static final Pattern LETTERS_OF_MARKUP =
      Pattern.compile("(?is)<(?:table|tr|td|th|html|head|body|meta|frameset)\\b");
  // What may stand above the first element.
  private static final Pattern WORKBOOK =
      Pattern.compile(
          "(?is)\\A\\s*+(?:(?:<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE(?:[^\\[>]|\\[.*?\\])*+>)\\s*+)*+"
              + "<(?:\\w+:)?Workbook\\b");
  private static final Pattern TABLE = Pattern.compile("(?is)<table\\b.*?<t[dh]\\b");
  private static final Pattern WEB_ARCHIVE =
      Pattern.compile("(?is)\\A\\s*+(?:MIME-Version|From|Content-Type)\\s*:.*multipart/related");

  /** Whether the beginning of a file is that of an XML Spreadsheet 2003. */
  public static boolean isSpreadsheet(String head) {
    return WORKBOOK.matcher(head).find();
  }

  /** Whether the beginning of a file is that of a web page. */
  public static boolean isPage(String head) {
    return head.stripLeading().startsWith("<") && LETTERS_OF_MARKUP.matcher(head).find();
  }

  /** Whether a file that does not begin like a page has a table of one. */
  public static boolean hasTable(String head) {
    return TABLE.matcher(head).find();
  }

  /** Whether the beginning of a file is that of a page with all its parts in one file. */
  public static boolean isWebArchive(String head) {
    return WEB_ARCHIVE.matcher(head.substring(0, Math.min(head.length(), DECLARED_WITHIN))).find();
  }

  static MarkupFile of(File file) throws IOException {
    FileBytes bytes = new FileBytes();
    try (InputStream stream = Files.newInputStream(file.toPath())) {
      bytes.readAll(stream);
    }
    Charset charset = TextEncoding.of(bytes);
    int mark = TextEncoding.mark(bytes);
    boolean wide =
        charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    if (!wide && bytes.tooManyZeros() > 0) {
      throw new ReadingStopped(Rejection.undecodableText(bytes.tooManyZeros()));
    }
    boolean big5 = !wide && !charset.equals(StandardCharsets.UTF_8) && saysBig5(bytes);
    return new MarkupFile(file, big5 ? BIG5 : charset, mark);
  }

  private static boolean saysBig5(FileBytes bytes) {
    String head = bytes.head(0, StandardCharsets.ISO_8859_1);
    return SAYS_BIG5.matcher(head.substring(0, Math.min(head.length(), DECLARED_WITHIN))).find();
  }

  /** Its characters; to be closed. */
  MarkupText open() throws IOException {
    InputStream stream = Files.newInputStream(file.toPath());
    try {
      stream.skipNBytes(byteOrderMark);
    } catch (IOException e) {
      stream.close();
      throw e;
    }
    return new MarkupText(new InputStreamReader(stream, charset));
  }
}
