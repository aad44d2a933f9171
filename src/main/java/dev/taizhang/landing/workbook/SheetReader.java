package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.ReadingStopped;
import java.io.Closeable;
import java.io.IOException;

/** The rows of one sheet, one after another, also those without text. */
public interface SheetReader extends Closeable {

  /** A sheet without rows. */
  SheetReader NO_ROWS =
      new SheetReader() {
        @Override
        public boolean next(SheetRow row) {
          return false;
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  /**
   * Reads the next row.
   *
   * @return false at the end
   * @throws ReadingStopped when the rest cannot be read
   */
  boolean next(SheetRow row) throws IOException;
}
