package dev.taizhang.reference;

import java.io.Serializable;

/**
 * What a header means.
 *
 * @param column the canonical column, or {@code ignored} for a header that is known and not read
 * @param note why, or how the header is to be taken: see {@link #secondary} and {@link
 *     #blankIsNone}
 * @param line its line in {@code column_aliases.csv}, for messages
 */
public record ColumnAlias(String column, String note, long line) implements Serializable {

  private static final String SECONDARY = "secondary";
  private static final String BLANK_IS_NONE = "blank_is_none";

  public ColumnAlias {
    if (note.startsWith(BLANK_IS_NONE) && !column.matches("hardship|hardship_code")) {
      throw new IllegalArgumentException(
          "blank_is_none is for hardship and hardship_code, not for '" + column + "'.");
    }
  }

  /**
   * Whether the header often stands beside the main one, so that it counts only where that lacks.
   */
  public boolean secondary() {
    return note.startsWith(SECONDARY);
  }

  /** Whether an empty cell below the header says that there is no hardship. */
  public boolean blankIsNone() {
    return note.startsWith(BLANK_IS_NONE);
  }
}
