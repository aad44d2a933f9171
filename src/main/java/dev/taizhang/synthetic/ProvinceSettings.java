package dev.taizhang.synthetic;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * What province to invent.
 *
 * @param out folder to write to
 * @param universities how many universities there are
 * @param graduates how many graduates all of them have together
 * @param weeks how many weekly snapshots there are
 * @param seed decides everything that is left to chance
 * @param messPercent share of the files that have a defect, in percent
 * @param lastSnapshot date of the last snapshot, a Sunday; its year is the cohort
 */
public record ProvinceSettings(
    Path out,
    int universities,
    int graduates,
    int weeks,
    long seed,
    int messPercent,
    LocalDate lastSnapshot) {

  public static final int DEFAULT_UNIVERSITIES = 30;
  public static final int DEFAULT_GRADUATES = 100_000;
  public static final int DEFAULT_WEEKS = 4;
  public static final long DEFAULT_SEED = 1;
  public static final LocalDate DEFAULT_LAST_SNAPSHOT = LocalDate.of(2025, 8, 31);

  // As many as there are names for.
  static final int MOST_UNIVERSITIES = 800;
  static final int MOST_GRADUATES = 3_000_000;
  private static final int MOST_WEEKS = 52;
  // From this year on all vocational graduates have majors of the catalogue of 2021.
  private static final int FIRST_COHORT = 2024;
  private static final int LAST_COHORT = 2098;

  /** Settings of a size, and the rest as usual. */
  public static ProvinceSettings of(Path out, int universities, int graduates, int weeks) {
    return new ProvinceSettings(
        out, universities, graduates, weeks, DEFAULT_SEED, 0, DEFAULT_LAST_SNAPSHOT);
  }

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException when a value is out of range; the message says which values
   *     are in it
   */
  public ProvinceSettings {
    require(
        universities >= 1 && universities <= MOST_UNIVERSITIES,
        "a province must have 1 to " + MOST_UNIVERSITIES + " universities, not " + universities);
    require(
        graduates >= universities && graduates <= MOST_GRADUATES,
        "%d universities must have %d to %d graduates in total, not %d"
            .formatted(universities, universities, MOST_GRADUATES, graduates));
    require(
        weeks >= 1 && weeks <= MOST_WEEKS,
        "there must be 1 to " + MOST_WEEKS + " weeks, not " + weeks);
    require(
        messPercent >= 0 && messPercent <= 100,
        "the share of files with a defect must be 0 to 100 percent, not " + messPercent);
    require(
        lastSnapshot.getDayOfWeek() == DayOfWeek.SUNDAY,
        "the last snapshot must be on a Sunday, and " + lastSnapshot + " is not one");
    require(
        lastSnapshot.getYear() >= FIRST_COHORT && lastSnapshot.getYear() <= LAST_COHORT,
        "the last snapshot must be in %d to %d, not on %s"
            .formatted(FIRST_COHORT, LAST_COHORT, lastSnapshot));
    LocalDate first = lastSnapshot.minusWeeks(weeks - 1L);
    LocalDate begin = LocalDate.of(lastSnapshot.getYear() - 1, 9, 1);
    require(
        !first.isBefore(begin),
        "%d weeks that end on %s begin on %s, but the ledgers of %d do not begin before %s"
            .formatted(weeks, lastSnapshot, first, lastSnapshot.getYear(), begin));
  }

  private static void require(boolean holds, String why) {
    if (!holds) {
      throw new IllegalArgumentException("This province cannot be invented: " + why + ".");
    }
  }

  /** The graduation year of everybody. */
  int cohort() {
    return lastSnapshot.getYear();
  }

  /** The date of a week's snapshot, from week 0 on. */
  LocalDate snapshot(int week) {
    return lastSnapshot.minusWeeks(weeks - 1L - week);
  }
}
