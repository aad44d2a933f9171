package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.ReadingStopped;
import java.io.Closeable;
import java.io.IOException;

/** What a parser of markup reads from: it bounds how much one token may take. */
interface MarkupSource extends Closeable {

  /** Says that the parser begins another token. */
  void beginToken();

  /**
   * Reads what is left, to tell damaged content from content that was written wrong.
   *
   * @throws ReadingStopped when it is damaged
   */
  void requireUndamaged() throws IOException;
}
