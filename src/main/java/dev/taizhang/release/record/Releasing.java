package dev.taizhang.release.record;

import static java.util.stream.Collectors.joining;

import dev.taizhang.cells.CellPeople;
import dev.taizhang.config.Thresholds;
import dev.taizhang.errors.BrokenContract;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.Draft;
import dev.taizhang.release.draft.DraftSource;
import dev.taizhang.release.draft.Drafting;
import dev.taizhang.release.draft.Protector;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.release.draft.ReleaseRequest;
import dev.taizhang.release.gates.Finding;
import dev.taizhang.release.gates.GateView;
import dev.taizhang.release.gates.Gates;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.ReleasePeople;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import dev.taizhang.warehouse.Opening;
import dev.taizhang.warehouse.Stamp;
import dev.taizhang.warehouse.TableRows;
import dev.taizhang.warehouse.Warehouse;
import dev.taizhang.warehouse.WriterLock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
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

  private static final List<Table> WRITTEN =
      Stream.concat(
              PublishedTables.ALL.stream().map(PublishedTable::table),
              Stream.of(ReleasePeople.TABLE, Releases.TABLE))
          .toList();

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
   * @throws InvalidUsage when there are no such figures, or the plan has none of them
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
    Warehouse warehouse = Opening.toDecide(spark, location, Pipeline.tables(), Lock.TABLE::equals);
    try (WriterLock lock = WriterLock.take(spark, warehouse, "release-" + UUID.randomUUID())) {
      return new Releasing(warehouse.asking(beforeWrite).heldBy(lock), settings).carryOut(request);
    }
  }

  private Report carryOut(ReleaseRequest request) {
    List<Release> known = KnownReleases.of(warehouse);
    List<Release> givenOut = KnownReleases.givenOut(known);
    Drafting drafting =
        new Drafting(warehouse, settings.reference(), settings.thresholds(), settings.protector());
    Draft draft =
        drafting.draft(
            request,
            givenOut,
            id -> known.stream().anyMatch(one -> one.releaseId().equals(id)),
            (cells, slices) ->
                CellPeople.of(cells, slices, HardshipGroups.of(settings.reference())));
    Optional<Release> before =
        KnownReleases.lastGivenOut(known, draft.date().date(), draft.date().kind());
    Optional<PublishedRows> rowsBefore =
        before.map(one -> PublishedRows.read(warehouse, one.releaseId()));
    List<Finding> accepted = pass(draft, rowsBefore);
    Manifest manifest =
        Manifest.of(
            draft,
            new Manifest.Making(
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
    return new Report(write(draft, manifest), true, accepted);
  }

  /** The newest release of the date, where it is a draft of the same. */
  private static Optional<Release> sameDraft(List<Release> known, Draft draft, Manifest manifest) {
    return known.stream()
        .filter(one -> one.asOfDate().equals(draft.date().date()))
        .filter(one -> one.asOfKind().equals(draft.date().kind()))
        .reduce((one, later) -> later)
        .filter(Release::isDraft)
        .filter(one -> Manifest.read(one.manifest()).isOfTheSame(manifest));
  }

  private List<Change> changes(Draft draft, Release before, PublishedRows rowsBefore) {
    return Changes.of(
        rowsBefore,
        draft.rows(),
        draft.source().speaking(),
        Manifest.read(before.manifest()).spoke(),
        Names.of(settings.reference()));
  }

  /** Asks every gate; what somebody accepted of it passes, anything else stops the release. */
  private List<Finding> pass(Draft draft, Optional<PublishedRows> before) {
    List<String> broken = new ArrayList<>(draft.contradictions());
    broken.addAll(
        settings.broken().apply(DraftSource.TABLES.stream().filter(warehouse::exists).toList()));
    List<Finding> findings =
        Gates.findings(
            new GateView(
                draft,
                PublishedTables.ALL,
                columns(),
                broken,
                before,
                settings.reference(),
                settings.thresholds()));
    List<Finding> closed =
        findings.stream()
            .filter(one -> !draft.request().accepted().contains(one.gate().code()))
            .toList();
    if (!closed.isEmpty()) {
      throw new BrokenContract(
          "No release was made and nothing was written, since %d of the gates before it %s closed (发布前有 %d 道关口未通过，未写入任何内容):%n%s"
              .formatted(
                  closed.size(),
                  closed.size() == 1 ? "is" : "are",
                  closed.size(),
                  closed.stream().map(Finding::described).collect(joining("%n".formatted()))));
    }
    return findings;
  }

  /** The columns that tables have, whatever the contract says. */
  private Map<String, List<String>> columns() {
    Map<String, List<String>> columns = new HashMap<>();
    for (PublishedTable table : PublishedTables.ALL) {
      Stream.of(table.table(), table.mart())
          .filter(one -> !columns.containsKey(one.name()))
          .filter(this::isStored)
          .forEach(
              one ->
                  columns.put(
                      one.name(), Arrays.asList(warehouse.read(one).schema().fieldNames())));
    }
    return columns;
  }

  private boolean isStored(Table table) {
    return Pipeline.tables().contains(table) && warehouse.exists(table);
  }

  private Map<String, Long> versions() {
    Map<String, Long> versions = new TreeMap<>();
    DraftSource.TABLES.stream()
        .filter(warehouse::exists)
        .forEach(table -> versions.put(table.name(), warehouse.version(table)));
    return versions;
  }

  private Release write(Draft draft, Manifest manifest) {
    Opening.makeMissing(warehouse, WRITTEN, Lock.TABLE);
    List<String> listed = KnownReleases.of(warehouse).stream().map(Release::releaseId).toList();
    draft
        .rows()
        .byTable()
        .forEach(
            (table, rows) ->
                write(
                    table.table(),
                    TableRows.ofValues(table.table(), rows),
                    draft.releaseId(),
                    listed));
    write(
        ReleasePeople.TABLE,
        TableRows.of(ReleasePeople.RECORDS, draft.people()),
        draft.releaseId(),
        listed);
    Release release =
        new Release(
            draft.releaseId(),
            Releases.DRAFT,
            draft.date().date(),
            draft.date().kind(),
            draft.request().plan().name(),
            draft.request().policy().name(),
            // A timestamp in a table has microseconds.
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            draft.request().by(),
            null,
            null,
            null,
            null,
            null,
            null,
            settings.codeVersion(),
            draft.rows().shown(),
            draft.rows().withheld(),
            null,
            manifest.json());
    KnownReleases.write(warehouse, release);
    return release;
  }

  /**
   * Writes the rows of a release in place of those that it may have, and of those of a release that
   * was interrupted: the last write to a table says whose it was.
   */
  private void write(Table table, TableRows rows, String releaseId, List<String> listed) {
    TreeSet<String> replaced = new TreeSet<>(List.of(releaseId));
    warehouse
        .stamp(table)
        .map(Stamp::text)
        .filter(id -> !listed.contains(id))
        .ifPresent(replaced::add);
    warehouse.replaceWhere(
        table,
        rows,
        replaced.stream().map("release_id = '%s'"::formatted).collect(joining(" OR ")),
        Stamp.of(releaseId));
  }
}
