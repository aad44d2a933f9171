package dev.taizhang.benchmark;

import dev.taizhang.reference.ReferenceData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.IntStream;

/** The landing folder of a season, into which the files of week after week are put. */
final class SeasonLanding {

  private static final int HOUR_OF_SENDING = 20;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Path folder;
  private final Season season;
  private final ReferenceData reference = ReferenceData.load(Optional.empty());

  /**
   * The landing folder below a folder.
   *
   * @param folder holds {@code landing/ledger} and {@code reference}
   */
  SeasonLanding(Path folder, Season season) throws IOException {
    this.folder = folder;
    this.season = season;
    Files.createDirectories(ledgers());
    Roster.write(reference(), season.universities(), reference);
  }

  Path landing() {
    return folder.resolve("landing");
  }

  Path reference() {
    return folder.resolve("reference");
  }

  private Path ledgers() {
    return landing().resolve("ledger");
  }

  /** The file of a university, counted from 0, in a week. */
  private Path ledger(int university, int week) {
    return ledgers()
        .resolve(
            "%05d_%s.csv"
                .formatted(
                    Roster.universityCode(university),
                    season.snapshotDate(week).format(DateTimeFormatter.BASIC_ISO_DATE)));
  }

  /** Writes the files that the first universities send in a week, in the evening of its date. */
  void write(int week, int reporting) {
    IntStream.range(0, reporting).parallel().forEach(university -> writeLedger(university, week));
  }

  private void writeLedger(int university, int week) {
    Path file = ledger(university, week);
    try {
      LedgerFiles.write(file, season.ledger(reference, university, week));
      Files.setLastModifiedTime(file, FileTime.from(sentAt(season.snapshotDate(week))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant sentAt(LocalDate snapshotDate) {
    return snapshotDate.atTime(HOUR_OF_SENDING, 0).atZone(ZONE).toInstant();
  }

  /** Takes the files of a week away, if there are any. */
  void remove(int week) throws IOException {
    for (int university = 0; university < season.universities(); university++) {
      Files.deleteIfExists(ledger(university, week));
    }
  }
}
