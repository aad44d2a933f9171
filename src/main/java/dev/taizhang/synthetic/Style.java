package dev.taizhang.synthetic;

import java.util.List;
import java.util.Optional;

/**
 * The columns of a university's files, and what stands above them.
 *
 * @param id names the style
 * @param title a title row; empty for none
 * @param pinyin whether a row of pinyin initials stands above the headers
 * @param columns from left to right
 */
record Style(String id, Optional<String> title, boolean pinyin, List<Column> columns) {

  /**
   * A column.
   *
   * @param header its header
   * @param pinyin the initials above it
   * @param content what it holds
   */
  record Column(String header, String pinyin, Content content) {}

  Style {
    columns = List.copyOf(columns);
  }

  boolean has(Content content) {
    return columns.stream().anyMatch(column -> column.content() == content);
  }

  /** Where a column is, from 0; -1 where there is none. */
  int position(Content content) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).content() == content) {
        return i;
      }
    }
    return -1;
  }
}
