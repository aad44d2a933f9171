package dev.taizhang.release.record;

import static java.util.Objects.requireNonNull;

import dev.taizhang.errors.BrokenContract;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.warehouse.Opening;
import dev.taizhang.warehouse.Warehouse;
import dev.taizhang.warehouse.WriterLock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * What somebody decides of a release. Its rows stay as they are: no command changes those of a
 * release that is listed.
 *
 * @param releaseId which one
 * @param by who decides
 * @param why the reason
 * @param unaudited whether one that no audit passed may be approved
 */
public record ReleaseDecision(String releaseId, String by, String why, boolean unaudited) {

  public ReleaseDecision {
    requireNonNull(releaseId, "releaseId");
    requireNonNull(by, "by");
    requireNonNull(why, "why");
  }

  /**
   * Lets a draft leave the house.
   *
   * @throws InvalidUsage when it is no draft, when its policy withholds nothing, when another
   *     release has been given out since, against which it is not protected, or when no audit has
   *     passed
   * @throws BrokenContract when its rows are no more those that were made, or an audit found that
   *     they give somebody away
   */
  public Release approve(SparkSession spark, String location) {
    return decided(spark, location, this::approved);
  }

  /**
   * Takes a release back. What it showed stays known, so that later releases go on being protected
   * against it.
   *
   * @throws InvalidUsage when it is withdrawn already
   */
  public Release withdraw(SparkSession spark, String location) {
    return decided(spark, location, this::withdrawn);
  }

  private Release decided(
      SparkSession spark, String location, Function<Warehouse, Release> decided) {
    Warehouse opened = Opening.toDecide(spark, location, Pipeline.tables(), Lock.TABLE::equals);
    try (WriterLock lock = WriterLock.take(spark, opened, "release-" + UUID.randomUUID())) {
      Warehouse warehouse = opened.heldBy(lock);
      Release release = decided.apply(warehouse);
      KnownReleases.write(warehouse, release);
      return release;
    }
  }

  private Release approved(Warehouse warehouse) {
    Release release = KnownReleases.named(warehouse, releaseId);
    if (!release.isDraft()) {
      throw new InvalidUsage(
          "The release %s is %s already; nothing was done. What to do: nothing, or make another one with 'taizhang release create'."
              .formatted(releaseId, release.state()));
    }
    Manifest manifest = Manifest.read(release.manifest());
    requireNobodyForgotten(manifest);
    if (manifest.withholdsNothing()) {
      throw new InvalidUsage(
          "The release %s is under the policy '%s', which withholds nothing: it is for the office alone and was not approved. What to do: make it under another policy, such as 'taizhang release create --policy suppress'."
              .formatted(releaseId, release.policy()));
    }
    requireSameRows(warehouse, release);
    requireNothingSince(warehouse, manifest);
    Manifest approved = NeedOfAudit.passed(releaseId, manifest, unaudited);
    return new Release(
        release.releaseId(),
        Releases.APPROVED,
        release.asOfDate(),
        release.asOfKind(),
        release.plan(),
        release.policy(),
        release.createdAt(),
        release.createdBy(),
        now(),
        by,
        why,
        null,
        null,
        null,
        release.codeVersion(),
        release.figuresShown(),
        release.figuresWithheld(),
        release.smallestWidth(),
        approved.json());
  }

  private void requireSameRows(Warehouse warehouse, Release release) {
    List<String> changed = MadeRows.changed(warehouse, release);
    if (!changed.isEmpty()) {
      throw new BrokenContract(
          "The rows of %s are not those that were made for the release %s: somebody changed them. It was not approved. What to do: withdraw this draft with 'taizhang release withdraw', then make it again with 'taizhang release create'. 发布 %s 的数据已被改动（%s），未批准；请撤回该草稿后重新生成。"
              .formatted(
                  String.join(", ", changed), releaseId, releaseId, String.join("、", changed)));
    }
  }

  /** A release that was given out since tells something that this one was not protected against. */
  private void requireNothingSince(Warehouse warehouse, Manifest manifest) {
    List<String> since =
        KnownReleases.givenOut(KnownReleases.of(warehouse)).stream()
            .map(Release::releaseId)
            .filter(id -> !manifest.earlier().contains(id))
            .toList();
    if (!since.isEmpty()) {
      throw new InvalidUsage(
          "Since the draft %s was made, %s approved, and the two together could tell what each withholds; it was not approved. What to do: make the draft again with 'taizhang release create', which protects it against them."
              .formatted(
                  releaseId,
                  since.size() == 1 ? since.get(0) + " was" : String.join(", ", since) + " were"));
    }
  }

  /** Whoever was forgotten before a release is given out is not to be in it. */
  private void requireNobodyForgotten(Manifest manifest) {
    if (manifest.countsForgottenPeople()) {
      throw new InvalidUsage(
          "People whom the draft %s counts were forgotten since it was made; it was not approved. What to do: make it again with 'taizhang release create'. 草稿 %s 计入的人中有人此后依法被删除，未批准；请用 taizhang release create 重新生成。"
              .formatted(releaseId, releaseId));
    }
  }

  private Release withdrawn(Warehouse warehouse) {
    Release release = KnownReleases.named(warehouse, releaseId);
    if (release.state().equals(Releases.WITHDRAWN)) {
      throw new InvalidUsage(
          "The release %s was withdrawn at %s by %s; nothing was done. What to do: nothing."
              .formatted(releaseId, release.withdrawnAt(), release.withdrawnBy()));
    }
    return new Release(
        release.releaseId(),
        Releases.WITHDRAWN,
        release.asOfDate(),
        release.asOfKind(),
        release.plan(),
        release.policy(),
        release.createdAt(),
        release.createdBy(),
        release.approvedAt(),
        release.approvedBy(),
        release.approvedWhy(),
        now(),
        by,
        why,
        release.codeVersion(),
        release.figuresShown(),
        release.figuresWithheld(),
        release.smallestWidth(),
        release.manifest());
  }

  /** A timestamp in a table has microseconds. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
