package dev.taizhang.intake;

import dev.taizhang.conform.EntryValues;
import dev.taizhang.conform.FeedRules;
import dev.taizhang.conform.FileFacts;
import dev.taizhang.conform.RowReader;
import dev.taizhang.conform.Screening;
import dev.taizhang.landing.Feed;
import dev.taizhang.landing.FileReading;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.LedgerRows;
import dev.taizhang.landing.Survey;
import dev.taizhang.landing.Surveyor;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.tables.ExpectationResults;
import dev.taizhang.tables.MajorNames;
import dev.taizhang.tables.Quarantine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Takes files in, one after another: looks at each, reads its rows once, and makes of them entries,
 * quarantine and counts. What a file becomes depends on that file and the configuration alone.
 *
 * <p>Only the end of a file tells whether it is accepted, whose ID numbers can be trusted, and
 * which rows repeat each other. So its rows are kept in a compact form until then, and no row is
 * handed on of a file that turns out to be rejected. For one thread.
 */
public final class FileIntake {

  private final IntakeSettings settings;
  private final Surveyor surveyor;
  private final LedgerRows reader;
  private final RowReader meanings;
  private final Path folder;
  private final Set<String> beyondMemory;
  private final Set<String> met = new HashSet<>();

  /**
   * A reader of files.
   *
   * @param settings what files are read under
   * @param configuration of the file system
   * @param folder of this machine, for what does not fit in memory
   * @param beyondMemory submissions whose rows are known not to fit in memory
   */
  FileIntake(
      IntakeSettings settings, Configuration configuration, Path folder, Set<String> beyondMemory) {
    this.settings = settings;
    this.surveyor = settings.surveyor();
    this.reader = new LedgerRows(settings.key(), settings.limits(), configuration);
    this.meanings = settings.reading().open();
    this.folder = folder;
    this.beyondMemory = beyondMemory;
  }

  /**
   * A reader of files.
   *
   * @param configuration of the file system
   */
  public static FileIntake of(IntakeSettings settings, Configuration configuration) {
    return new FileIntake(
        settings, configuration, Path.of(System.getProperty("java.io.tmpdir")), Set.of());
  }

  /** Rows of a file were handed on before it turned out that it does not fit in memory. */
  static final class BeyondMemory extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String submissionId;

    private BeyondMemory(String submissionId, OutOfMemoryError cause) {
      super("The rows of submission " + submissionId + " do not fit in memory", cause);
      this.submissionId = submissionId;
    }

    String submissionId() {
      return submissionId;
    }
  }

  /**
   * Takes a file in, unless its content was taken in before.
   *
   * @throws BeyondMemory when nothing may come of the rows that were handed on
   */
  public Taken take(LandingFile file, IntakeRows rows) {
    Survey survey = surveyor.survey(file);
    String id = survey.submissionId();
    if (settings.takenIn().contains(id) || !met.add(id)) {
      return Taken.known(survey);
    }
    return survey
        .rejection()
        .or(() -> Taken.dateInFuture(survey))
        .or(
            () ->
                beyondMemory.contains(id) ? Optional.of(Rejection.outOfMemory()) : Optional.empty())
        .map(why -> Taken.rejected(survey, why))
        .orElseGet(() -> read(survey, rows, false));
  }

  /**
   * Reads the rows of a file whose first look found a table in it.
   *
   * @param whateverItsDate whether rows are handed on of a file, too, that is rejected for its date
   */
  public Taken read(Survey survey, IntakeRows rows, boolean whateverItsDate) {
    try (RowBuffer buffer = new RowBuffer(Screening.ROWS, folder, RowBuffer.MOST_BYTES_IN_MEMORY)) {
      FileFacts.Gathering gathering = new FileFacts.Gathering();
      FileReading reading = reader.read(survey.plan(), row -> keep(row, buffer, gathering));
      FileFacts facts = gathering.facts(settings.destroyedIdentityShare());
      Optional<Rejection> implausible = Taken.dateBeforeCohort(survey, facts.earliestYear());
      Optional<Rejection> rejection =
          reading.rejection().or(() -> implausible.filter(why -> !whateverItsDate));
      if (rejection.isPresent()) {
        return Taken.rejected(survey, rejection.get());
      }
      Screening screening = screened(survey, buffer, facts);
      return screening == null
          ? Taken.rejected(survey, Rejection.outOfMemory())
          : new Taken(
              survey,
              implausible.orElse(null),
              handedOn(survey, reading, facts, buffer, screening, rows));
    } catch (IOException e) {
      throw new UncheckedIOException("Rows buffered in " + folder + " cannot be deleted", e);
    }
  }

  private void keep(InternalRow row, RowBuffer buffer, FileFacts.Gathering gathering) {
    Integer year = meanings.graduationYear(row);
    gathering.add(row, year);
    buffer.add(new JoinedRow(row, new GenericInternalRow(new Object[] {year})));
  }

  /** The decisions on the rows; null where they do not fit in memory. */
  private Screening screened(Survey survey, RowBuffer buffer, FileFacts facts) {
    try {
      Feed feed = survey.file().feed();
      Screening screening = new Screening(feed.id(), rules(feed), facts, settings.forgotten());
      buffer.forEach(1, screening::look);
      screening.settle();
      return screening;
    } catch (OutOfMemoryError e) {
      // Beyond this file it would end the run of all files.
      return null;
    }
  }

  private FeedRules rules(Feed feed) {
    return settings.rules().get(feed.id());
  }

  private Taken.Counts handedOn(
      Survey survey,
      FileReading reading,
      FileFacts facts,
      RowBuffer buffer,
      Screening screening,
      IntakeRows rows) {
    try {
      return made(survey, reading, facts, buffer, screening, rows);
    } catch (OutOfMemoryError e) {
      throw new BeyondMemory(survey.submissionId(), e);
    }
  }

  private Taken.Counts made(
      Survey survey,
      FileReading reading,
      FileFacts facts,
      RowBuffer buffer,
      Screening screening,
      IntakeRows rows) {
    Feed feed = survey.file().feed();
    EntryValues values = EntryValues.valueOf(feed.name());
    RowTally tally = new RowTally(feed, rules(feed).ofFile());
    buffer.forEach(
        1,
        row -> {
          Screening.Verdict verdict = screening.verdict(row);
          if (verdict instanceof Screening.Verdict.LeftOut leftOut) {
            tally.leftOut(leftOut.rule(), leftOut.row());
            rows.add(Quarantine.TABLE, leftOut.row());
          } else if (verdict instanceof Screening.Verdict.Accepted) {
            InternalRow readings = meanings.read(row, facts.idNumbersDestroyed());
            ArrayData flags = rules(feed).flags().brokenBy(readings);
            InternalRow entry = values.of(readings, flags);
            tally.accepted(entry, flags);
            rows.add(values.table(), entry);
          } else {
            tally.forgotten();
          }
        });
    tally
        .ruleCounts(
            UTF8String.fromString(survey.submissionId()),
            (int) survey.name().snapshotDate().toEpochDay())
        .forEach(row -> rows.add(ExpectationResults.TABLE, row));
    tally.majorNames().forEach(row -> rows.add(MajorNames.TABLE, row));
    return new Taken.Counts(
        reading.rowCount(), reading.noteCount(), tally.forgottenRows(), tally.counts());
  }
}
