package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;

/** The characters of a file of markup from its first sign on, no more of them than a token has. */
final class MarkupText extends Reader implements MarkupSource {

  // No row of a ledger has more characters, and no script or style of a page.
  private static final int LONGEST_TOKEN = 4 << 20;

  private final Reader characters;
  private boolean begun;
  private long count;
  private long tokenStart;

  MarkupText(InputStreamReader characters) {
    this.characters = characters;
  }

  @Override
  public void beginToken() {
    tokenStart = count;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = characters.read(buffer, offset, length);
    while (read > 0 && !begun) {
      int blank = blanks(buffer, offset, read);
      begun = blank < read;
      System.arraycopy(buffer, offset + blank, buffer, offset, read - blank);
      read = begun ? read - blank : characters.read(buffer, offset, length);
    }
    count += Math.max(0, read);
    if (count - tokenStart > LONGEST_TOKEN) {
      throw new ReadingStopped(Rejection.unsafeContent("过长的标记 / markup that is too long"));
    }
    return read;
  }

  /** Programs write blank lines above the declaration of XML, where it must not have any. */
  private static int blanks(char[] buffer, int offset, int length) {
    int blank = 0;
    while (blank < length
        && (Character.isWhitespace(buffer[offset + blank]) || buffer[offset + blank] == '\uFEFF')) {
      blank++;
    }
    return blank;
  }

  @Override
  public void requireUndamaged() {
    // Nothing but the markup itself tells.
  }

  @Override
  public void close() throws IOException {
    characters.close();
  }
}
