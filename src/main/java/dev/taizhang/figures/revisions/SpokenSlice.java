package dev.taizhang.figures.revisions;

import java.io.Serializable;
import java.time.LocalDate;

/** A slice that speaks for a university's cohort, whatever parts it has. */
public record SpokenSlice(String universityCode, int graduationYear, LocalDate snapshotDate)
    implements Serializable {

  /**
   * What its cells add up to.
   *
   * @param graduates denominator
   * @param placed numerator
   */
  public record Total(long graduates, long placed) implements Serializable {

    /** Of a slice without cells. */
    public static final Total NOBODY = new Total(0, 0);

    /** Both together. */
    public Total plus(Total other) {
      return new Total(graduates + other.graduates, placed + other.placed);
    }
  }
}
