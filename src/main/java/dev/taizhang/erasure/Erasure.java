package dev.taizhang.erasure;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Thresholds;
import dev.taizhang.conform.FeedRules;
import dev.taizhang.conform.Forgotten;
import dev.taizhang.errors.BrokenContract;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.flow.Fingerprint;
import dev.taizhang.flow.Inputs;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.flow.Runner;
import dev.taizhang.intake.Recount;
import dev.taizhang.intake.RowCounts;
import dev.taizhang.intake.RuleCheck;
import dev.taizhang.landing.Feed;
import dev.taizhang.landing.person.Identity;
import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.register.ForgottenPeople;
import dev.taizhang.register.SubmissionRegister;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.ExpectationResults;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.MajorNames;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Tombstones;
import dev.taizhang.tables.Tombstones.Tombstone;
import dev.taizhang.warehouse.Stamp;
import dev.taizhang.warehouse.TableRows;
import dev.taizhang.warehouse.Warehouse;
import dev.taizhang.warehouse.WriterLock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Removes people by law: their rows, the states and counts made of them, and every earlier version
 * of every table. Tombstones stay, by which rows that come again are left out.
 *
 * <p>The tombstones are written first. Whatever was interrupted after them is done by the next
 * call, for whomever it is.
 *
 * @see <a href="../../../../../docs/adr/0020-forgetting.md">ADR 0020</a>
 */
public final class Erasure {

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final ReferenceData reference;
  private final Thresholds thresholds;

  private Erasure(
      SparkSession spark, Warehouse warehouse, ReferenceData reference, Thresholds thresholds) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.reference = reference;
    this.thresholds = thresholds;
  }

  /**
   * Where to remove somebody, and what the figures there are made with.
   *
   * @param warehouse folder of the tables
   * @param reference folder with the analyst's additions to the reference data
   * @param expectations rules besides those of the reference data
   */
  public record Request(
      String warehouse,
      Optional<String> reference,
      Thresholds thresholds,
      List<Expectation> expectations) {

    public Request {
      expectations = List.copyOf(expectations);
    }
  }

  /**
   * Where the people were found.
   *
   * @param places where each row is; a file that lies at several paths has several
   * @param rows rows that are removed
   * @param lockedDates official dates whose figures stay as they were locked
   * @param releases releases that count them, and stay as they are
   * @param goesOn whether a call that was interrupted is carried on, which named the rows that it
   *     removed
   */
  public record Found(
      List<Place> places,
      long rows,
      List<LocalDate> lockedDates,
      List<Release> releases,
      boolean goesOn) {

    public Found {
      places = List.copyOf(places);
      lockedDates = List.copyOf(lockedDates);
      releases = List.copyOf(releases);
    }
  }

  /**
   * A row of a file.
   *
   * @param path below the landing folder; the file's name where the path has other bytes by now
   * @param sheetName position of the sheet among those that are shown; empty for text
   * @param rowNumber as a person sees it in the file
   * @param hasAnother whether the row has another number, too, whose other rows stay
   */
  public record Place(String path, String sheetName, int rowNumber, boolean hasAnother) {}

  /**
   * Removes people.
   *
   * @param lines their numbers, as {@link Identity#parse} reads them
   * @param found is told where they are before anything is removed
   * @throws InvalidUsage when a line is no such number, there is no warehouse, or its figures were
   *     made with other settings
   * @throws dev.taizhang.errors.WarehouseBusy when a run holds the warehouse
   */
  public static void forget(
      SparkSession spark,
      Request request,
      PseudonymKey key,
      List<String> lines,
      Consumer<Found> found) {
    forget(spark, request, key, lines, found, table -> {});
  }

  /**
   * Removes people, and may be made to fail.
   *
   * @param beforeWrite is told each table that is about to be written
   */
  static void forget(
      SparkSession spark,
      Request request,
      PseudonymKey key,
      List<String> lines,
      Consumer<Found> found,
      Consumer<Table> beforeWrite) {
    List<Identity> identities = identities(lines);
    ReferenceData reference =
        ReferenceData.load(request.reference()).withExpectations(request.expectations());
    RuleCheck.check(spark, reference);
    Warehouse warehouse =
        Warehouse.openToChange(spark, request.warehouse(), Pipeline.tables(), key.checkValue());
    String id = "forget-" + UUID.randomUUID();
    try (WriterLock lock = WriterLock.take(spark, warehouse, id)) {
      new Erasure(
              spark, warehouse.asking(beforeWrite).heldBy(lock), reference, request.thresholds())
          .carryOut(key, identities, found, id);
    }
  }

  /** What the lines say that say something; the errors hold nothing of them. */
  private static List<Identity> identities(List<String> lines) {
    List<Identity> identities = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        try {
          identities.add(Identity.parse(lines.get(i)));
        } catch (IllegalArgumentException e) {
          problems.add("line %d: %s".formatted(i + 1, e.getMessage()));
        }
      }
    }
    if (!problems.isEmpty() || identities.isEmpty()) {
      throw new InvalidUsage(
          "%s. Nothing was removed. What to do: give one person per line on standard input: an ID number (身份证号), or a university code and a student number (院校代码 学号)."
              .formatted(
                  problems.isEmpty()
                      ? "Standard input names no person"
                      : String.join("; ", problems)));
    }
    return identities;
  }

  private void carryOut(
      PseudonymKey key, Collection<Identity> identities, Consumer<Found> found, String id) {
    Inputs inputs = Inputs.of(reference, thresholds, warehouse::read, warehouse::records);
    Runner runner = new Runner(warehouse, inputs);
    boolean goesOn = ForgottenPeople.areHalfRemoved(warehouse);
    // A run, which could bring the figures to these settings, refuses until nobody is half
    // forgotten.
    if (!goesOn && runner.isOfOtherSettings()) {
      throw new InvalidUsage(
          """
          The figures of the warehouse were made with other settings or by another release, so \
          removing a person would also change other figures. Nothing was removed.
          What to do: give the --job or --reference that your runs use; after an upgrade, start \
          'taizhang run' once first.""");
    }
    SubmissionRegister receipts =
        new SubmissionRegister(warehouse, Fingerprint.configurations(reference, thresholds));
    requireWhole(receipts, goesOn);
    Whereabouts whereabouts = new Whereabouts(spark, warehouse);
    Map<String, String> tombstones =
        whereabouts.tombstones(
            pseudonyms(key, identities, false), pseudonyms(key, identities, true));
    Forgotten forgotten = ForgottenPeople.in(warehouse).and(tombstones.keySet());
    List<Whereabouts.Sighting> sightings = whereabouts.sightings(forgotten);
    CountingReleases releases = new CountingReleases(warehouse);
    List<Release> counting =
        releases.of(sightings.stream().map(Whereabouts.Sighting::submission).collect(toSet()));
    found.accept(
        new Found(places(sightings, receipts), sightings.size(), lockedDates(), counting, goesOn));
    bury(tombstones, id);
    // Before the rows are gone by which these releases are known.
    releases.mark(counting);
    remove(whereabouts, forgotten, sightings, id);
    Set<String> recounted = recount(receipts, sightings, goesOn);
    if (!recounted.isEmpty()) {
      countRules(recounted, id);
    }
    receipts.applyDecisions();
    receipts.writeSubmissions();
    runner.bringUpToDate(
        receipts.stages(),
        receipts.stamps(),
        receipts.cohortFiles(thresholds.holding().strayShare()));
    // The lock's table is written all the while, and has nobody in it.
    Pipeline.tables().stream()
        .filter(table -> !table.equals(Lock.TABLE))
        .forEach(warehouse::removeEarlierVersions);
    finish(id);
  }

  /** Rows that are missing for another reason must not be taken for forgotten ones. */
  private void requireWhole(SubmissionRegister receipts, boolean goesOn) {
    Map<String, Long> missing =
        goesOn ? Map.of() : receipts.fewer(RowCounts.bySubmission(warehouse::read));
    if (!missing.isEmpty()) {
      throw new BrokenContract(
          "Rows are missing from submissions %s; nobody was removed. What to do: start 'taizhang run' once, which completes an interrupted run; if rows are still missing, rebuild the warehouse from the landing folder."
              .formatted(missing.keySet()));
    }
  }

  private static Set<String> pseudonyms(
      PseudonymKey key, Collection<Identity> identities, boolean ofPersons) {
    return identities.stream()
        .filter(identity -> identity.isPerson() == ofPersons)
        .map(identity -> identity.pseudonym(key))
        .collect(toSet());
  }

  private static List<Place> places(
      List<Whereabouts.Sighting> sightings, SubmissionRegister receipts) {
    return sightings.stream()
        .flatMap(
            row ->
                receipts.paths(row.submission()).stream()
                    .map(
                        path ->
                            new Place(path, row.sheetName(), row.rowNumber(), row.hasAnother())))
        .sorted(
            Comparator.comparing(Place::path)
                .thenComparing(place -> place.sheetName().length())
                .thenComparing(Place::sheetName)
                .thenComparing(Place::rowNumber))
        .toList();
  }

  private List<LocalDate> lockedDates() {
    return warehouse.records(Decisions.RECORDS).stream()
        .filter(Decision::isLock)
        .map(Decision::asOfDate)
        .distinct()
        .sorted()
        .toList();
  }

  private void bury(Map<String, String> tombstones, String id) {
    Set<String> known = ForgottenPeople.in(warehouse).tombstones();
    Instant now = now();
    List<Tombstone> buried =
        tombstones.entrySet().stream()
            .filter(one -> !known.contains(one.getKey()))
            .map(one -> new Tombstone(one.getKey(), one.getValue(), now, null))
            .toList();
    if (!buried.isEmpty()) {
      warehouse.append(Tombstones.TABLE, TableRows.of(Tombstones.RECORDS, buried), id);
    }
  }

  private void finish(String id) {
    Instant now = now();
    List<Tombstone> finished =
        warehouse.records(Tombstones.RECORDS).stream().map(one -> one.removed(now)).toList();
    warehouse.replace(Tombstones.TABLE, TableRows.of(Tombstones.RECORDS, finished), Stamp.of(id));
  }

  private static Instant now() {
    // A timestamp in a table has microseconds.
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  /** The condition names submissions and nobody, since it stays in the table's log. */
  private void remove(
      Whereabouts whereabouts,
      Forgotten forgotten,
      List<Whereabouts.Sighting> sightings,
      String id) {
    for (Table table : RowCounts.OF_FILES) {
      Set<String> submissions =
          sightings.stream()
              .filter(row -> row.table().equals(table.name()))
              .map(Whereabouts.Sighting::submission)
              .collect(toSet());
      if (!submissions.isEmpty()) {
        String condition = among(submissions);
        warehouse.replaceWhere(
            table, whereabouts.without(table, forgotten).filter(condition), condition, id);
      }
    }
  }

  private static String among(Collection<String> submissions) {
    return submissions.stream()
        .sorted()
        .map(submission -> "'" + submission + "'")
        .collect(joining(", ", "submission_id IN (", ")"));
  }

  /**
   * Counts anew what is in the tables.
   *
   * @param goesOn whether a call was interrupted, which may have removed more than it counted
   * @return the submissions with fewer rows than before
   * @throws BrokenContract when there are fewer by more than what was removed
   */
  private Set<String> recount(
      SubmissionRegister receipts, List<Whereabouts.Sighting> sightings, boolean goesOn) {
    Map<String, Long> removed =
        sightings.stream().collect(groupingBy(Whereabouts.Sighting::submission, counting()));
    Map<String, Long> fewer = receipts.recount(RowCounts.bySubmission(warehouse::read));
    fewer.forEach(
        (submission, count) -> {
          long expected = removed.getOrDefault(submission, 0L);
          if (count < expected || (count > expected && !goesOn)) {
            throw new BrokenContract(
                "Rows were lost: %s has %d fewer rows, but %d were to be removed. What to do: report it, and rebuild the warehouse from the landing folder."
                    .formatted(submission, count, expected));
          }
        });
    return fewer.keySet();
  }

  /** Counts anew what was counted of the rows of these submissions while they were read. */
  private void countRules(Set<String> submissions, String id) {
    String condition = among(submissions);
    Recount recount =
        new Recount(
            FeedRules.of(
                spark,
                reference.expectations(),
                Arrays.stream(Feed.values()).map(Feed::id).toList()),
            table -> warehouse.read(table).filter(condition));
    warehouse.replaceWhere(
        ExpectationResults.TABLE, TableRows.of(recount.ruleCounts()), condition, Stamp.of(id));
    warehouse.replaceWhere(
        MajorNames.TABLE, TableRows.of(recount.majorNames()), condition, Stamp.of(id));
  }
}
