package dev.taizhang.landing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.taizhang.reference.ColumnAlias;
import dev.taizhang.tables.LedgerColumn;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Takes the first look at a file: one pass over its bytes, for the hash and the encoding, and the
 * header. Rows are not read.
 */
public final class Surveyor implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int HEADER_ROWS = 20;
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF16_LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF16_BIG_MARK = {(byte) 0xFE, (byte) 0xFF};
  private static final byte[] ZIP_MARK = {'P', 'K', 3, 4};
  private static final byte[] OLE_MARK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private final HeaderMatcher headers;
  private final Limits limits;
  private final SerializableConfiguration configuration;

  /**
   * A surveyor of ledgers.
   *
   * @param aliases what each header means
   * @param limits what a file may be at most
   * @param configuration of the file system
   */
  public Surveyor(Map<String, ColumnAlias> aliases, Limits limits, Configuration configuration) {
    this.headers = new HeaderMatcher(aliases);
    this.limits = limits;
    this.configuration = new SerializableConfiguration(configuration);
  }

  /** Looks at one file. A file that cannot be read is a rejected one, never an exception. */
  public Survey survey(LandingFile file) {
    FileName.Reading reading = FileName.read(file.feed(), file.name());
    if (reading instanceof FileName.Unreadable unreadable) {
      return rejected(file, hashOf(file, null), null, unreadable.rejection());
    }
    FileName name = ((FileName.Read) reading).name();
    Survey.Named named =
        new Survey.Named(name.submitterCode(), name.snapshotDate(), name.part().orElse(null));
    if (file.byteSize() > limits.fileBytes()) {
      return rejected(
          file,
          submissionId(file, named, new byte[0]),
          named,
          Rejection.tooLarge(file.byteSize(), limits.fileBytes()));
    }
    try (InputStream stream = open(file)) {
      FileBytes bytes = new FileBytes();
      bytes.readAll(stream);
      String submissionId = submissionId(file, named, bytes.hash());
      return survey(file, named, submissionId, bytes);
    } catch (IOException e) {
      return rejected(
          file,
          submissionId(file, named, new byte[0]),
          named,
          Rejection.unreadable(e.getClass().getSimpleName()));
    }
  }

  private Survey survey(
      LandingFile file, Survey.Named named, String submissionId, FileBytes bytes) {
    try {
      return new Survey(file, submissionId, named, layout(file, bytes), null);
    } catch (ReadingStopped stopped) {
      return rejected(file, submissionId, named, stopped.rejection());
    }
  }

  private InputStream open(LandingFile file) throws IOException {
    Path path = new Path(file.location());
    return path.getFileSystem(configuration.value()).open(path);
  }

  private String hashOf(LandingFile file, Survey.Named named) {
    try (InputStream stream = open(file)) {
      FileBytes bytes = new FileBytes();
      bytes.readAll(stream);
      return submissionId(file, named, bytes.hash());
    } catch (IOException e) {
      return submissionId(file, named, new byte[0]);
    }
  }

  private static Survey rejected(
      LandingFile file, String submissionId, Survey.Named named, Rejection rejection) {
    return new Survey(file, submissionId, named, null, rejection);
  }

  /**
   * SHA-256 over feed, submitter, snapshot date and bytes; for a bad name submitter and date are
   * empty and the path is added.
   */
  private static String submissionId(LandingFile file, Survey.Named named, byte[] contentHash) {
    String identity =
        named == null
            ? String.join("\n", file.feed().id(), "", "", file.path())
            : String.join(
                "\n", file.feed().id(), named.submitterCode(), named.snapshotDate().toString());
    MessageDigest digest = sha256();
    digest.update(identity.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    return HexFormat.of().formatHex(digest.digest(contentHash));
  }

  private FilePlan.Layout layout(LandingFile file, FileBytes bytes) {
    if (file.feed() != Feed.LEDGER) {
      throw new ReadingStopped(Rejection.unsupportedFeed(file.feed()));
    }
    if (bytes.length() == 0) {
      throw new ReadingStopped(Rejection.empty());
    }
    if (bytes.startsWith(ZIP_MARK)) {
      throw new ReadingStopped(Rejection.unsupportedFormat("xlsx"));
    }
    if (bytes.startsWith(OLE_MARK)) {
      throw new ReadingStopped(Rejection.unsupportedFormat("xls"));
    }
    Charset charset = charset(bytes);
    int mark = mark(bytes);
    return header(bytes.head(mark, charset), charset, mark);
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

  /** The row with the most known headers, under the delimiter that gives the most of them. */
  private FilePlan.Layout header(String head, Charset charset, int mark) {
    Header best = null;
    for (char delimiter : DELIMITERS) {
      int row = 0;
      for (List<String> cells : firstRows(head, delimiter)) {
        row++;
        long known = headers.known(cells);
        if (headers.isHeader(cells)
            && (best == null || best.isSurpassedBy(known, delimiter, row))) {
          best = new Header(cells, delimiter, row, known);
        }
      }
    }
    if (best == null) {
      throw new ReadingStopped(Rejection.noHeader());
    }
    return layoutOf(best, charset, mark);
  }

  private record Header(List<String> cells, char delimiter, int row, long known) {
    /** More known headers are better; of two header rows, pinyin and Chinese, the second counts. */
    boolean isSurpassedBy(long otherKnown, char otherDelimiter, int otherRow) {
      boolean nextRow = otherDelimiter == delimiter && otherRow == row + 1;
      return otherKnown > known || (nextRow && otherKnown == known);
    }
  }

  private FilePlan.Layout layoutOf(Header header, Charset charset, int mark) {
    if (header.cells().size() > limits.columns()) {
      throw new ReadingStopped(Rejection.tooManyColumns(limits.columns()));
    }
    Map<Integer, LedgerColumn> columns = headers.columns(header.cells());
    headers
        .missing(header.cells(), columns.values())
        .ifPresent(
            rejection -> {
              throw new ReadingStopped(rejection);
            });
    String template = "columns-" + hash(String.join("\n", header.cells())).substring(0, 8);
    return new FilePlan.Layout(
        charset.name(),
        mark,
        header.delimiter(),
        header.row(),
        header.cells().size(),
        columns,
        template);
  }

  private static List<List<String>> firstRows(String head, char delimiter) {
    try (CsvReader<CsvRecord> records = TextRows.csv(delimiter).ofCsvRecord(head)) {
      return records.stream().limit(HEADER_ROWS).map(CsvRecord::getFields).toList();
    } catch (CsvParseException | IOException e) {
      return List.of();
    }
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
