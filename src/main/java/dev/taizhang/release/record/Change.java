package dev.taizhang.release.record;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * A row of which figures moved since the release before of the same date.
 *
 * @param table the table
 * @param key what tells the row from others of the table, by column
 * @param figures by figure the value before and now; null where one of them is withheld
 * @param why what moved them
 */
record Change(String table, Map<String, String> key, Map<String, List<Object>> figures, Why why) {

  /** What moved a figure. */
  enum Why {
    /** Another slice of a university speaks. */
    NEW_SLICE,
    /** The same slices speak, and say something else: a file was retracted, accepted, completed. */
    REVISED,
    /** It was shown and is no more. */
    NEWLY_WITHHELD,
    /** It is shown and was not. */
    NEWLY_SHOWN,
    /** The plan has the row now and had it not, or the other way. */
    PLANNED_OTHERWISE;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  Change {
    requireNonNull(table, "table");
    requireNonNull(key, "key");
    requireNonNull(figures, "figures");
    requireNonNull(why, "why");
  }
}
