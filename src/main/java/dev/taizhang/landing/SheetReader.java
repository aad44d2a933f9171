package dev.taizhang.landing;

import java.io.Closeable;
import java.io.IOException;

/** The rows of one sheet, one after another, also those without text. */
interface SheetReader extends Closeable {

  /**
   * Reads the next row.
   *
   * @return false at the end
   * @throws ReadingStopped when the rest cannot be read
   */
  boolean next(SheetRow row) throws IOException;
}
