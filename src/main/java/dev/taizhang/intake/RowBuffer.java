package dev.taizhang.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of one file between the looks that are taken at them: written once in a compact form,
 * and read from the first on as often as need be. They lie in memory up to a bound, and beyond it
 * in a temporary file of this machine, which goes away with the buffer.
 */
final class RowBuffer implements Closeable {

  /** Most files of a province's universities take less. */
  static final int MOST_BYTES_IN_MEMORY = 32 << 20;

  private static final int CHUNK_BYTES = 1 << 20;
  private static final int BUFFER_BYTES = 1 << 16;

  private final StructType schema;
  private final Path folder;
  private final int mostInMemory;
  private final Memory memory = new Memory();
  private final DataOutputStream output;
  private final PackedRows.Packing packing;
  private Path file;
  private OutputStream fileOutput;
  private long size;

  /**
   * An empty buffer.
   *
   * @param schema of the rows
   * @param folder where a temporary file may lie
   * @param mostInMemory bytes that lie in memory
   */
  RowBuffer(StructType schema, Path folder, int mostInMemory) {
    this.schema = schema;
    this.folder = folder;
    this.mostInMemory = mostInMemory;
    this.output = new DataOutputStream(memory);
    this.packing = new PackedRows.Packing(schema);
  }

  /** Takes a row; its values must not change. */
  void add(InternalRow row) {
    try {
      packing.write(row, output);
      size++;
    } catch (IOException e) {
      throw new UncheckedIOException("Rows cannot be buffered in " + folder, e);
    }
  }

  /**
   * Gives all rows in the order in which they were taken.
   *
   * @param each takes each row: the same object in turn, whose values stay as they are, with room
   *     for {@code more} values behind them
   */
  void forEach(int more, Consumer<InternalRow> each) {
    try (DataInputStream input = open()) {
      PackedRows.Unpacking unpacking = new PackedRows.Unpacking(schema, more);
      for (long i = 0; i < size; i++) {
        each.accept(unpacking.read(input));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Rows buffered in " + folder + " cannot be read", e);
    }
  }

  private DataInputStream open() throws IOException {
    if (fileOutput == null) {
      return new DataInputStream(memory.input());
    }
    fileOutput.flush();
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
  }

  @Override
  public void close() throws IOException {
    memory.chunks.clear();
    if (fileOutput != null) {
      fileOutput.close();
      Files.deleteIfExists(file);
    }
  }

  /** Bytes in chunks of one size, until there are too many. */
  private final class Memory extends OutputStream {

    private final List<byte[]> chunks = new ArrayList<>();
    private int inLast;

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (fileOutput == null
          && (long) chunks.size() * CHUNK_BYTES + length > mostInMemory + (long) CHUNK_BYTES) {
        moveToFile();
      }
      if (fileOutput != null) {
        fileOutput.write(bytes, offset, length);
        return;
      }
      int written = 0;
      while (written < length) {
        if (chunks.isEmpty() || inLast == CHUNK_BYTES) {
          chunks.add(new byte[CHUNK_BYTES]);
          inLast = 0;
        }
        int part = Math.min(length - written, CHUNK_BYTES - inLast);
        System.arraycopy(bytes, offset + written, chunks.get(chunks.size() - 1), inLast, part);
        inLast += part;
        written += part;
      }
    }

    private void moveToFile() throws IOException {
      file = Files.createTempFile(folder, "taizhang-rows", null);
      fileOutput = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
      for (int i = 0; i < chunks.size(); i++) {
        fileOutput.write(chunks.get(i), 0, i == chunks.size() - 1 ? inLast : CHUNK_BYTES);
      }
      chunks.clear();
    }

    InputStream input() {
      List<InputStream> parts = new ArrayList<>();
      for (int i = 0; i < chunks.size(); i++) {
        parts.add(
            new ByteArrayInputStream(
                chunks.get(i), 0, i == chunks.size() - 1 ? inLast : CHUNK_BYTES));
      }
      return new SequenceInputStream(Collections.enumeration(parts));
    }
  }
}
