package dev.taizhang.landing.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the merged cells of a sheet of the newer format. They stand behind all rows, whose values
 * they say the meaning of; to parse the rows for them would double the work, so that they are
 * looked for among the bytes.
 */
final class MergeSearch {

  private static final byte[] ELEMENT = "mergeCell".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_ELEMENT = 256;
  private static final Pattern RANGE =
      Pattern.compile(
          "\\sref\\s*=\\s*[\"']\\s*\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?[A-Z]{1,3}\\$?(\\d{1,7})\\s*[\"']");
  private static final int LETTERS = 26;
  private static final int CHUNK_BYTES = 1 << 16;

  private final MergedRanges found = new MergedRanges();
  private final StringBuilder element = new StringBuilder();
  private int matched;
  private boolean inElement;
  private byte before;

  private MergeSearch() {}

  /** The ranges of a sheet, whose bytes are read to their end. */
  static MergedRanges in(InputStream sheet) throws IOException {
    MergeSearch search = new MergeSearch();
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int count; (count = sheet.read(chunk, 0, chunk.length)) >= 0; ) {
      for (int i = 0; i < count; i++) {
        // In UTF-16 every other byte of markup is zero.
        if (chunk[i] != 0) {
          search.take(chunk[i]);
        }
      }
    }
    return search.found;
  }

  private void take(byte next) {
    if (inElement) {
      takeOfElement((char) next);
    } else if (matched == ELEMENT.length) {
      // mergeCells, which holds all of them, has one letter more.
      inElement = next == ' ' || next == '\t' || next == '\n' || next == '\r';
      element.setLength(0);
      element.append(' ');
      matched = 0;
    } else if (next == ELEMENT[matched] && (matched > 0 || before == '<' || before == ':')) {
      matched++;
    } else {
      matched = 0;
    }
    before = next;
  }

  private void takeOfElement(char next) {
    if (next != '>' && element.length() < LONGEST_ELEMENT) {
      element.append(next);
      return;
    }
    inElement = false;
    Matcher range = RANGE.matcher(element);
    if (range.find()) {
      found.add(
          Integer.parseInt(range.group(2)),
          Integer.parseInt(range.group(3)),
          column(range.group(1)));
    }
  }

  private static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * LETTERS + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }
}
