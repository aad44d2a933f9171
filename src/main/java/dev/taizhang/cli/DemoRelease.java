package dev.taizhang.cli;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.PublicationPlan;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.audit.ReleaseAudit;
import dev.taizhang.release.draft.Protector;
import dev.taizhang.release.draft.ReleaseRequest;
import dev.taizhang.release.gates.Gate;
import dev.taizhang.release.record.Audited;
import dev.taizhang.release.record.Manifest;
import dev.taizhang.release.record.Releasing;
import dev.taizhang.tables.Releases.Release;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * The demonstration's release: a draft of its province, attacked.
 *
 * @param release the draft
 */
record DemoRelease(Release release) {

  private static final Duration LIMIT = Duration.ofSeconds(45);

  /** Makes a draft, unless there is one of the same, and audits it, unless somebody has. */
  static DemoRelease of(SparkSession spark, String warehouse, ReferenceData reference)
      throws IOException {
    Release draft =
        Releasing.create(
                spark,
                warehouse,
                new ReleaseRequest(
                    Optional.empty(),
                    reference.publicationPlan(PublicationPlan.DEFAULT),
                    reference.publicationPolicy(PublicationPolicy.DEFAULT),
                    "demo",
                    Set.copyOf(Gate.acceptable()),
                    "an invented province, in which some files have planted defects",
                    ReleaseRequest.MINIMUM_COVERAGE),
                new Releasing.Settings(
                    reference,
                    Thresholds.DEFAULT,
                    Protector.BY_WITNESSES,
                    tables -> ReleaseCreateCommand.broken(spark, warehouse, tables),
                    Version.number()))
            .release();
    return Manifest.read(draft.manifest()).checked().isPresent()
        ? new DemoRelease(draft)
        : new DemoRelease(ReleaseAudit.of(spark, warehouse, draft.releaseId(), LIMIT).release());
  }

  /** What is shown of it, and whether that gives anybody away. */
  String line() {
    Audited audited = Manifest.read(release.manifest()).checked().orElseThrow();
    return "release %s (%s): %d cells shown, %d withheld; every one of a hardship group that is withheld, %d, was attacked by the public and by each of %d universities: %s"
        .formatted(
            release.releaseId(),
            release.state(),
            release.figuresShown(),
            release.figuresWithheld(),
            audited.withheld(),
            audited.universities(),
            switch (audited.result()) {
              case PASSED -> "none gives anybody away";
              case FAILED -> "some give somebody away";
              case UNDECIDED ->
                  "%d attacks are undecided, none of the others gives anybody away"
                      .formatted(audited.undecided());
              case NOT_ATTACKED -> "nothing";
            });
  }
}
