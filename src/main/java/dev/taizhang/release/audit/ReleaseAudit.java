package dev.taizhang.release.audit;

import dev.taizhang.attack.ContradictionException;
import dev.taizhang.attack.Requirement;
import dev.taizhang.attack.TimeLimit;
import dev.taizhang.errors.BrokenContract;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.release.record.Audited;
import dev.taizhang.release.record.Audited.Attacked;
import dev.taizhang.release.record.Audited.Result;
import dev.taizhang.release.record.KnownReleases;
import dev.taizhang.release.record.MadeRows;
import dev.taizhang.release.record.Manifest;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.warehouse.Opening;
import dev.taizhang.warehouse.Warehouse;
import dev.taizhang.warehouse.WriterLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;

/**
 * Attacks a release, again and again if somebody wants to, with nothing but what it and the
 * releases before it keep, and records what that came to.
 *
 * @see <a href="../../../../../../docs/adr/0044-a-release-is-attacked.md">ADR 44</a>
 */
public final class ReleaseAudit {

  // Of a withheld figure of up to nine people nobody and everybody must stay possible (ADR 42).
  private static final long WHOLE_UP_TO = 9;

  private ReleaseAudit() {}

  /**
   * What an audit came to.
   *
   * @param release the release, with what was found in its manifest
   * @param audited what was found
   * @param leaks figures that give somebody away
   * @param changed tables whose rows are not those that were made
   * @param limit how long it could take
   */
  public record Report(
      Release release, Audited audited, List<Leak> leaks, List<String> changed, Duration limit) {

    public Report {
      leaks = List.copyOf(leaks);
      changed = List.copyOf(changed);
    }

    /** Whether it gives somebody away. */
    public boolean isFailed() {
      return audited.result() == Result.FAILED;
    }

    /** What an analyst reads. */
    public String inWords() {
      return isFailed() ? new Advice(this).ofLeaks() : new Advice(this).line();
    }
  }

  /**
   * Attacks a release.
   *
   * @param limit how long it may take
   * @throws InvalidUsage when there is no such release
   * @throws BrokenContract when its rows cannot be true of the people whom it speaks of, or are not
   *     those that were made although they give nobody away
   */
  public static Report of(SparkSession spark, String location, String releaseId, Duration limit) {
    Warehouse opened = Opening.toDecide(spark, location, Pipeline.tables(), Lock.TABLE::equals);
    try (WriterLock lock = WriterLock.take(spark, opened, "release-" + UUID.randomUUID())) {
      Warehouse warehouse = opened.heldBy(lock);
      Release release = KnownReleases.named(warehouse, releaseId);
      Report report = attacked(warehouse, release, limit);
      if (!report.isFailed() && !report.changed().isEmpty()) {
        throw new BrokenContract(new Advice(report).ofChangedRows());
      }
      KnownReleases.write(warehouse, report.release());
      return report;
    }
  }

  private static Report attacked(Warehouse warehouse, Release release, Duration limit) {
    Manifest manifest = Manifest.read(release.manifest());
    Printed printed = Printed.of(manifest.rounding());
    Requirement requirement =
        printed.isExact()
            ? Requirement.ofWithheld(WHOLE_UP_TO)
            : Requirement.ofRounded(printed.base());
    List<CohortAttack.Report> cohorts = new ArrayList<>();
    if (!manifest.withholdsNothing()) {
      try {
        cohorts.addAll(cohorts(warehouse, release, manifest, requirement, limit));
      } catch (ContradictionException e) {
        throw new BrokenContract(Advice.ofContradiction(release, e.getMessage()), e);
      }
    }
    List<Attacked> attacks = new ArrayList<>();
    cohorts.forEach(one -> attacks.addAll(one.attacks()));
    List<Leak> leaks = cohorts.stream().flatMap(one -> one.leaks().stream()).toList();
    Audited audited =
        new Audited(
            result(manifest, attacks, leaks),
            requirement.integers(),
            requirement.wholeUpTo(),
            cohorts.stream().mapToLong(CohortAttack.Report::withheld).sum(),
            cohorts.stream().mapToInt(CohortAttack.Report::universities).max().orElse(0),
            attacks);
    OptionalLong width = audited.smallestWidth();
    return new Report(
        release.withManifest(
            width.isPresent() ? Long.valueOf(width.getAsLong()) : null,
            manifest.checked(audited).json()),
        audited,
        leaks,
        MadeRows.changed(warehouse, release),
        limit);
  }

  private static Result result(Manifest manifest, List<Attacked> attacks, List<Leak> leaks) {
    if (manifest.withholdsNothing()) {
      return Result.NOT_ATTACKED;
    }
    if (!leaks.isEmpty()) {
      return Result.FAILED;
    }
    return attacks.stream().anyMatch(one -> one.undecided() > 0) ? Result.UNDECIDED : Result.PASSED;
  }

  private static List<CohortAttack.Report> cohorts(
      Warehouse warehouse,
      Release release,
      Manifest manifest,
      Requirement requirement,
      Duration limit) {
    List<Map<Integer, Statement>> earlier =
        manifest.earlier().stream()
            .map(id -> Statements.of(warehouse, KnownReleases.named(warehouse, id)))
            .toList();
    // What everybody can find out is asked first, and leaves time for insiders.
    TimeLimit everybody = TimeLimit.of(limit.dividedBy(2));
    TimeLimit all = TimeLimit.of(limit);
    List<CohortAttack.Report> reports = new ArrayList<>();
    Statements.of(warehouse, release)
        .forEach(
            (year, now) -> {
              List<Statement> before =
                  earlier.stream()
                      .filter(one -> one.containsKey(year))
                      .map(one -> one.get(year))
                      .toList();
              reports.add(CohortAttack.on(new Cohort(now, before), requirement, everybody, all));
            });
    return reports;
  }
}
