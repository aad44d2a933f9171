package dev.taizhang.synthetic;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes text. */
final class CsvSink implements RowSink {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final CsvWriter rows;

  CsvSink(Path file, FileForm form) throws IOException {
    OutputStream stream = Files.newOutputStream(file);
    try {
      if (form.byteOrderMark()) {
        stream.write(BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
      }
      rows =
          CsvWriter.builder()
              .fieldSeparator(form.delimiter())
              .lineDelimiter(LineDelimiter.CRLF)
              .build(new OutputStreamWriter(stream, form.charset()));
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  @Override
  public void header(String[] cells) {
    rows.writeRecord(cells);
  }

  @Override
  public void row(String[] cells) {
    rows.writeRecord(cells);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
