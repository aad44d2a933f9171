package dev.taizhang.release.record;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.warehouse.TableRows;
import dev.taizhang.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/** The releases that a warehouse has. Only what is listed here counts. */
public final class KnownReleases {

  private KnownReleases() {}

  /** All of them, in the order in which they were made. */
  public static List<Release> of(Warehouse warehouse) {
    return warehouse.exists(Releases.TABLE)
        ? warehouse.records(Releases.RECORDS).stream().sorted(Release.BY_TIME).toList()
        : List.of();
  }

  /**
   * The release of an id.
   *
   * @throws InvalidUsage when there is none
   */
  public static Release named(Warehouse warehouse, String releaseId) {
    List<Release> all = of(warehouse);
    return all.stream()
        .filter(one -> one.releaseId().equals(releaseId))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidUsage(
                    "There is no release '%s'%s; nothing was done. What to do: 'taizhang release list' shows them; 'taizhang release create' makes one."
                        .formatted(
                            releaseId,
                            all.isEmpty()
                                ? ""
                                : ", only "
                                    + String.join(
                                        ", ", all.stream().map(Release::releaseId).toList()))));
  }

  /** Those that were ever given out. */
  static List<Release> givenOut(List<Release> all) {
    return all.stream().filter(Release::wasGivenOut).toList();
  }

  /** The newest of a date that was given out. */
  static Optional<Release> lastGivenOut(List<Release> all, java.time.LocalDate date, String kind) {
    return givenOut(all).stream()
        .filter(one -> one.asOfDate().equals(date) && one.asOfKind().equals(kind))
        .reduce((one, later) -> later);
  }

  /** Writes a release in place of the one of its id. */
  public static void write(Warehouse warehouse, Release release) {
    warehouse.replaceWhere(
        Releases.TABLE,
        TableRows.of(Releases.RECORDS, List.of(release)),
        "release_id = '%s'".formatted(release.releaseId()),
        dev.taizhang.warehouse.Stamp.of(release.releaseId()));
  }
}
