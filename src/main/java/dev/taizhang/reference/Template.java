package dev.taizhang.reference;

import java.util.List;

/**
 * A form in which the national monitoring system exports ledgers: one or two header rows, the
 * pinyin initials and then the Chinese headers.
 *
 * @param id names it, such as {@code national_74}
 * @param columns its columns from left to right
 */
public record Template(String id, List<Column> columns) {

  /**
   * A column of a template.
   *
   * @param header its Chinese header
   * @param pinyin the initials above it in exports with two header rows
   */
  public record Column(String header, String pinyin) {}

  public Template {
    columns = List.copyOf(columns);
  }
}
