package dev.taizhang.warehouse;

import java.util.Map;

/**
 * What a table was made of, kept in the commit that wrote it, so that both come together or not at
 * all.
 *
 * @param text what the whole table was made of: equal when it is
 * @param parts the same for each part of a table that is made part by part; empty otherwise
 */
public record Stamp(String text, Map<String, String> parts) {

  public Stamp {
    parts = Map.copyOf(parts);
  }

  /** The stamp of a table that is made as a whole. */
  public static Stamp of(String text) {
    return new Stamp(text, Map.of());
  }
}
