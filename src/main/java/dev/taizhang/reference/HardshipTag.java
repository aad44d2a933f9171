package dev.taizhang.reference;

import java.util.List;

/**
 * A hardship that a graduate may have.
 *
 * @param tag its identifier in the tables
 * @param name its Chinese name
 * @param implied the tag that it implies, such as {@code economic_difficulty}; empty for none
 * @param composedOf the tags that it is made of; empty when it is not composite
 */
public record HardshipTag(String tag, String name, String implied, List<String> composedOf) {

  public static final String EMPLOYMENT_DIFFICULTY = "employment_difficulty";
  public static final String ECONOMIC_DIFFICULTY = "economic_difficulty";
  public static final String DISABLED = "disabled";

  public HardshipTag {
    if (!tag.matches("[a-z][a-z_]*")) {
      throw new IllegalArgumentException(
          "A tag consists of lower-case letters and _, not '" + tag + "'.");
    }
    composedOf = List.copyOf(composedOf);
  }
}
