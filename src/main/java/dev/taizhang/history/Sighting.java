package dev.taizhang.history;

import java.util.Comparator;

/**
 * A row of a slice in force that names a graduate.
 *
 * @param date number of the slice's date among those of the cohort, from 0
 * @param place where the row stands among those of its date: of several rows the last counts
 * @param submission the file
 * @param state null where the row tells none
 * @param <S> how states are held
 */
record Sighting<S>(int date, Place place, String submission, S state) {

  /** By date, then as the rows stand. */
  static final Comparator<Sighting<?>> ORDER =
      Comparator.<Sighting<?>>comparingInt(Sighting::date).thenComparing(Sighting::place);

  /**
   * Where a row stands among those of its date.
   *
   * @param file place of the file among those of the cohort and date
   * @param sheet position of the sheet
   * @param row row in it
   */
  record Place(int file, int sheet, int row) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparingInt(Place::file)
            .thenComparingInt(Place::sheet)
            .thenComparingInt(Place::row);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }
}
