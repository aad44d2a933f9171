package dev.taizhang.reference;

import static java.util.stream.Collectors.toMap;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What headers mean, by feed; some only in the files of one submitter.
 *
 * @param general by feed, and then by header in {@link NormalForm#header}
 * @param own the same of single submitters, by the submitter's code
 */
public record ColumnAliases(
    Map<String, Map<String, ColumnAlias>> general,
    Map<String, Map<String, Map<String, ColumnAlias>>> own)
    implements Serializable {

  private static final String LEDGER = "ledger";
  private static final Set<String> FEEDS = Set.of("ledger", "follow_up", "assistance");

  /**
   * One row of {@code column_aliases.csv}.
   *
   * @param feed the feed
   * @param submitterCode whose files alone it counts for; empty for all
   * @param header the header as it stands
   * @param alias what it means
   */
  record Entry(String feed, String submitterCode, String header, ColumnAlias alias) {

    Entry {
      if (!FEEDS.contains(feed)) {
        throw new IllegalArgumentException(
            "There is no feed '" + feed + "'; use ledger, follow_up or assistance.");
      }
      // A region's code names an employment office.
      if (!submitterCode.matches("|\\d{5}|\\d{6}")) {
        throw new IllegalArgumentException(
            "A submitter's code has five or six digits, not '" + submitterCode + "'.");
      }
    }
  }

  public ColumnAliases {
    general = Map.copyOf(general);
    own = Map.copyOf(own);
  }

  /** The aliases of rows in order; of several for one header the last one counts. */
  static ColumnAliases of(List<Entry> entries) {
    Map<String, Map<String, ColumnAlias>> general = new HashMap<>();
    Map<String, Map<String, Map<String, ColumnAlias>>> own = new HashMap<>();
    for (Entry entry : entries) {
      Map<String, Map<String, ColumnAlias>> feeds =
          entry.submitterCode().isEmpty()
              ? general
              : own.computeIfAbsent(entry.submitterCode(), code -> new HashMap<>());
      feeds
          .computeIfAbsent(entry.feed(), feed -> new HashMap<>())
          .put(NormalForm.header(entry.header()), entry.alias());
    }
    return new ColumnAliases(general, own);
  }

  /**
   * What headers mean in the files of a submitter. Those of ledgers mean the same in other feeds,
   * unless these say otherwise; a submitter's own aliases win over the general ones.
   */
  public Map<String, ColumnAlias> of(String feed, String submitterCode) {
    Map<String, Map<String, ColumnAlias>> ofOne = own.getOrDefault(submitterCode, Map.of());
    return Stream.of(general, ofOne)
        .flatMap(
            feeds ->
                Stream.of(LEDGER, feed).distinct().map(one -> feeds.getOrDefault(one, Map.of())))
        .flatMap(aliases -> aliases.entrySet().stream())
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (first, last) -> last));
  }

  /** Every alias of every feed and submitter. */
  public Stream<ColumnAlias> all() {
    return Stream.concat(Stream.of(general), own.values().stream())
        .flatMap(feeds -> feeds.values().stream())
        .flatMap(aliases -> aliases.values().stream());
  }
}
