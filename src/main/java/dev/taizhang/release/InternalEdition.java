package dev.taizhang.release;

import dev.taizhang.config.Thresholds;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.flow.CodeVersion;
import dev.taizhang.flow.Fingerprint;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionKind;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.site.Site;
import dev.taizhang.publish.workbook.EditionWorkbook;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The edition for the office alone: every figure that the pages show, from the tables of the
 * warehouse as they are.
 *
 * @see <a href="../../../../../docs/adr/0039-editions-and-site.md">ADR 39</a>
 */
public final class InternalEdition {

  private InternalEdition() {}

  /**
   * Makes the edition.
   *
   * @param reference what codes and universities are called
   * @param thresholds from when on a slice is stale or not covered
   * @param version release of the program
   * @return empty where there are no figures yet
   */
  public static Optional<Edition> of(
      Warehouse warehouse, ReferenceData reference, Thresholds thresholds, String version) {
    String madeFrom = madeFrom(warehouse, reference, thresholds, version);
    return EditionSource.read(warehouse)
        .map(source -> of(source, reference, thresholds, version, madeFrom));
  }

  /** Tells the state that an edition of the warehouse would be made from, without reading rows. */
  public static String madeFrom(
      Warehouse warehouse, ReferenceData reference, Thresholds thresholds, String version) {
    List<String> parts = new ArrayList<>(List.of(version, reference.fingerprint()));
    // A fault that is mended in what makes editions reaches the pages with the next run.
    parts.add(CodeVersion.of(List.of(InternalEdition.class, Site.class, EditionWorkbook.class)));
    parts.add(reference.expectations().toString());
    parts.add(thresholds.toString());
    EditionWords.sources().forEach(source -> parts.add(Fingerprint.of(source)));
    for (Table table : EditionSource.TABLES) {
      parts.add(table.name() + " " + warehouse.state(table));
    }
    return Fingerprint.of(parts.toArray(String[]::new)).substring(0, 16);
  }

  private static Edition of(
      EditionSource source,
      ReferenceData reference,
      Thresholds thresholds,
      String version,
      String madeFrom) {
    EditionWords words = EditionWords.load();
    NameLists names = new NameLists(source, words, reference);
    List<String> groups = HardshipGroups.names(reference.hardshipTags());
    List<EditionTable> tables = new ArrayList<>();
    tables.addAll(new RateTables(source, words, groups, names::university).tables());
    tables.addAll(new GapTables(source, words, groups).tables());
    tables.addAll(new TimeTables(source, words, groups).tables());
    tables.addAll(new CampaignTables(source, words, groups).tables());
    tables.addAll(new HelpTables(source, words, groups).tables());
    tables.addAll(new OutcomeTables(source, words, groups).tables());
    tables.addAll(new ReportingTables(source, words, names::university).tables());
    tables.addAll(new RuleTables(source, words, names::university).tables());
    tables.addAll(new RevisionTables(source, words, groups).tables());
    return new Edition(
        EditionKind.INTERNAL,
        source.newestDate(),
        madeFrom,
        version,
        thresholds.staleAfterDays(),
        thresholds.coveredDays(),
        names.lists(),
        tables,
        Findings.of(source, thresholds, names::group));
  }
}
