package dev.taizhang.erasure;

import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.published.ManifestParts;
import dev.taizhang.warehouse.Stamp;
import dev.taizhang.warehouse.TableRows;
import dev.taizhang.warehouse.Warehouse;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the releases that count people, and lets their manifests say that some of them were
 * forgotten since. Their rows stay: they are counts of many, were protected, and are known.
 *
 * <p>A release counts whoever stands in a file that spoke at its date, and in its figures of the
 * weeks before also whoever stands in a file that counted then.
 *
 * @see <a href="../../../../../../docs/adr/0020-forgetting.md">ADR 0020</a>
 */
final class CountingReleases {

  private final Warehouse warehouse;

  CountingReleases(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * The releases that count somebody who stands in one of these files, in the order in which they
   * were made.
   */
  List<Release> of(Collection<String> submissions) {
    if (submissions.isEmpty() || !warehouse.exists(Releases.TABLE)) {
      return List.of();
    }
    Set<String> files = new HashSet<>(submissions);
    List<Slice> slices =
        warehouse.records(
            Slices.RECORDS,
            one -> one.status().equals(Slices.IN_FORCE) && files.contains(one.submissionId()));
    return warehouse.records(Releases.RECORDS).stream()
        .filter(release -> counts(release, files, slices))
        .sorted(Release.BY_TIME)
        .toList();
  }

  private static boolean counts(Release release, Set<String> files, List<Slice> slices) {
    ManifestParts manifest = ManifestParts.of(release);
    return manifest.submissions().stream().anyMatch(files::contains)
        || slices.stream()
            .anyMatch(
                slice ->
                    manifest.cohorts().contains(slice.graduationYear())
                        && !slice.snapshotDate().isAfter(release.asOfDate()));
  }

  /** Writes it down, for those that do not say so yet. */
  void mark(List<Release> counting) {
    for (Release release : counting) {
      Release marked = ManifestParts.forgotten(release);
      if (!marked.equals(release)) {
        warehouse.replaceWhere(
            Releases.TABLE,
            TableRows.of(Releases.RECORDS, List.of(marked)),
            "release_id = '%s'".formatted(release.releaseId()),
            Stamp.of(release.releaseId()));
      }
    }
  }
}
