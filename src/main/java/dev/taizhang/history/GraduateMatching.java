package dev.taizhang.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out which graduate of one university and cohort a row is about: the student key, or where a
 * row has none the one that its person is known with in the cohort, latest first, or else the
 * person.
 *
 * <p>What rows say is learned first, in any order; after that it can be asked. Nothing else depends
 * on the order of rows, so that whoever is asked for may be asked for while others are learned, as
 * long as the row has a student key.
 *
 * @param <K> how keys are held, in the order of their bytes: text of ASCII, or Spark's own strings
 */
public final class GraduateMatching<K extends Comparable<? super K>> {

  private final Map<K, Student<K>> students = new HashMap<>();

  /**
   * Whom a row is about.
   *
   * @param student student key; null where the row has none
   * @param person key of the ID number; null where the row has none
   */
  public record Identity<K>(K student, K person) {

    public Identity {
      if (student == null && person == null) {
        throw new IllegalArgumentException("A row that says nobody names nobody");
      }
    }
  }

  /** A student and the date of the latest slice that says who that is. */
  private record Student<K extends Comparable<? super K>>(int date, K key) {

    boolean isBefore(int otherDate, K otherKey) {
      return date < otherDate || (date == otherDate && key.compareTo(otherKey) < 0);
    }
  }

  /**
   * Whom a quarantined row names: nobody where it has no key. A student number that several people
   * share names whoever had it and each of those whose ID numbers stand beside it.
   *
   * @param numberIsShared whether the row is one of those that share a student number
   */
  public static <K> List<Identity<K>> named(boolean numberIsShared, K student, K person) {
    if (student == null && person == null) {
      return List.of();
    }
    return numberIsShared && student != null && person != null
        ? List.of(new Identity<>(student, null), new Identity<>(null, person))
        : List.of(new Identity<>(student, person));
  }

  /**
   * Takes in what a row says.
   *
   * @param date snapshot date of the row in days since 1970
   */
  public void learn(int date, K student, K person) {
    if (student == null || person == null) {
      return;
    }
    Student<K> known = students.get(person);
    if (known == null || known.isBefore(date, student)) {
      students.put(person, new Student<>(date, student));
    }
  }

  /** The graduate that a row is about, which has at least one of the two. */
  public K graduate(K student, K person) {
    if (student != null) {
      return student;
    }
    Student<K> known = students.get(person);
    return known == null ? person : known.key();
  }
}
