package dev.taizhang.conform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A reading of texts that remembers what it has read: a column has few words, and a date takes
 * several patterns.
 */
final class Remembered<V> {

  // Far more than a column has, and little to hold.
  private static final int MOST = 10_000;

  private final Function<String, V> reading;
  private final Map<String, V> known = new HashMap<>();

  Remembered(Function<String, V> reading) {
    this.reading = reading;
  }

  /** What a text is read as; null where there is no text. */
  V of(String text) {
    if (text == null) {
      return null;
    }
    V value = known.get(text);
    return value == null && !known.containsKey(text) ? read(text) : value;
  }

  private V read(String text) {
    if (known.size() >= MOST) {
      known.clear();
    }
    V value = reading.apply(text);
    known.put(text, value);
    return value;
  }
}
