package dev.taizhang.figures;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * What is known of somebody's hardship.
 *
 * @param tags the tags
 * @param detail what the file could tell
 */
public record Hardship(List<String> tags, String detail) implements Serializable {

  public Hardship {
    tags = List.copyOf(tags);
    requireNonNull(detail, "detail");
  }
}
