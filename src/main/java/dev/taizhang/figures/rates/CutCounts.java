package dev.taizhang.figures.rates;

import dev.taizhang.figures.FieldCode;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Counts by the key of a cut, to be added to and merged: what is added up in several places, part
 * by part, adds up to the same.
 *
 * <p>A hash table by open addressing whose rows stand close together in arrays of numbers, since
 * there are millions of them: half a kilobyte each as objects, a hundred bytes so.
 */
public final class CutCounts implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int FIRST_CAPACITY = 1024;
  // How many numbers a key has.
  private static final int KEY = 2;
  // The table of places is twice to four times as long as there are rows: short ways, little room.
  private static final int PLACES_PER_ROW = 2;

  private final int width;
  private final Numbered<String> places = new Numbered<>();
  private final Numbered<FieldCode> fields = new Numbered<>();
  // Row by row the two halves of the key and the counts: what is looked at together lies together.
  private long[] numbers;
  private int size;
  // For each place of the table the row that stands there, from 1; made anew by whoever reads it.
  private transient int[] rows;

  /**
   * No rows yet.
   *
   * @param width how many counts a row has
   */
  public CutCounts(int width) {
    this(width, FIRST_CAPACITY);
  }

  private CutCounts(int width, int capacity) {
    this.width = width;
    this.numbers = new long[capacity * (KEY + width)];
    this.rows = new int[tableLength(capacity)];
  }

  private static int tableLength(int capacity) {
    return Integer.highestOneBit(Math.max(1, capacity)) * 2 * PLACES_PER_ROW;
  }

  /** The number of a region or university. */
  public int place(String code) {
    return places.of(code);
  }

  /** The number of a field of study. */
  public int field(FieldCode field) {
    return fields.of(field);
  }

  /** The region or university of a number. */
  public String place(int number) {
    return places.value(number);
  }

  /** The field of study of a number. */
  public FieldCode field(int number) {
    return fields.value(number);
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** The key of a row. */
  public CutKey key(int row) {
    return CutKey.of(high(row), low(row));
  }

  /** The counts of a row. */
  public long[] counts(int row) {
    return Arrays.copyOfRange(numbers, from(row) + KEY, from(row + 1));
  }

  /** Adds to the counts of a key. */
  public void add(long keyHigh, long keyLow, long[] more) {
    add(keyHigh, keyLow, more, 0);
  }

  private void add(long keyHigh, long keyLow, long[] more, int from) {
    int to = from(rowOf(keyHigh, keyLow)) + KEY;
    for (int i = 0; i < width; i++) {
      numbers[to + i] += more[from + i];
    }
  }

  /** Where a row begins among the numbers. */
  private int from(int row) {
    return row * (KEY + width);
  }

  private long high(int row) {
    return numbers[from(row)];
  }

  private long low(int row) {
    return numbers[from(row) + 1];
  }

  /** The row of a key, which gets one when it is new. */
  private int rowOf(long keyHigh, long keyLow) {
    int at = placeOf(keyHigh, keyLow);
    if (rows[at] != 0) {
      return rows[at] - 1;
    }
    if (from(size) == numbers.length) {
      grow();
      at = placeOf(keyHigh, keyLow);
    }
    numbers[from(size)] = keyHigh;
    numbers[from(size) + 1] = keyLow;
    size++;
    rows[at] = size;
    return size - 1;
  }

  /** The row of the same cut in another hardship group; -1 where there is none. */
  int inGroup(int row, int group) {
    return rows[placeOf(high(row), CutKey.withGroup(low(row), group))] - 1;
  }

  /** Where the table has a key, or has room for it. */
  private int placeOf(long keyHigh, long keyLow) {
    int mask = rows.length - 1;
    int at = (int) mixed(keyHigh * 31 + keyLow) & mask;
    while (rows[at] != 0 && (high(rows[at] - 1) != keyHigh || low(rows[at] - 1) != keyLow)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /** Spreads keys that differ in a few bits over all of them (the finalizer of MurmurHash3). */
  private static long mixed(long key) {
    long mixed = (key ^ (key >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  private void grow() {
    int capacity = Math.max(FIRST_CAPACITY, size * 2);
    numbers = Arrays.copyOf(numbers, from(capacity));
    index(capacity);
  }

  private void index(int capacity) {
    rows = new int[tableLength(capacity)];
    for (int row = 0; row < size; row++) {
      rows[placeOf(high(row), low(row))] = row + 1;
    }
  }

  /** Adds all counts of others, whose numbers may mean other places and fields. */
  void addAll(CutCounts others) {
    int[] placeHere = places.numbersOf(others.places);
    int[] fieldHere = fields.numbersOf(others.fields);
    for (int row = 0; row < others.size; row++) {
      CutKey key = others.key(row);
      add(
          CutKey.high(key.period(), fieldHere[key.field()]),
          CutKey.withPlace(others.low(row), placeHere[key.place()]),
          others.numbers,
          from(row) + KEY);
    }
  }

  /**
   * The same rows in several parts. In which part a row is follows from its key alone, so that the
   * parts of counts that were made apart can be merged one by one; the groups of a cut are in one
   * part.
   */
  public CutCounts[] split(int parts) {
    int[] partOf = new int[size];
    int[] sizes = new int[parts];
    for (int row = 0; row < size; row++) {
      partOf[row] = Math.floorMod(mixed(meaning(key(row))), parts);
      sizes[partOf[row]]++;
    }
    CutCounts[] split = new CutCounts[parts];
    for (int part = 0; part < parts; part++) {
      split[part] = new CutCounts(width, sizes[part]);
      split[part].places.numbersOf(places);
      split[part].fields.numbersOf(fields);
    }
    for (int row = 0; row < size; row++) {
      split[partOf[row]].add(high(row), low(row), numbers, from(row) + KEY);
    }
    return split;
  }

  /** What a key means besides its group, whatever numbers it has. */
  private long meaning(CutKey key) {
    FieldCode field = fields.value(key.field());
    long meaning = key.period();
    meaning = meaning * 31 + field.catalogue().hashCode();
    meaning = meaning * 31 + field.code().hashCode();
    meaning = meaning * 31 + places.value(key.place()).hashCode();
    meaning = meaning * 31 + key.cut();
    return meaning * 31 + key.degree();
  }

  /** The sum of counts that were made apart. */
  public static CutCounts sum(Iterable<CutCounts> all) {
    CutCounts sum = null;
    for (CutCounts one : all) {
      if (sum == null) {
        sum = one;
      } else {
        sum.addAll(one);
      }
    }
    return sum;
  }

  private void readObject(ObjectInputStream stream) throws IOException, ClassNotFoundException {
    stream.defaultReadObject();
    index(numbers.length / (KEY + width));
  }
}
