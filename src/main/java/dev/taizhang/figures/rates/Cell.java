package dev.taizhang.figures.rates;

import static java.util.Objects.requireNonNull;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.Hardship;

/**
 * A row of the additive counts of a slice: graduates who have everything in common that figures cut
 * by.
 *
 * @param slice whose graduates they are, on which date
 * @param degreeLevel level of their degree
 * @param hardship what is known of their hardship
 * @param baseline what was known of it at graduation; the same where cells do not tell
 * @param place what else they have in common
 * @param outcomes how many of them have which outcome
 */
public record Cell(
    CountedSlice slice,
    String degreeLevel,
    Hardship hardship,
    Hardship baseline,
    Place place,
    OutcomeTally outcomes) {

  public Cell {
    requireNonNull(slice, "slice");
    requireNonNull(degreeLevel, "degreeLevel");
    requireNonNull(hardship, "hardship");
    requireNonNull(baseline, "baseline");
    requireNonNull(place, "place");
    requireNonNull(outcomes, "outcomes");
  }

  /** What the cells of one of the two tables have in common besides: cells of both count nobody. */
  public sealed interface Place permits ByMajor, ByOrigin {}

  /**
   * Cells with the major and without origin.
   *
   * @param major the major
   */
  public record ByMajor(FieldCode major) implements Place {

    public ByMajor {
      requireNonNull(major, "major");
    }
  }

  /**
   * Cells with discipline and origin.
   *
   * @param discipline the discipline
   * @param prefectureCode prefecture of origin; a province's own code names no prefecture
   */
  public record ByOrigin(FieldCode discipline, String prefectureCode) implements Place {

    public ByOrigin {
      requireNonNull(discipline, "discipline");
      requireNonNull(prefectureCode, "prefectureCode");
    }
  }
}
