package dev.taizhang.release.record;

import dev.taizhang.errors.BrokenContract;
import dev.taizhang.errors.InvalidUsage;
import java.util.Optional;

/**
 * Only what somebody has attacked may leave. Whoever lets an unaudited release pass says so, and
 * its manifest does; one that gives somebody away does not pass in any way.
 */
final class NeedOfAudit {

  private NeedOfAudit() {}

  /**
   * The manifest of a release that may be approved.
   *
   * @param unaudited whether somebody lets it pass although no audit did
   * @throws BrokenContract when an audit found that it gives somebody away
   * @throws InvalidUsage when no audit has passed and nobody lets it pass
   */
  static Manifest passed(String releaseId, Manifest manifest, boolean unaudited) {
    Optional<Audited.Result> result = manifest.checked().map(Audited::result);
    if (result.equals(Optional.of(Audited.Result.PASSED))) {
      return manifest;
    }
    if (result.equals(Optional.of(Audited.Result.FAILED))) {
      throw new BrokenContract(
          "The audit of the release %s found figures that give somebody away; it was not approved. What to do: 'taizhang release audit --release %s' names them and says what to do; --unaudited does not let it pass. 发布 %s 未通过检验（有数据会泄露个别人的情况），未批准；请运行 'taizhang release audit --release %s' 查看。"
              .formatted(releaseId, releaseId, releaseId, releaseId));
    }
    if (!unaudited) {
      throw new InvalidUsage(
          "The release %s was not approved, since %s. What to do: run 'taizhang release audit --release %s'%s, or approve it with --unaudited, which its manifest will say. 发布 %s 尚未通过检验，未批准；请先运行 'taizhang release audit'，或使用 --unaudited 批准（清单会注明）。"
              .formatted(
                  releaseId,
                  result.isEmpty()
                      ? "nobody has audited it"
                      : "its audit left %d figures undecided"
                          .formatted(manifest.checked().orElseThrow().undecided()),
                  releaseId,
                  result.isEmpty() ? "" : " with more --minutes",
                  releaseId));
    }
    return manifest.approvedUnaudited();
  }
}
