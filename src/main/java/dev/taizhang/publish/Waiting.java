package dev.taizhang.publish;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * A graduate who waits for help, as the university finds them in its own file: nothing here names
 * anybody.
 *
 * @param graduationYear the cohort
 * @param fileName the newest file with a row of them, without the names of people
 * @param snapshotDate the date whose state that gives
 * @param sheet sheet of the workbook; empty for text files
 * @param row row in the file as a person sees it, from 1
 * @param hardship the tags, in Chinese
 * @param outcome what the ledger says of the outcome, in Chinese
 * @param daysUnplaced days since which the ledgers have had them unplaced
 * @param lastHelp date of the last contact or help one to one; empty where no file tells any
 * @param daysSinceHelp days since that; empty where there is none
 * @param lastMeasure the last measure of any kind; empty where no file tells any
 */
public record Waiting(
    int graduationYear,
    String fileName,
    LocalDate snapshotDate,
    String sheet,
    int row,
    String hardship,
    String outcome,
    int daysUnplaced,
    Optional<LocalDate> lastHelp,
    Optional<Integer> daysSinceHelp,
    Optional<LastMeasure> lastMeasure) {

  /**
   * Whoever has no dated contact or help one to one first, then by days since help, and by days
   * unplaced.
   */
  static final Comparator<Waiting> IN_ORDER =
      Comparator.comparing(
              (Waiting one) -> one.daysSinceHelp().orElse(Integer.MAX_VALUE),
              Comparator.reverseOrder())
          .thenComparing(Waiting::daysUnplaced, Comparator.reverseOrder())
          .thenComparing(Waiting::fileName)
          .thenComparing(Waiting::sheet)
          .thenComparing(Waiting::row);

  /**
   * A measure.
   *
   * @param name what it is, in Chinese
   * @param mode how it reached the person, in Chinese; empty where no file tells
   * @param date the day of it; empty where no file tells
   */
  public record LastMeasure(String name, String mode, Optional<LocalDate> date) {}

  public Waiting {
    requireNonNull(fileName, "fileName");
    if (row < 1) {
      throw new IllegalArgumentException("Rows are numbered from 1, not " + row);
    }
  }
}
