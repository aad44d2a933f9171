package dev.taizhang.tables.published;

import static java.util.stream.Collectors.joining;

import dev.taizhang.tables.Check;
import dev.taizhang.tables.ReleasePeople;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Table;
import java.util.List;
import java.util.stream.Stream;

/** What must hold of releases and of the tables that leave the house with them. */
public final class ReleaseChecks {

  public static final List<Check> CHECKS =
      List.of(
          Check.that(
              "releases_are_whole",
              "every release has as many rows of each published table as its manifest says",
              PublishedTables.ALL.stream()
                  .map(ReleaseChecks::lacking)
                  .collect(joining(" UNION ALL "))),
          Check.that(
              "rows_are_of_releases",
              "every row of a release is of one that is listed, but for those of at most one draft"
                  + " that was interrupted, which the next one takes away",
              Stream.concat(
                      PublishedTables.ALL.stream().map(PublishedTable::table),
                      Stream.of(ReleasePeople.TABLE))
                  .map(ReleaseChecks::unlisted)
                  .collect(joining(" UNION ALL "))));

  private ReleaseChecks() {}

  private static String unlisted(Table table) {
    return """
    SELECT release_id, '%1$s' AS found_in, found FROM (
      SELECT n.release_id, count(*) AS found, count(*) OVER () AS drafts
      FROM %1$s n LEFT ANTI JOIN %2$s r ON r.release_id = n.release_id
      GROUP BY n.release_id)
    WHERE drafts > 1"""
        .formatted(table.name(), Releases.TABLE.name());
  }

  private static String lacking(PublishedTable table) {
    return """
    SELECT r.release_id, '%2$s' AS published_table, coalesce(n.found, 0) AS found
    FROM %3$s r LEFT JOIN (
      SELECT release_id, count(*) AS found FROM %1$s GROUP BY release_id) n
    ON n.release_id = r.release_id
    WHERE coalesce(n.found, 0)
      <> coalesce(CAST(get_json_object(r.manifest, '$.tables.%2$s.rows') AS BIGINT), 0)"""
        .formatted(table.table().name(), table.name(), Releases.TABLE.name());
  }
}
