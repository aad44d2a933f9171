package dev.taizhang.release.record;

import static java.util.stream.Collectors.joining;

import dev.taizhang.release.draft.Draft;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.ReleasePeople;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import dev.taizhang.warehouse.Stamp;
import dev.taizhang.warehouse.TableRows;
import dev.taizhang.warehouse.Warehouse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes a draft: its rows first, one commit per table, and the release itself last, since only
 * what is listed counts.
 */
final class DraftWriter {

  private static final List<Table> WRITTEN =
      Stream.concat(
              PublishedTables.ALL.stream().map(PublishedTable::table),
              Stream.of(ReleasePeople.TABLE, Releases.TABLE))
          .toList();

  private final Warehouse warehouse;
  private final String codeVersion;

  DraftWriter(Warehouse warehouse, String codeVersion) {
    this.warehouse = warehouse;
    this.codeVersion = codeVersion;
  }

  Release write(Draft draft, Manifest manifest) {
    warehouse.makeMissing(WRITTEN, Lock.TABLE);
    List<String> listed = KnownReleases.of(warehouse).stream().map(Release::releaseId).toList();
    draft
        .rows()
        .byTable()
        .forEach(
            (table, rows) ->
                write(
                    table.table(),
                    TableRows.ofValues(table.table(), rows),
                    draft.releaseId(),
                    listed));
    write(
        ReleasePeople.TABLE,
        TableRows.of(ReleasePeople.RECORDS, draft.people()),
        draft.releaseId(),
        listed);
    Release release =
        new Release(
            draft.releaseId(),
            Releases.DRAFT,
            draft.date().date(),
            draft.date().kind(),
            draft.request().plan().name(),
            draft.request().policy().name(),
            // A timestamp in a table has microseconds.
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            draft.request().by(),
            null,
            null,
            null,
            null,
            null,
            null,
            codeVersion,
            draft.rows().shown(),
            draft.rows().withheld(),
            null,
            manifest.json());
    KnownReleases.write(warehouse, release);
    return release;
  }

  /**
   * Writes the rows of a release in place of those that it may have, and of those of a release that
   * was interrupted: the last write to a table says whose it was.
   */
  private void write(Table table, TableRows rows, String releaseId, List<String> listed) {
    TreeSet<String> replaced = new TreeSet<>(List.of(releaseId));
    warehouse
        .stamp(table)
        .map(Stamp::text)
        .filter(id -> !listed.contains(id))
        .ifPresent(replaced::add);
    warehouse.replaceWhere(
        table,
        rows,
        replaced.stream().map("release_id = '%s'"::formatted).collect(joining(" OR ")),
        Stamp.of(releaseId));
  }
}
