package dev.taizhang.publish.edition;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a site and a workbook are made from.
 *
 * @param kind who it is for
 * @param asOfDate the date that its figures speak of; of the internal edition the newest plain one
 * @param madeFrom tells its state: the same text, the same edition
 * @param program release of the program
 * @param staleDays a slice older than these days is stale
 * @param coveredDays a university with no slice within these days is not covered
 * @param lists codes with their names, by the name of the column that holds them, each in its order
 * @param tables the tables and parts of tables
 * @param findings by cohort: what the figures say, in three sentences
 * @param release the release that it shows; empty where it is of the warehouse as it is
 */
public record Edition(
    EditionKind kind,
    LocalDate asOfDate,
    String madeFrom,
    String program,
    int staleDays,
    int coveredDays,
    Map<String, List<CodeName>> lists,
    List<EditionTable> tables,
    SortedMap<Integer, List<KeyFinding>> findings,
    Optional<EditionRelease> release) {

  private static final String PLAIN = "plain";

  public Edition {
    requireNonNull(kind, "kind");
    requireNonNull(asOfDate, "asOfDate");
    requireNonNull(madeFrom, "madeFrom");
    lists = Map.copyOf(lists);
    tables = List.copyOf(tables);
    findings = new TreeMap<>(findings);
    requireNonNull(release, "release");
  }

  /** An edition of the warehouse as it is. */
  public Edition(
      EditionKind kind,
      LocalDate asOfDate,
      String madeFrom,
      String program,
      int staleDays,
      int coveredDays,
      Map<String, List<CodeName>> lists,
      List<EditionTable> tables,
      SortedMap<Integer, List<KeyFinding>> findings) {
    this(
        kind,
        asOfDate,
        madeFrom,
        program,
        staleDays,
        coveredDays,
        lists,
        tables,
        findings,
        Optional.empty());
  }

  /** The kind of its date, as in the column of that name. */
  public String asOfKind() {
    return release.map(EditionRelease::asOfKind).orElse(PLAIN);
  }

  /** The cohorts, newest first. */
  public List<Integer> graduationYears() {
    return new TreeMap<>(findings).descendingMap().keySet().stream().toList();
  }
}
