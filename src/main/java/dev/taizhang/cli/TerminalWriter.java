package dev.taizhang.cli;

import java.io.PrintWriter;
import java.io.Writer;

/** What a person reads, line by line, with nothing in it that a terminal obeys. */
final class TerminalWriter extends PrintWriter {

  private final PrintWriter raw;

  private TerminalWriter(PrintWriter raw) {
    super(new Escaping(raw), true);
    this.raw = raw;
  }

  /** A stream to a terminal. */
  static PrintWriter to(PrintWriter stream) {
    return stream instanceof TerminalWriter ? stream : new TerminalWriter(stream);
  }

  /** The stream behind, for what programs read. */
  static PrintWriter raw(PrintWriter stream) {
    return stream instanceof TerminalWriter terminal ? terminal.raw : stream;
  }

  private static final class Escaping extends Writer {

    private final PrintWriter raw;

    Escaping(PrintWriter raw) {
      this.raw = raw;
    }

    @Override
    public void write(char[] characters, int from, int length) {
      String text = new String(characters, from, length);
      String separator = System.lineSeparator();
      raw.write(text.equals(separator) ? text : Terminal.message(text));
    }

    @Override
    public void flush() {
      raw.flush();
    }

    @Override
    public void close() {
      raw.close();
    }
  }
}
