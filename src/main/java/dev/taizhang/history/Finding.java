package dev.taizhang.history;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A row of a follow-up list about a graduate.
 *
 * @param date whose state it gives
 * @param place where it stands among those of its date
 * @param submission the list
 * @param told what it says
 */
record Finding(LocalDate date, Place place, String submission, Told told) {

  /** By date, and of one date by the dates of the lists, then as the rows stand. */
  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::date).thenComparing(Finding::place);

  /**
   * Where a finding stands among those of its date.
   *
   * @param listDate snapshot date of the list
   * @param arrival place of the list among all in the order of their arrival
   * @param sheet position of the sheet
   * @param row row in it
   */
  record Place(LocalDate listDate, int arrival, int sheet, int row) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::listDate)
            .thenComparingInt(Place::arrival)
            .thenComparingInt(Place::sheet)
            .thenComparingInt(Place::row);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** What a list can tell of a state, as codes; null where it does not. */
  record Told(
      String outcomeCode,
      String employerKindCode,
      String employerRegionCode,
      String jobIntention,
      String unplacedReason) {

    /** This, and what was told before where this does not tell. */
    Told after(Told before) {
      return new Told(
          or(outcomeCode, before.outcomeCode),
          or(employerKindCode, before.employerKindCode),
          or(employerRegionCode, before.employerRegionCode),
          or(jobIntention, before.jobIntention),
          or(unplacedReason, before.unplacedReason));
    }

    private static String or(String value, String other) {
      return value == null ? other : value;
    }
  }
}
