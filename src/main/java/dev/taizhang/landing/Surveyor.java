package dev.taizhang.landing;

import dev.taizhang.reference.ColumnAlias;
import dev.taizhang.reference.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
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

  private static final byte[] ZIP_MARK = {'P', 'K', 3, 4};
  private static final byte[] OLE_MARK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  // Before Excel 5 a workbook was its records alone.
  private static final byte[][] RECORD_MARKS = {{9, 8}, {9, 4}, {9, 2}};
  private static final byte[] ENCRYPTED_PACKAGE =
      "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private final HeaderSearch search;
  private final Limits limits;
  private final SerializableConfiguration configuration;

  /**
   * A surveyor of ledgers.
   *
   * @param aliases what each header means
   * @param templates forms of ledgers that are known by name
   * @param limits what a file may be at most
   * @param configuration of the file system
   */
  public Surveyor(
      Map<String, ColumnAlias> aliases,
      List<Template> templates,
      Limits limits,
      Configuration configuration) {
    this.search =
        new HeaderSearch(new HeaderMatcher(aliases), new TemplateMatcher(templates), limits);
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

  private Survey survey(LandingFile file, Survey.Named named, String submissionId, FileBytes bytes)
      throws IOException {
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

  private Layout layout(LandingFile file, FileBytes bytes) throws IOException {
    if (file.feed() != Feed.LEDGER) {
      throw new ReadingStopped(Rejection.unsupportedFeed(file.feed()));
    }
    if (bytes.length() == 0) {
      throw new ReadingStopped(Rejection.empty());
    }
    if (bytes.startsWith(ZIP_MARK)) {
      return workbook(file, Layout.Workbook.XLSX);
    }
    if (bytes.startsWith(OLE_MARK)) {
      if (isEncrypted(file)) {
        throw new ReadingStopped(Rejection.passwordProtected());
      }
      return workbook(file, Layout.Workbook.XLS);
    }
    for (byte[] mark : RECORD_MARKS) {
      if (bytes.startsWith(mark)) {
        throw new ReadingStopped(Rejection.olderWorkbook());
      }
    }
    return TextSurvey.layout(bytes, search);
  }

  private Layout workbook(LandingFile file, String encoding) {
    return new WorkbookSurvey(search, limits)
        .layout(file.location(), encoding, configuration.value());
  }

  /** A workbook with a password lies encrypted in a file of the older format, as a part of it. */
  private boolean isEncrypted(LandingFile file) throws IOException {
    try (InputStream stream = open(file)) {
      return ByteSearch.contains(stream, ENCRYPTED_PACKAGE);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
