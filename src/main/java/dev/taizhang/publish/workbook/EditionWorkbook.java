package dev.taizhang.publish.workbook;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionKind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ooxml.POIXMLProperties.CustomProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlException;

/**
 * Writes the workbook of an edition (.xlsx): a cover, charts of the newest cohort, and a sheet for
 * each table. What the edition withholds is a symbol here, too, and no text is a formula.
 *
 * @see <a href="../../../../../../docs/adr/0040-workbook.md">ADR 40</a>
 */
public final class EditionWorkbook {

  static final String MADE_FROM = "made_from";
  static final String EDITION = "edition";
  private static final String AS_OF_DATE = "as_of_date";
  private static final String PROGRAM = "taizhang";

  // Rows that are kept in memory before they go to the disk.
  private static final int ROWS_IN_MEMORY = 1_000;

  private EditionWorkbook() {}

  /**
   * Writes the workbook; one of the same name is replaced as a whole, or left alone if it was made
   * from an equal edition.
   *
   * @param file the workbook; its folder is made where it is missing
   * @return whether the file was written
   */
  public static boolean write(Edition edition, Path file) throws IOException {
    requireRoomFor(file, edition.kind());
    if (isMadeFrom(file, edition.kind(), edition.madeFrom())) {
      return false;
    }
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Drafts of sheets hold figures, too: they lie where the workbook lies, and never in a folder
    // that everybody of the machine shares.
    Path drafts = Files.createTempDirectory(folder, "." + file.getFileName() + ".part");
    try {
      Path draft = drafts.resolve("workbook.xlsx");
      TempFile.withStrategy(
          new DefaultTempFileCreationStrategy(drafts.toFile()), () -> writeDraft(edition, draft));
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      delete(drafts);
    }
  }

  /**
   * Whether a file is the workbook of an edition.
   *
   * @param madeFrom tells the edition's state
   * @return false also where there is no file or it is no workbook
   */
  public static boolean isMadeFrom(Path file, EditionKind kind, String madeFrom) {
    return properties(file).equals(List.of(kind.code(), madeFrom));
  }

  /**
   * Refuses to put an edition in the place of a workbook that it must not replace.
   *
   * @throws InvalidUsage when the file is such a workbook
   */
  public static void requireRoomFor(Path file, EditionKind kind) {
    List<String> properties = properties(file);
    Optional<EditionKind> other =
        Arrays.stream(EditionKind.values())
            .filter(one -> !properties.isEmpty() && one.code().equals(properties.get(0)))
            .findFirst();
    if (other.isPresent() && !kind.mayReplace(other.get())) {
      throw new InvalidUsage(
          "The workbook %1$s is of another edition (%2$s), which a workbook of this one (%3$s) does not replace, so that nobody gives out the wrong one. Nothing was written. What to do: give --workbook another file, or remove that one. 工作簿 %1$s 属于%4$s，不会被%5$s覆盖；请用 --workbook 另选文件，或先删除原文件。"
              .formatted(
                  file,
                  other.get().title().en(),
                  kind.title().en(),
                  other.get().title().zh(),
                  kind.title().zh()));
    }
  }

  /** Kind and state of the edition that a workbook is of; none where it is none of ours. */
  private static List<String> properties(Path file) {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      CustomProperties properties = new POIXMLProperties(parts).getCustomProperties();
      return List.of(text(properties, EDITION), text(properties, MADE_FROM));
    } catch (OpenXML4JException
        | OpenXML4JRuntimeException
        | POIXMLException
        | XmlException
        | IOException
        | IllegalArgumentException e) {
      // Whatever it is, it is none of ours, and what is written replaces it.
      return List.of();
    }
  }

  private static String text(CustomProperties properties, String name) {
    return properties.contains(name) ? properties.getProperty(name).getLpwstr() : "";
  }

  private static Path writeDraft(Edition edition, Path draft) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        SXSSFWorkbook rows = new SXSSFWorkbook(workbook, ROWS_IN_MEMORY);
        OutputStream stream = new BufferedOutputStream(Files.newOutputStream(draft))) {
      describe(edition, workbook);
      fill(edition, rows);
      rows.write(stream);
      return draft;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void describe(Edition edition, XSSFWorkbook workbook) {
    POIXMLProperties properties = workbook.getProperties();
    properties.getCoreProperties().setTitle(Words.both(edition.kind().title()));
    properties.getCoreProperties().setCreator(PROGRAM);
    properties
        .getCoreProperties()
        .setCreated(
            Optional.of(Date.from(edition.asOfDate().atStartOfDay(ZoneOffset.UTC).toInstant())));
    properties.getExtendedProperties().setApplication(PROGRAM);
    CustomProperties custom = properties.getCustomProperties();
    custom.addProperty(MADE_FROM, edition.madeFrom());
    custom.addProperty(EDITION, edition.kind().code());
    custom.addProperty(AS_OF_DATE, edition.asOfDate().toString());
  }

  private static void fill(Edition edition, SXSSFWorkbook workbook) throws IOException {
    Styles styles = new Styles(workbook);
    Words words = new Words(edition);
    List<Question> questions = Question.of(edition);
    Page cover = new Page(workbook, Question.COVER, edition, styles);
    Page charts = new Page(workbook, Question.CHARTS, edition, styles);
    new CoverSheet(edition, questions, cover).write();
    new ChartsSheet(edition, words, charts).write();
    for (Question question : questions) {
      new TableSheet(question, words, new Page(workbook, question.sheet(), edition, styles))
          .write();
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted((one, other) -> other.compareTo(one)).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
