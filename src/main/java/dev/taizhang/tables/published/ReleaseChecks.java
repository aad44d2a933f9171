package dev.taizhang.tables.published;

import static java.util.stream.Collectors.joining;

import dev.taizhang.tables.Check;
import dev.taizhang.tables.Releases;
import java.util.List;

/** What must hold of releases and of the tables that leave the house with them. */
public final class ReleaseChecks {

  public static final List<Check> CHECKS =
      List.of(
          Check.that(
              "releases_are_whole",
              "every release has as many rows of each published table as its manifest says",
              PublishedTables.ALL.stream()
                  .map(ReleaseChecks::lacking)
                  .collect(joining(" UNION ALL "))));

  private ReleaseChecks() {}

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
