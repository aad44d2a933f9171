package dev.taizhang.figures.courses;

/**
 * A placement that lasted: a placed state that a later slice tells still. Days are days since 1970.
 *
 * @param cause into what
 * @param earliest the earliest day on which it can have happened
 * @param day the day that is read
 * @param latest the latest day on which it can have happened
 * @param toldOn the slice or finding that told it
 * @param lostOn the day on which the graduate was told unplaced again; {@link CourseInterval#OPEN}
 *     where that was not
 */
public record Placement(State cause, int earliest, int day, int latest, int toldOn, int lostOn) {

  public Placement {
    if (!cause.isPlaced()
        || earliest > day
        || day > latest
        || latest > toldOn
        || toldOn >= lostOn) {
      throw new IllegalArgumentException(
          "No placement: %s %d, %d, %d, %d, %d"
              .formatted(cause, earliest, day, latest, toldOn, lostOn));
    }
  }

  /** Whether the graduate is placed on a day. */
  public boolean holdsOn(int date) {
    return day <= date && date < lostOn;
  }
}
