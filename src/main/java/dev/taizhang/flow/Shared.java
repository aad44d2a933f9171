package dev.taizhang.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What several stages make of the same rows and no table keeps. The first of them makes it, and the
 * others wait; it is forgotten when all stages are done.
 */
public final class Shared {

  private final Map<List<?>, Object> made = new HashMap<>();

  /**
   * What is made of something, once.
   *
   * @param type what it is
   * @param of all that it is made of, or stands for it
   * @param make makes it
   */
  synchronized <T> T once(Class<T> type, Object of, Supplier<T> make) {
    return type.cast(made.computeIfAbsent(List.of(type, of), key -> make.get()));
  }
}
