package dev.taizhang.release.export;

import dev.taizhang.errors.BrokenContract;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.release.record.KnownReleases;
import dev.taizhang.release.record.Manifest;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * Writes a release as open data, from its rows in {@code published.*} alone.
 *
 * @see <a href="../../../../../../../docs/adr/0046-open-data.md">ADR 46</a>
 */
public final class ReleaseExport {

  private ReleaseExport() {}

  /**
   * What was written.
   *
   * @param release of which
   * @param files how many files
   * @param isNew whether they were written; the same files are left as they are
   */
  public record Report(Release release, int files, boolean isNew) {}

  /**
   * Writes the files of a release.
   *
   * @param folder where to: new or empty
   * @throws InvalidUsage when there is no such release, it was withdrawn or is for the office
   *     alone, or something else is in the folder
   * @throws BrokenContract when its rows are no more those that were made
   */
  public static Report write(Warehouse warehouse, String releaseId, Path folder)
      throws IOException {
    Release release = KnownReleases.named(warehouse, releaseId);
    if (release.state().equals(Releases.WITHDRAWN)) {
      throw new InvalidUsage(
          "The release %s was withdrawn at %s by %s: %s. Nothing was exported. What to do: export another one ('taizhang release list' shows them), or make one with 'taizhang release create'. 发布 %s 已撤回，未导出；请导出其他发布，或重新生成。"
              .formatted(
                  releaseId,
                  release.withdrawnAt(),
                  release.withdrawnBy(),
                  release.withdrawnWhy(),
                  releaseId));
    }
    Manifest manifest = Manifest.read(release.manifest());
    if (manifest.withholdsNothing()) {
      throw new InvalidUsage(
          "The release %s is under the policy '%s', which withholds nothing: it is for the office alone and was not exported. What to do: make it under another policy, such as 'taizhang release create --policy suppress'. 发布 %s 未隐去任何数，仅供内部使用，未导出；请改用其他保护规则。"
              .formatted(releaseId, release.policy(), releaseId));
    }
    PublishedRows rows = PublishedRows.read(warehouse, releaseId);
    List<String> changed = manifest.changedIn(rows);
    if (!changed.isEmpty()) {
      throw new BrokenContract(
          "The rows of %s are not those that were made for the release %s: somebody changed them. Nothing was exported. What to do: make a draft again with 'taizhang release create', and withdraw this one. 发布 %s 的数据已被改动（%s），未导出；请重新生成草稿。"
              .formatted(
                  String.join(", ", changed), releaseId, releaseId, String.join("、", changed)));
    }
    SortedMap<String, byte[]> files = ExportFiles.of(release, manifest, rows);
    boolean isNew = new ExportFolder(folder, file -> {}).write(files);
    return new Report(release, files.size(), isNew);
  }
}
