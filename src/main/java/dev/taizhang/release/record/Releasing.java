package dev.taizhang.release.record;

import dev.taizhang.cells.CellPeople;
import dev.taizhang.config.Thresholds;
import dev.taizhang.errors.BrokenContract;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.Draft;
import dev.taizhang.release.draft.DraftSource;
import dev.taizhang.release.draft.Drafting;
import dev.taizhang.release.draft.GivenOut;
import dev.taizhang.release.draft.Protector;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.release.draft.ReleaseRequest;
import dev.taizhang.release.gates.Finding;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Opening;
import dev.taizhang.warehouse.Warehouse;
import dev.taizhang.warehouse.WriterLock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * Makes a draft of a release.
 *
 * <p>Rows are written first, one commit per table, and the release itself last: only with it they
 * count. Those of a draft that was interrupted in between count for nothing, and the next one takes
 * them away.
 *
 * @see <a href="../../../../../../docs/adr/0043-releases.md">ADR 43</a>
 */
public final class Releasing {

  private final Warehouse warehouse;
  private final Settings settings;

  private Releasing(Warehouse warehouse, Settings settings) {
    this.warehouse = warehouse;
    this.settings = settings;
  }

  /**
   * What a release is made by besides what is asked for.
   *
   * @param reference names, groups and the roster
   * @param thresholds from when on a slice covers nobody
   * @param protector decides which figures may be shown beside each other
   * @param broken finds what tables break of what they promise
   * @param codeVersion release of the program
   */
  public record Settings(
      ReferenceData reference,
      Thresholds thresholds,
      Protector protector,
      Function<List<Table>, List<String>> broken,
      String codeVersion) {}

  /**
   * What became of it.
   *
   * @param release the draft
   * @param isNew whether it was written; a draft of the same figures is left as it is
   * @param accepted gates that somebody let pass
   */
  public record Report(Release release, boolean isNew, List<Finding> accepted) {

    public Report {
      accepted = List.copyOf(accepted);
    }
  }

  /**
   * Makes a draft.
   *
   * @param location folder of the warehouse
   * @throws InvalidUsage when the policy withholds nothing, there are no such figures, or the plan
   *     has none of them
   * @throws BrokenContract when a gate is closed
   * @throws dev.taizhang.errors.WarehouseBusy when a run holds the warehouse
   */
  public static Report create(
      SparkSession spark, String location, ReleaseRequest request, Settings settings) {
    return create(spark, location, request, settings, table -> {});
  }

  /** The same, asking before each write. */
  static Report create(
      SparkSession spark,
      String location,
      ReleaseRequest request,
      Settings settings,
      Consumer<Table> beforeWrite) {
    requireProtection(request.policy());
    Warehouse warehouse = Opening.toDecide(spark, location, Pipeline.tables(), Lock.TABLE::equals);
    try (WriterLock lock = WriterLock.take(spark, warehouse, "release-" + UUID.randomUUID())) {
      return new Releasing(warehouse.asking(beforeWrite).heldBy(lock), settings).carryOut(request);
    }
  }

  /** What nothing protects must not lie beside what was protected, and is no draft of it. */
  private static void requireProtection(PublicationPolicy policy) {
    if (policy.withholdsNothing()) {
      throw new InvalidUsage(
          "The policy '%s' withholds nothing, so that there is nothing to release: it names the internal edition; nothing was written. What to do: 'taizhang publish --internal --site DIR --workbook FILE.xlsx' makes pages and a workbook of every figure, for the office only; or choose a policy that protects, such as --policy suppress. 规则“%s”不隐去任何内容，不能用于发布，未写入任何内容。怎么办：内部使用请用 taizhang publish --internal --site 目录 --workbook 文件.xlsx；对外发布请换用 --policy suppress 等规则。"
              .formatted(policy.name(), policy.name()));
    }
  }

  private Report carryOut(ReleaseRequest request) {
    List<Release> known = KnownReleases.of(warehouse);
    Drafting drafting =
        new Drafting(warehouse, settings.reference(), settings.thresholds(), settings.protector());
    drafting.requireFigures(request);
    // Tables are asked while figures are protected, which one core does alone.
    try (AskedTables tables = AskedTables.of(warehouse, settings.broken())) {
      return carryOut(request, known, drafting, tables);
    }
  }

  private Report carryOut(
      ReleaseRequest request, List<Release> known, Drafting drafting, AskedTables tables) {
    List<Release> givenOut = KnownReleases.givenOut(known);
    Draft draft =
        drafting.draft(
            request,
            givenOut.stream()
                .map(one -> new GivenOut(one, Manifest.read(one.manifest()).rounds()))
                .toList(),
            id -> known.stream().anyMatch(one -> one.releaseId().equals(id)),
            (cells, slices) ->
                CellPeople.of(cells, slices, HardshipGroups.of(settings.reference())));
    Optional<Release> before =
        KnownReleases.lastGivenOut(known, draft.date().date(), draft.date().kind());
    Optional<PublishedRows> rowsBefore =
        before.map(one -> PublishedRows.read(warehouse, one.releaseId()));
    List<Finding> accepted =
        new Gatekeeper(warehouse, settings).pass(draft, tables.broken(), rowsBefore);
    Manifest manifest =
        DraftManifest.of(
            draft,
            new DraftManifest.Making(
                settings.codeVersion(),
                versions(),
                accepted,
                givenOut.stream().map(Release::releaseId).toList(),
                before.map(Release::releaseId),
                before
                    .map(one -> changes(draft, one, rowsBefore.orElseThrow()))
                    .orElse(List.of())));
    Optional<Release> same = sameDraft(known, draft, manifest);
    if (same.isPresent()) {
      return new Report(same.get(), false, accepted);
    }
    return new Report(
        new DraftWriter(warehouse, settings.codeVersion()).write(draft, manifest), true, accepted);
  }

  /** The newest release of the date, where it is a draft of the same and has its rows still. */
  private Optional<Release> sameDraft(List<Release> known, Draft draft, Manifest manifest) {
    return known.stream()
        .filter(one -> one.asOfDate().equals(draft.date().date()))
        .filter(one -> one.asOfKind().equals(draft.date().kind()))
        .reduce((one, later) -> later)
        .filter(Release::isDraft)
        .filter(one -> Manifest.read(one.manifest()).isOfTheSame(manifest))
        .filter(
            one -> manifest.changedIn(PublishedRows.read(warehouse, one.releaseId())).isEmpty());
  }

  private List<Change> changes(Draft draft, Release before, PublishedRows rowsBefore) {
    return Changes.of(
        rowsBefore,
        draft.rows(),
        draft.source().speaking(),
        Manifest.read(before.manifest()).spoke(),
        Names.of(settings.reference()));
  }

  private Map<String, Long> versions() {
    Map<String, Long> versions = new TreeMap<>();
    DraftSource.TABLES.stream()
        .filter(warehouse::exists)
        .forEach(table -> versions.put(table.name(), warehouse.version(table)));
    return versions;
  }
}
