package dev.taizhang.landing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.landing.rows.FileRows;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.RowCells;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.LedgerColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;

/**
 * A file as it is surveyed and read: its rows as {@code sheet|row|student number|outcome|employer}.
 *
 * @param encoding the format that it was taken for; empty when it is rejected
 * @param rows the rows until the end, or until the reading stopped
 * @param rejection why it is rejected, or the reading stopped; null when neither
 */
public record ReadFile(String encoding, List<String> rows, Rejection rejection) {

  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());

  /** The rows of a file that was surveyed. */
  public static FileRows open(FilePlan plan, Limits limits, Configuration configuration)
      throws IOException {
    return LedgerRows.open(plan, limits, configuration);
  }

  /** Every row of a file as a text, of which there are as many as the file counts. */
  public static List<String> rows(Path file, Function<RowCells, String> view) throws IOException {
    List<String> read = new ArrayList<>();
    try (FileRows rows = open(survey(file).plan(), Limits.DEFAULT, new Configuration(false))) {
      for (RowCells row; (row = rows.next()) != null; ) {
        read.add(view.apply(row));
      }
      assertEquals(read.size(), rows.rowCount());
    }
    return read;
  }

  /** The rows, each as sheet, number, student number and outcome. */
  public static List<String> lines(Path file) throws IOException {
    return rows(
        file,
        row ->
            String.join(
                "|",
                row.layout().sheetName(),
                Integer.toString(row.rowNumber()),
                row.cell(LedgerColumn.STUDENT_NUMBER),
                row.cell(LedgerColumn.OUTCOME_CODE)));
  }

  /** Takes in the bytes as those of a university's ledger. */
  public static ReadFile of(Path folder, byte[] content) throws IOException {
    return of(folder, content, Limits.DEFAULT);
  }

  public static ReadFile of(Path folder, byte[] content, Limits limits) throws IOException {
    Path file = Files.write(folder.resolve("10001_20250708.xls"), content);
    Survey survey = survey(file, limits);
    if (survey.rejection().isPresent()) {
      return new ReadFile("", List.of(), survey.rejection().get());
    }
    String encoding = survey.layout().encoding();
    List<String> read = new ArrayList<>();
    try (FileRows rows = open(survey.plan(), limits, new Configuration(false))) {
      for (RowCells row; (row = rows.next()) != null; ) {
        read.add(
            String.join(
                "|",
                row.layout().sheetName(),
                Integer.toString(row.rowNumber()),
                row.cell(LedgerColumn.STUDENT_NUMBER),
                row.cell(LedgerColumn.OUTCOME_CODE),
                row.cell(LedgerColumn.EMPLOYER_NAME)));
      }
      return new ReadFile(encoding, read, null);
    } catch (ReadingStopped stopped) {
      return new ReadFile(encoding, read, stopped.rejection());
    }
  }

  /** The first look at a file of a university's ledger. */
  public static Survey survey(Path file) throws IOException {
    return survey(file, Limits.DEFAULT);
  }

  /** The same within other limits. */
  public static Survey survey(Path file, Limits limits) throws IOException {
    return new Surveyor(
            REFERENCE.columnAliases(), REFERENCE.templates(), limits, new Configuration(false))
        .survey(
            new LandingFile(
                Feed.LEDGER,
                "ledger/" + file.getFileName(),
                file.toString(),
                Files.size(file),
                Instant.EPOCH));
  }
}
