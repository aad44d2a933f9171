package dev.taizhang.registry;

import java.util.List;

/**
 * A sheet of a list, as text.
 *
 * @param name its name; empty for a text file
 * @param rows its lines from the first, each with its cells from the first; none for empty lines
 */
record ListSheet(String name, List<List<String>> rows) {

  ListSheet {
    rows = List.copyOf(rows);
  }

  /** Where a line is, as a person looks for it. */
  String place(int index) {
    return (name.isEmpty() ? "" : "sheet '" + name + "', ") + "line " + (index + 1);
  }
}
