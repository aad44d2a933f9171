package dev.taizhang.landing;

import dev.taizhang.landing.rows.Layout;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.SheetLayout;
import dev.taizhang.landing.text.FileBytes;
import dev.taizhang.landing.text.TextEncoding;
import dev.taizhang.landing.workbook.DbfFile;
import dev.taizhang.landing.workbook.MarkupFile;
import dev.taizhang.reference.ColumnAliases;
import dev.taizhang.reference.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Takes the first look at a file: one pass over its bytes, for the hash and the encoding, and the
 * header. Rows are not read.
 */
public final class Surveyor implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final byte[] ZIP_MARK = {'P', 'K', 3, 4};
  private static final byte[] OLE_MARK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  // Before Excel 5 a workbook was its records alone.
  private static final byte[][] RECORD_MARKS = {{9, 8}, {9, 4}, {9, 2}};
  private static final byte[] ENCRYPTED_PACKAGE =
      "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private final ColumnAliases aliases;
  private final TemplateMatcher templates;
  private final Limits limits;
  private final SerializableConfiguration configuration;

  /**
   * A surveyor.
   *
   * @param aliases what each header means
   * @param templates forms of ledgers that are known by name
   * @param limits what a file may be at most
   * @param configuration of the file system
   * @throws dev.taizhang.errors.InvalidUsage when an alias names a column that there is not
   */
  public Surveyor(
      ColumnAliases aliases, List<Template> templates, Limits limits, Configuration configuration) {
    HeaderMatcher.requireColumns(aliases);
    this.aliases = aliases;
    this.templates = new TemplateMatcher(templates);
    this.limits = limits;
    this.configuration = new SerializableConfiguration(configuration);
  }

  /** Looks at one file. A file that cannot be read is a rejected one, never an exception. */
  public Survey survey(LandingFile file) {
    FileName.Reading reading = FileName.read(file.feed(), file.nameInFolder());
    if (reading instanceof FileName.Unreadable unreadable) {
      return rejected(file, hashOf(file, null), null, unreadable.rejection());
    }
    FileName name = ((FileName.Read) reading).name();
    return survey(
        file,
        new Survey.Named(name.submitterCode(), name.snapshotDate(), name.part().orElse(null)));
  }

  /** Looks at one file as if its name said this. */
  public Survey survey(LandingFile file, Survey.Named named) {
    return survey(file, named, Requirement.of(file.feed()));
  }

  private Survey survey(LandingFile file, Survey.Named named, List<Requirement> needed) {
    if (file.byteSize() > limits.fileBytes()) {
      return rejected(
          file,
          submissionIdUnread(file, named),
          named,
          Rejection.tooLarge(file.byteSize(), limits.fileBytes()));
    }
    try (InputStream stream = open(file)) {
      FileBytes bytes = new FileBytes();
      bytes.readAll(stream);
      String submissionId = submissionId(file, named, bytes.hash());
      return survey(file, named, submissionId, bytes, search(file.feed(), named, needed));
    } catch (IOException | FSError e) {
      return rejected(file, submissionIdUnread(file, named), named, Rejection.readFault(kind(e)));
    }
  }

  private Survey survey(
      LandingFile file,
      Survey.Named named,
      String submissionId,
      FileBytes bytes,
      HeaderSearch search)
      throws IOException {
    try {
      return new Survey(file, submissionId, named, layout(file, bytes, search), null);
    } catch (ReadingStopped stopped) {
      return rejected(file, submissionId, named, stopped.rejection());
    } catch (OutOfMemoryError e) {
      // Beyond this file it would end the run of all files.
      return rejected(file, submissionId, named, Rejection.outOfMemory());
    }
  }

  /**
   * The layout of a file, needed columns or not, for showing what of its headers was recognised;
   * empty where there is no header.
   */
  public Optional<Layout> layoutAnyway(LandingFile file, Survey.Named named) {
    return Optional.ofNullable(survey(file, named, List.of()).layout());
  }

  /** What each header of a file was taken for. */
  public List<HeaderReading> headers(LandingFile file, Survey.Named named, Layout layout) {
    HeaderSearch search = search(file.feed(), named, Requirement.of(file.feed()));
    List<SheetLayout> sheets =
        layout instanceof Layout.Workbook workbook
            ? workbook.sheets()
            : List.of(((Layout.Text) layout).sheet());
    return sheets.stream().flatMap(sheet -> search.readings(sheet).stream()).toList();
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
    } catch (IOException | FSError e) {
      return submissionId(file, named, new byte[0]);
    }
  }

  /** The local file system of Hadoop throws an error where others throw an exception. */
  static String kind(Throwable fault) {
    Throwable cause =
        fault instanceof FSError && fault.getCause() != null ? fault.getCause() : fault;
    return cause.getClass().getSimpleName();
  }

  /**
   * The submission that a file's bytes would be under another name.
   *
   * @return empty where the file cannot be read
   */
  public Optional<String> submissionIdAs(LandingFile file, Survey.Named named) {
    try (InputStream stream = open(file)) {
      FileBytes bytes = new FileBytes();
      bytes.readAll(stream);
      return Optional.of(submissionId(file, named, bytes.hash()));
    } catch (IOException | FSError e) {
      return Optional.empty();
    }
  }

  /** What the name of a file says; empty where it cannot be read. */
  public static Optional<Survey.Named> named(Feed feed, String name) {
    return FileName.read(feed, name) instanceof FileName.Read read
        ? Optional.of(
            new Survey.Named(
                read.name().submitterCode(),
                read.name().snapshotDate(),
                read.name().part().orElse(null)))
        : Optional.empty();
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
    MessageDigest digest = FileBytes.sha256();
    digest.update(identity.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    return HexFormat.of().formatHex(digest.digest(contentHash));
  }

  /** Of bytes that are not known: the path tells two such files of one date apart. */
  private static String submissionIdUnread(LandingFile file, Survey.Named named) {
    return submissionId(file, named, file.path().getBytes(StandardCharsets.UTF_8));
  }

  private Layout layout(LandingFile file, FileBytes bytes, HeaderSearch search) throws IOException {
    if (bytes.length() == 0) {
      throw new ReadingStopped(Rejection.empty());
    }
    if (bytes.startsWith(ZIP_MARK)) {
      return workbook(file, Layout.Workbook.XLSX, search);
    }
    if (bytes.startsWith(OLE_MARK)) {
      if (isEncrypted(file)) {
        throw new ReadingStopped(Rejection.passwordProtected());
      }
      return workbook(file, Layout.Workbook.XLS, search);
    }
    for (byte[] mark : RECORD_MARKS) {
      if (bytes.startsWith(mark)) {
        throw new ReadingStopped(Rejection.olderWorkbook());
      }
    }
    if (DbfFile.isOne(bytes)) {
      return workbook(file, Layout.Workbook.DBF, search);
    }
    return text(file, bytes, search);
  }

  /** A file of characters: markup of some kind, or else the cells themselves. */
  private Layout text(LandingFile file, FileBytes bytes, HeaderSearch search) {
    String head = bytes.head(TextEncoding.mark(bytes), TextEncoding.of(bytes));
    if (MarkupFile.isSpreadsheet(head)) {
      return workbook(file, Layout.Workbook.XML2003, search);
    }
    if (MarkupFile.isPage(head)) {
      return workbook(file, Layout.Workbook.HTML, search);
    }
    if (MarkupFile.isWebArchive(head)) {
      throw new ReadingStopped(Rejection.webArchive());
    }
    try {
      return TextSurvey.layout(bytes, search);
    } catch (ReadingStopped stopped) {
      // A page may begin with words; a ledger may hold a piece of a page in a cell.
      if (stopped.rejection().equals(Rejection.noHeader()) && MarkupFile.hasTable(head)) {
        return workbook(file, Layout.Workbook.HTML, search);
      }
      throw stopped;
    }
  }

  private HeaderSearch search(Feed feed, Survey.Named named, List<Requirement> needed) {
    return new HeaderSearch(
        new HeaderMatcher(aliases.of(feed.id(), named.submitterCode()), needed), templates, limits);
  }

  private Layout workbook(LandingFile file, String encoding, HeaderSearch search) {
    return new WorkbookSurvey(search, limits)
        .layout(file.location(), encoding, configuration.value());
  }

  /** A workbook with a password lies encrypted in a file of the older format, as a part of it. */
  private boolean isEncrypted(LandingFile file) throws IOException {
    try (InputStream stream = open(file)) {
      return ByteSearch.contains(stream, ENCRYPTED_PACKAGE);
    }
  }
}
