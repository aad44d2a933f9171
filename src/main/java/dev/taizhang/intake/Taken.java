package dev.taizhang.intake;

import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.Survey;
import dev.taizhang.landing.rows.Rejection;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What became of one file.
 *
 * @param survey the first look at it
 * @param rejected why it is rejected; null when it is not
 * @param counted its rows; null when none were taken from it
 */
public record Taken(Survey survey, Rejection rejected, Counts counted) implements Serializable {

  private static final ZoneId LANDING_ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * Rows of one file.
   *
   * @param read rows that the reader met
   * @param notes rows that the reader passed over, since they are about the table
   * @param forgotten rows left out by law
   * @param kept rows that are in the tables
   */
  public record Counts(long read, long notes, long forgotten, RowCounts kept)
      implements Serializable {

    /** Whether no row was lost. */
    public boolean isWhole() {
      return read == kept.accepted() + kept.quarantined() + forgotten;
    }
  }

  static Taken rejected(Survey survey, Rejection why) {
    return new Taken(survey, why, null);
  }

  /** A file whose content was taken in before. */
  static Taken known(Survey survey) {
    return new Taken(survey, null, null);
  }

  /** Why it is rejected; empty when it is not. */
  public Optional<Rejection> rejection() {
    return Optional.ofNullable(rejected);
  }

  /** Its rows; empty when none were taken from it. */
  public Optional<Counts> counts() {
    return Optional.ofNullable(counted);
  }

  /** Whether its content was taken in before, so that only its path is to be remembered. */
  public boolean isKnown() {
    return rejected == null && counted == null;
  }

  /** The file. */
  public LandingFile file() {
    return survey.file();
  }

  /** Whether it is rejected for another reason than its bytes. */
  public boolean isTriedAgain() {
    return rejection()
        .filter(
            why ->
                Rejection.isOfTheMachine(why.code())
                    || (why.code().equals(Rejection.IMPLAUSIBLE_DATE)
                        && dateInFuture(survey).isPresent()))
        .isPresent();
  }

  /** A snapshot cannot speak of a day after the file was written; a day is left for time zones. */
  public static Optional<Rejection> dateInFuture(Survey survey) {
    LocalDate date = survey.name().snapshotDate();
    Instant written = survey.file().modifiedAt();
    return isInFuture(date, written)
        ? Optional.of(Rejection.implausibleDate(date + " > " + dayOf(written)))
        : Optional.empty();
  }

  /** Whether a snapshot date is later than the file could know. */
  public static boolean isInFuture(LocalDate date, Instant written) {
    return date.isAfter(dayOf(written).plusDays(1));
  }

  private static LocalDate dayOf(Instant written) {
    return written.atZone(LANDING_ZONE).toLocalDate();
  }

  /** No cohort's ledger begins before the 1 September that precedes its year. */
  static Optional<Rejection> dateBeforeCohort(Survey survey, Integer earliestYear) {
    if (earliestYear == null) {
      return Optional.empty();
    }
    LocalDate date = survey.name().snapshotDate();
    LocalDate first = LocalDate.of(earliestYear - 1, 9, 1);
    return date.isBefore(first)
        ? Optional.of(Rejection.implausibleDate(date + " < " + first))
        : Optional.empty();
  }
}
