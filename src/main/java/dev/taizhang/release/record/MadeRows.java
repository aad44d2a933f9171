package dev.taizhang.release.record;

import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.warehouse.Warehouse;
import java.util.List;

/** Whether the rows of a release are still those that were made. */
public final class MadeRows {

  private MadeRows() {}

  /** The tables whose rows are others than the manifest has checksums of. */
  public static List<String> changed(Warehouse warehouse, Release release) {
    return Manifest.read(release.manifest())
        .changedIn(PublishedRows.read(warehouse, release.releaseId()));
  }
}
