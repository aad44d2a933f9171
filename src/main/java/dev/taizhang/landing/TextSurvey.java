package dev.taizhang.landing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.taizhang.landing.rows.Layout;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.text.FileBytes;
import dev.taizhang.landing.text.TextEncoding;
import dev.taizhang.landing.text.TextRows;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out how a text file is to be read: its encoding, its delimiter and its header. */
final class TextSurvey {

  private static final char[] DELIMITERS = {',', '\t', ';', '|'};

  private final FileBytes bytes;
  private final HeaderSearch search;
  private final String head;
  private HeaderSearch.Header best;
  private char bestDelimiter;
  private int titleLines;
  private int widest;

  private TextSurvey(FileBytes bytes, HeaderSearch search, String head) {
    this.bytes = bytes;
    this.search = search;
    this.head = head;
  }

  /**
   * The layout of a text file.
   *
   * @throws ReadingStopped when it has no usable header
   */
  static Layout.Text layout(FileBytes bytes, HeaderSearch search) {
    Charset charset = TextEncoding.of(bytes);
    int mark = TextEncoding.mark(bytes);
    if (bytes.length() == mark) {
      throw new ReadingStopped(Rejection.empty());
    }
    boolean wide =
        charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    if (!wide && bytes.tooManyZeros() > 0) {
      throw new ReadingStopped(Rejection.undecodableText(bytes.tooManyZeros()));
    }
    TextSurvey survey = new TextSurvey(bytes, search, bytes.head(mark, charset));
    survey.find();
    return new Layout.Text(
        charset.name(),
        mark,
        survey.bestDelimiter,
        survey.titleLines,
        search.layout("", survey.best));
  }

  /** Finds the header and what parts its cells. */
  private void find() {
    for (char delimiter : DELIMITERS) {
      consider(firstRows(delimiter), delimiter);
    }
    if (best == null) {
      findBelowOpenQuotation();
    }
    if (best == null) {
      throw new ReadingStopped(
          search.isTooWide(widest) ? search.tooManyColumns() : Rejection.noHeader());
    }
    search
        .problem(best)
        .ifPresent(
            rejection -> {
              throw new ReadingStopped(rejection);
            });
  }

  /** Takes the lines above as they are, where a quotation mark in them hides the header. */
  private void findBelowOpenQuotation() {
    List<String> lines = firstLines();
    for (char delimiter : DELIMITERS) {
      List<HeaderSearch.NumberedRow> rows = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        for (HeaderSearch.NumberedRow row : rows(lines.get(i), delimiter)) {
          rows.add(new HeaderSearch.NumberedRow(i + 1, row.cells()));
        }
      }
      if (consider(rows, delimiter)) {
        titleLines = best.row().number() - 1;
      }
    }
  }

  private List<String> firstLines() {
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < head.length() && lines.size() < HeaderSearch.ROWS; ) {
      int end = endOfLine(start);
      if (end == head.length() && bytes.isLongerThanHead()) {
        break;
      }
      lines.add(head.substring(start, end));
      start = head.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
    return lines;
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < head.length() && head.charAt(end) != '\r' && head.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  /** Takes a header that is better than what was found before, and tells whether it is. */
  private boolean consider(List<HeaderSearch.NumberedRow> rows, char delimiter) {
    Optional<HeaderSearch.Header> found = search.header(rows);
    boolean better = found.isPresent() && (best == null || found.get().known() > best.known());
    if (better) {
      best = found.get();
      bestDelimiter = delimiter;
    }
    return better;
  }

  private List<HeaderSearch.NumberedRow> firstRows(char delimiter) {
    List<HeaderSearch.NumberedRow> rows = rows(head, delimiter);
    rows.forEach(row -> widest = Math.max(widest, row.texts()));
    boolean cutOff = rows.size() < HeaderSearch.ROWS && bytes.isLongerThanHead();
    // The last row goes on beyond what is at hand.
    return cutOff && !rows.isEmpty() ? rows.subList(0, rows.size() - 1) : rows;
  }

  private static List<HeaderSearch.NumberedRow> rows(String text, char delimiter) {
    List<HeaderSearch.NumberedRow> rows = new ArrayList<>();
    // A row of any width is one row, so that its width can be told.
    CsvRecordHandler handler = CsvRecordHandler.builder().maxFields(text.length() + 1).build();
    try (CsvReader<CsvRecord> records = TextRows.csv(delimiter).build(handler, text)) {
      records.stream()
          .limit(HeaderSearch.ROWS)
          .forEach(row -> rows.add(new HeaderSearch.NumberedRow(rows.size() + 1, row.getFields())));
      return rows;
    } catch (CsvParseException | IOException e) {
      return List.of();
    }
  }
}
