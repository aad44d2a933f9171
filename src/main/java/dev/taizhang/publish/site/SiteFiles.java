package dev.taizhang.publish.site;

import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionTable;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The data files of a site. */
final class SiteFiles {

  private static final Pattern SAFE = Pattern.compile("[a-z0-9_]+(/[a-z0-9_]+)*");

  private SiteFiles() {}

  /** The scripts of an edition by their paths in the edition's folder. */
  static SortedMap<String, byte[]> of(Edition edition) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Words words = Words.of(edition.tables());
    files.put("data/edition.js", EditionScript.of(edition, words, SiteFiles::file));
    for (EditionTable table : edition.tables()) {
      if (!table.rows().isEmpty() && files.put(file(table), TableScript.of(table, words)) != null) {
        throw new IllegalArgumentException("Two tables are one file: " + file(table));
      }
    }
    return files;
  }

  /** Where the script of a table lies; empty for a table without rows, which has none. */
  static String file(EditionTable table) {
    if (table.rows().isEmpty()) {
      return "";
    }
    if (!SAFE.matcher(table.id()).matches() || !SAFE.matcher(table.part()).matches()) {
      throw new IllegalArgumentException(
          "No path can be made of %s and %s".formatted(table.id(), table.part()));
    }
    return table.part().contains("/")
        ? "data/%s/%s.js".formatted(table.part(), table.id())
        : "data/%s.%s.js".formatted(table.id(), table.part());
  }
}
