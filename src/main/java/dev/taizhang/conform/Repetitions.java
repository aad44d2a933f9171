package dev.taizhang.conform;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * How the rows of one file repeat each other. Of several rows of one graduate the last one counts;
 * of rows identical with it the first is kept. Rows with different ID numbers are of different
 * people: where they have one student number, it is nobody's. Help is given more than once, so that
 * there only identical rows repeat each other.
 *
 * <p>Whom a row is about: the student number, or where it has none the one that stands beside its
 * ID number elsewhere in the cohort of its file, or else the ID number. An ID number that stands
 * beside several student numbers, as when a cell was dragged down, names none of them.
 *
 * <p>A row takes some 60 bytes, so that files of millions of rows are looked at in memory.
 */
final class Repetitions {

  /** How a row repeats another. */
  enum Kind {
    DUPLICATE,
    CONFLICT,
    SHARED;

    @SuppressWarnings("ImmutableEnumChecker") // Nobody writes into the text.
    private final UTF8String text = UTF8String.fromString(name().toLowerCase(Locale.ROOT));

    /** The value of the column that rules look at. */
    UTF8String text() {
      return text;
    }
  }

  private static final int NOBODY = -1;
  private static final int SEVERAL = -2;

  private final boolean identicalOnly;
  private final int[] rows;
  private final int[] years;
  private final long[] hashes;
  private final long[] places;
  private final PackedPseudonyms students;
  private final PackedPseudonyms persons;
  private int size;

  /**
   * No row yet.
   *
   * @param most how many rows there will be at most
   * @param identicalOnly whether only identical rows of a graduate repeat each other
   */
  Repetitions(int most, boolean identicalOnly) {
    this.identicalOnly = identicalOnly;
    this.rows = new int[most];
    this.years = new int[most];
    this.hashes = new long[most];
    this.places = new long[most];
    this.students = new PackedPseudonyms(most);
    this.persons = new PackedPseudonyms(most);
  }

  /**
   * Takes a row that takes part.
   *
   * @param row by which it is known here
   * @param place where it stands in the file, the later the greater
   * @param year the cohort that it names, or null
   * @param student its student key, or null
   * @param person its person id, or null
   * @param hash of all its cells
   */
  void add(int row, long place, Integer year, UTF8String student, UTF8String person, long hash) {
    rows[size] = row;
    places[size] = place;
    years[size] = year == null ? NOBODY : year;
    hashes[size] = hash;
    students.put(size, student);
    persons.put(size, person);
    size++;
  }

  /** The kind of each row that repeats another, by what it is known by; null for all others. */
  Kind[] kinds(int most) {
    Kind[] kinds = new Kind[most];
    Groups graduates = graduates();
    int[] last = new int[graduates.count()];
    int[] person = new int[graduates.count()];
    Arrays.fill(last, NOBODY);
    Arrays.fill(person, NOBODY);
    BitSet severalPeople = new BitSet(graduates.count());
    for (int i = 0; i < size; i++) {
      int group = graduates.of(i);
      if (group != NOBODY) {
        if (last[group] == NOBODY || places[i] > places[last[group]]) {
          last[group] = i;
        }
        if (persons.isPresent(i)) {
          if (person[group] == NOBODY) {
            person[group] = i;
          } else if (!persons.areEqual(i, person[group])) {
            severalPeople.set(group);
          }
        }
      }
    }
    int[] kept = kept(graduates, last);
    for (int i = 0; i < size; i++) {
      int group = graduates.of(i);
      if (group != NOBODY) {
        kinds[rows[i]] =
            severalPeople.get(group)
                ? Kind.SHARED
                : hashes[i] != hashes[last[group]]
                    ? Kind.CONFLICT
                    : i != kept[group] ? Kind.DUPLICATE : null;
      }
    }
    return kinds;
  }

  /** Of the rows of each graduate that are identical with the last one, the first. */
  private int[] kept(Groups graduates, int[] last) {
    int[] kept = last.clone();
    for (int i = 0; i < size; i++) {
      int group = graduates.of(i);
      if (group != NOBODY && hashes[i] == hashes[last[group]] && places[i] < places[kept[group]]) {
        kept[group] = i;
      }
    }
    return kept;
  }

  /** The rows by whom they are about; those about nobody are in no group. */
  private Groups graduates() {
    int[] named = studentsOfPersons();
    Groups groups =
        new Groups(
            size,
            (one, other) ->
                years[one] == years[other]
                    && (!identicalOnly || hashes[one] == hashes[other])
                    && names(named, one)
                        .areEqual(place(named, one), names(named, other), place(named, other)));
    for (int i = 0; i < size; i++) {
      if (students.isPresent(i) || persons.isPresent(i)) {
        long hash = names(named, i).hash(place(named, i)) * 31 + years[i];
        groups.add(i, identicalOnly ? hash * 31 + hashes[i] : hash);
      }
    }
    return groups;
  }

  private PackedPseudonyms names(int[] named, int i) {
    return named[i] >= 0 ? students : persons;
  }

  private static int place(int[] named, int i) {
    return named[i] >= 0 ? named[i] : i;
  }

  /** For each row the row whose student number names its graduate; negative where none does. */
  private int[] studentsOfPersons() {
    Groups byPerson =
        new Groups(
            size, (one, other) -> years[one] == years[other] && persons.areEqual(one, other));
    for (int i = 0; i < size; i++) {
      if (persons.isPresent(i)) {
        byPerson.add(i, persons.hash(i) * 31 + years[i]);
      }
    }
    int[] only = new int[byPerson.count()];
    Arrays.fill(only, NOBODY);
    for (int i = 0; i < size; i++) {
      int group = byPerson.of(i);
      if (group != NOBODY && students.isPresent(i)) {
        if (only[group] == NOBODY) {
          only[group] = i;
        } else if (only[group] >= 0 && !students.areEqual(i, only[group])) {
          only[group] = SEVERAL;
        }
      }
    }
    int[] named = new int[size];
    for (int i = 0; i < size; i++) {
      named[i] = students.isPresent(i) ? i : persons.isPresent(i) ? only[byPerson.of(i)] : NOBODY;
    }
    return named;
  }
}
