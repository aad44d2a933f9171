package dev.taizhang.landing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out how a text file is to be read: its encoding, its delimiter and its header. */
final class TextSurvey {

  private static final char[] DELIMITERS = {',', '\t', ';', '|'};
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF16_LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF16_BIG_MARK = {(byte) 0xFE, (byte) 0xFF};

  private TextSurvey() {}

  /**
   * The layout of a text file.
   *
   * @throws ReadingStopped when it has no usable header
   */
  static Layout.Text layout(FileBytes bytes, HeaderSearch search) {
    Charset charset = charset(bytes);
    int mark = mark(bytes);
    String head = bytes.head(mark, charset);
    HeaderSearch.Header best = null;
    char bestDelimiter = 0;
    for (char delimiter : DELIMITERS) {
      Optional<HeaderSearch.Header> found = search.header(firstRows(head, delimiter));
      if (found.isPresent() && (best == null || found.get().known() > best.known())) {
        best = found.get();
        bestDelimiter = delimiter;
      }
    }
    if (best == null) {
      throw new ReadingStopped(Rejection.noHeader());
    }
    search
        .problem(best)
        .ifPresent(
            rejection -> {
              throw new ReadingStopped(rejection);
            });
    return new Layout.Text(charset.name(), mark, bestDelimiter, search.layout("", best));
  }

  /** A mark decides; without one all bytes must be UTF-8, or else they are GB18030. */
  private static Charset charset(FileBytes bytes) {
    if (bytes.startsWith(UTF16_LITTLE_MARK)) {
      return StandardCharsets.UTF_16LE;
    }
    if (bytes.startsWith(UTF16_BIG_MARK)) {
      return StandardCharsets.UTF_16BE;
    }
    return bytes.startsWith(UTF8_MARK) || bytes.isUtf8() ? StandardCharsets.UTF_8 : GB18030;
  }

  private static int mark(FileBytes bytes) {
    for (byte[] mark : List.of(UTF8_MARK, UTF16_LITTLE_MARK, UTF16_BIG_MARK)) {
      if (bytes.startsWith(mark)) {
        return mark.length;
      }
    }
    return 0;
  }

  private static List<HeaderSearch.NumberedRow> firstRows(String head, char delimiter) {
    List<HeaderSearch.NumberedRow> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> records = TextRows.csv(delimiter).ofCsvRecord(head)) {
      records.stream()
          .limit(HeaderSearch.ROWS)
          .forEach(row -> rows.add(new HeaderSearch.NumberedRow(rows.size() + 1, row.getFields())));
      return rows;
    } catch (CsvParseException | IOException e) {
      return List.of();
    }
  }
}
