package dev.taizhang.release.published;

import dev.taizhang.config.Thresholds;
import dev.taizhang.errors.BrokenContract;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.flow.CodeVersion;
import dev.taizhang.flow.Fingerprint;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionKind;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.site.Site;
import dev.taizhang.publish.workbook.EditionWorkbook;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.EditionWords;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.release.record.KnownReleases;
import dev.taizhang.release.record.Manifest;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import dev.taizhang.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The edition that leaves the house: what the rows of a release say, and nothing that they do not.
 *
 * @see <a href="../../../../../../docs/adr/0045-published-edition.md">ADR 45</a>
 */
public final class PublishedEdition {

  private final Release release;
  private final Manifest manifest;
  private final ReferenceData reference;
  private final Thresholds thresholds;
  private final String version;

  private PublishedEdition(
      Release release, ReferenceData reference, Thresholds thresholds, String version) {
    this.release = release;
    this.manifest = Manifest.read(release.manifest());
    this.reference = reference;
    this.thresholds = thresholds;
    this.version = version;
  }

  /**
   * The edition of a release.
   *
   * @param release a draft or an approved one
   * @param reference what codes are called, and where universities are
   * @param thresholds from when on a slice is stale or not covered
   * @param version release of the program
   * @throws InvalidUsage when the release was withdrawn
   */
  public static PublishedEdition of(
      Release release, ReferenceData reference, Thresholds thresholds, String version) {
    if (release.state().equals(Releases.WITHDRAWN)) {
      throw new InvalidUsage(
          "The release %1$s was withdrawn by %2$s and is not published. What to do: 'taizhang release list' shows the others; 'taizhang release create' makes a new one. Take its pages and workbooks away where they were given out. 发布 %1$s 已由 %2$s 撤回，不能再公布；请用 taizhang release list 另选，或用 taizhang release create 重新编制；已发出的网页和工作簿请收回。"
              .formatted(release.releaseId(), release.withdrawnBy()));
    }
    return new PublishedEdition(release, reference, thresholds, version);
  }

  /**
   * The edition of a release of a warehouse.
   *
   * @throws InvalidUsage when there is no such release, or it was withdrawn
   */
  public static PublishedEdition of(
      Warehouse warehouse,
      String releaseId,
      ReferenceData reference,
      Thresholds thresholds,
      String version) {
    return of(KnownReleases.named(warehouse, releaseId), reference, thresholds, version);
  }

  /** Who it is for. */
  public EditionKind kind() {
    if (manifest.withholdsNothing()) {
      return EditionKind.INTERNAL;
    }
    return release.isDraft() ? EditionKind.DRAFT : EditionKind.PUBLISHED;
  }

  /** Tells the state that the edition would be made from, without reading rows. */
  public String madeFrom() {
    List<String> parts = new ArrayList<>(List.of(version, reference.fingerprint()));
    // A fault that is mended in what makes editions reaches the pages with the next publication.
    parts.add(CodeVersion.of(List.of(PublishedEdition.class, Site.class, EditionWorkbook.class)));
    parts.add(thresholds.toString());
    EditionWords.sources().forEach(source -> parts.add(Fingerprint.of(source)));
    // Also its state, and who approved it when.
    parts.add(release.toString());
    return Fingerprint.of(parts.toArray(String[]::new)).substring(0, 16);
  }

  /**
   * Reads the rows and makes the edition.
   *
   * @throws BrokenContract when somebody changed the rows
   */
  public Edition edition(Warehouse warehouse) {
    return edition(PublishedRows.read(warehouse, release.releaseId()));
  }

  /** Makes the edition of the rows of the release. */
  Edition edition(PublishedRows rows) {
    requireSameRows(rows);
    EditionWords words = EditionWords.load();
    List<ReleasedRow> rates = ReleasedRow.of(PublishedTables.PLACEMENT_RATES, rows);
    List<ReleasedRow> trend = ReleasedRow.of(PublishedTables.PLACEMENT_TREND, rows);
    List<ReleasedRow> reporting = ReleasedRow.of(PublishedTables.REPORTING, rows);
    ReleasedReports reports = new ReleasedReports(words, reporting);
    ReleasedLists lists =
        new ReleasedLists(
            Stream.of(rates, trend, reporting).flatMap(List::stream).toList(), words, reference);
    ReleaseChanges changes = new ReleaseChanges(manifest, rates, words);
    List<EditionTable> tables = new ArrayList<>(figures(rows, words));
    tables.addAll(reports.tables());
    tables.add(changes.table());
    return new Edition(
        kind(),
        release.asOfDate(),
        madeFrom(),
        version,
        thresholds.staleAfterDays(),
        thresholds.coveredDays(),
        lists.lists(),
        // A table that is listed has rows: pages leave out what the release has not.
        tables.stream().filter(table -> !table.rows().isEmpty()).toList(),
        ReleasedFindings.of(
            rates.isEmpty() ? trend : rates,
            new ReleasedFindings(rates, trend, reports.newestWeek(), lists::group, thresholds)),
        Optional.of(new ReleaseFacts(release, manifest, words).of(changes.sentences())));
  }

  private List<EditionTable> figures(PublishedRows rows, EditionWords words) {
    RowOrder order = new RowOrder(HardshipGroups.names(reference.hardshipTags()));
    CountNotes notes = CountNotes.of(manifest);
    ReleasedOutcomes outcomes = new ReleasedOutcomes(words, order, notes.exact(), notes.coarse());
    List<EditionTable> tables =
        new ArrayList<>(
            new ReleasedRates(
                    ReleasedRow.of(PublishedTables.PLACEMENT_RATES, rows),
                    ReleasedRow.of(PublishedTables.PLACEMENT_TREND, rows),
                    words,
                    order,
                    notes.exact())
                .tables());
    tables.add(outcomes.gaps(ReleasedRow.of(PublishedTables.HARDSHIP_GAPS, rows)));
    tables.add(outcomes.times(ReleasedRow.of(PublishedTables.TIME_TO_PLACEMENT, rows)));
    tables.add(outcomes.campaign(ReleasedRow.of(PublishedTables.CAMPAIGN, rows)));
    tables.add(outcomes.coverage(ReleasedRow.of(PublishedTables.ASSISTANCE_COVERAGE, rows)));
    tables.add(outcomes.funnel(ReleasedRow.of(PublishedTables.ASSISTANCE_FUNNEL, rows)));
    tables.add(outcomes.outcomes(ReleasedRow.of(PublishedTables.OUTCOME_COUNTS, rows)));
    tables.add(outcomes.schemes(ReleasedRow.of(PublishedTables.SCHEME_RATES, rows)));
    tables.add(outcomes.movements(ReleasedRow.of(PublishedTables.TRANSITIONS, rows)));
    return tables;
  }

  private void requireSameRows(PublishedRows rows) {
    List<String> changed =
        PublishedTables.ALL.stream()
            .filter(table -> !rows.checksum(table).equals(manifest.checksum(table)))
            .map(PublishedTable::name)
            .toList();
    if (!changed.isEmpty()) {
      throw new BrokenContract(
          "The rows of %2$s are not those that were made for the release %1$s: somebody changed them. Nothing was published. What to do: 'taizhang release withdraw' it, and make it again with 'taizhang release create'. 发布 %1$s 的数据（%2$s）已被改动，未生成网页和工作簿；请撤回（taizhang release withdraw）后重新编制（taizhang release create）。"
              .formatted(release.releaseId(), String.join(", ", changed)));
    }
  }
}
