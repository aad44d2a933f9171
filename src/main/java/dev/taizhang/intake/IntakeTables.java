package dev.taizhang.intake;

import dev.taizhang.conform.EntryValues;
import dev.taizhang.landing.Feed;
import dev.taizhang.tables.ExpectationResults;
import dev.taizhang.tables.MajorNames;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table whose rows are made while files are read.
 *
 * @param table the table
 * @param feed the feed that alone gives it rows; empty where every feed does
 */
record IntakeTables(Table table, Optional<Feed> feed) {

  /** All of them, in the order in which they are written. */
  static final List<IntakeTables> ALL =
      Stream.of(
              Stream.of(new IntakeTables(Quarantine.TABLE, Optional.empty())),
              Arrays.stream(Feed.values())
                  .map(
                      feed ->
                          new IntakeTables(
                              EntryValues.valueOf(feed.name()).table(), Optional.of(feed))),
              Stream.of(
                  new IntakeTables(ExpectationResults.TABLE, Optional.empty()),
                  new IntakeTables(MajorNames.TABLE, Optional.of(Feed.LEDGER))))
          .flatMap(some -> some)
          .toList();

  /** Those of accepted rows. */
  static final List<IntakeTables> ENTRIES = ALL.subList(1, 1 + Feed.values().length);

  /** Whether a file of a feed may have rows in it. */
  boolean isOf(Feed some) {
    return feed.map(some::equals).orElse(true);
  }
}
