package dev.taizhang.synthetic;

import java.io.Closeable;
import java.io.IOException;

/** Takes the rows of one file, from the top down. */
interface RowSink extends Closeable {

  /** A row above the data: a title or headers. */
  void header(String[] cells) throws IOException;

  /** A row of data, under the columns of the style. */
  void row(String[] cells) throws IOException;
}
