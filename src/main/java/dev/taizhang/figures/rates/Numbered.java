package dev.taizhang.figures.rates;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;

/**
 * Values that have numbers from 0 in the order in which they were met, so that millions of keys may
 * hold a number in place of a text.
 *
 * @param <T> the kind of value
 */
final class Numbered<T extends Serializable> implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<T, Integer> numbers = new HashMap<>();
  private final ArrayList<T> values = new ArrayList<>();

  /** The number of a value, which gets one when it is new. */
  int of(T value) {
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    numbers.put(value, values.size());
    values.add(value);
    return values.size() - 1;
  }

  /** The value of a number. */
  T value(int number) {
    return values.get(number);
  }

  /** How many values there are. */
  int size() {
    return values.size();
  }

  /** For each number of other values the number that the value has here. */
  int[] numbersOf(Numbered<T> others) {
    int[] translated = new int[others.size()];
    for (int i = 0; i < translated.length; i++) {
      translated[i] = of(others.value(i));
    }
    return translated;
  }
}
