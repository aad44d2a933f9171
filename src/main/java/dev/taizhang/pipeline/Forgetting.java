package dev.taizhang.pipeline;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Thresholds;
import dev.taizhang.conform.Forgotten;
import dev.taizhang.errors.BrokenContract;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.landing.Identity;
import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.ExpectationResults;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Tombstones;
import dev.taizhang.warehouse.Warehouse;
import dev.taizhang.warehouse.WriterLock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Removes people by law: their rows, the states and counts made of them, and every earlier version
 * of every table. Tombstones stay, by which rows that come again are left out.
 *
 * <p>The tombstones are written first. Whatever was interrupted after them is done by the next
 * call, for whomever it is.
 *
 * @see <a href="../../../../../docs/adr/0020-forgetting.md">ADR 0020</a>
 */
public final class Forgetting {

  /** The tables that have rows of files. */
  private static final List<Table> OF_FILES =
      Stream.concat(RowCounts.ENTRIES.stream(), Stream.of(Quarantine.TABLE)).toList();

  private static final String PSEUDONYM = "pseudonym";
  private static final StructType PSEUDONYMS =
      new StructType()
          .add(PSEUDONYM, DataTypes.StringType, false)
          .add(Tombstones.KIND.name(), DataTypes.StringType, false);

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final ReferenceData reference;
  private final Thresholds thresholds;

  private Forgetting(
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
   * @param rows rows of files, each of which is removed
   * @param lockedDates official dates whose figures stay as they were locked
   */
  public record Found(List<Place> rows, List<LocalDate> lockedDates) {

    public Found {
      rows = List.copyOf(rows);
      lockedDates = List.copyOf(lockedDates);
    }
  }

  /**
   * A row of a file.
   *
   * @param path below the landing folder
   * @param sheetName empty for text
   * @param rowNumber as a person sees it in the file
   * @param doubtful whether the row names somebody else, too, whose other rows stay
   */
  public record Place(String path, String sheetName, int rowNumber, boolean doubtful) {}

  /** The people forgotten so far. */
  static Forgotten forgotten(Warehouse warehouse) {
    return new Forgotten(
        warehouse
            .read(Tombstones.TABLE)
            .select(Tombstones.TOMBSTONE.column())
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .collect(toSet()));
  }

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
    RuleCheck.check(spark, reference, request.thresholds());
    Warehouse warehouse =
        Warehouse.openToChange(spark, request.warehouse(), Pipeline.tables(), key.checkValue());
    String id = "forget-" + UUID.randomUUID();
    WriterLock lock = WriterLock.take(spark, warehouse, id);
    try {
      new Forgetting(
              spark,
              warehouse.asking(beforeWrite).asking(table -> lock.requireHeld()),
              reference,
              request.thresholds())
          .carryOut(key, identities, found, id);
    } finally {
      lock.close();
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
          "%s. Nothing was removed. What to do: give on standard input, one on a line, an ID number (身份证号), or a university's code and a student number (院校代码 学号)."
              .formatted(
                  problems.isEmpty()
                      ? "Standard input names nobody"
                      : String.join("; ", problems)));
    }
    return identities;
  }

  private void carryOut(
      PseudonymKey key, Collection<Identity> identities, Consumer<Found> found, String id) {
    Inputs inputs = Inputs.of(spark, reference, thresholds, warehouse::read);
    Runner runner = new Runner(warehouse, inputs, Fingerprint.figures(reference, thresholds));
    if (runner.isOfOtherSettings()) {
      throw new InvalidUsage(
          """
          The figures of the warehouse were made with other settings or by another release, so that \
          removing somebody would change more than that. Nothing was removed.
          What to do: give the --job or --reference that your runs use; after an upgrade, start \
          'taizhang run' once before.""");
    }
    Receipts receipts =
        new Receipts(spark, warehouse, Fingerprint.configuration(reference, thresholds));
    Forgotten before = forgotten(warehouse);
    Map<String, String> kinds = tombstones(identified(key, identities));
    Forgotten forgotten = before.and(kinds.keySet());
    List<Row> rows = rowsOf(forgotten);
    found.accept(new Found(places(rows, receipts), lockedDates()));
    kinds.keySet().removeAll(before.tombstones());
    bury(kinds, id);
    remove(forgotten, rows, id);
    Set<String> recounted = recount(receipts, rows, before);
    if (!recounted.isEmpty()) {
      countRules(runner, inputs, recounted, id);
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
  }

  private Identified identified(PseudonymKey key, Collection<Identity> identities) {
    Set<String> students = pseudonyms(key, identities, false);
    Set<String> persons = pseudonyms(key, identities, true);
    Set<Identified.Link> near = links(students, persons);
    near.forEach(link -> students.add(link.student()));
    near.forEach(link -> persons.add(link.person()));
    return Identified.of(
        pseudonyms(key, identities, false),
        pseudonyms(key, identities, true),
        links(students, persons));
  }

  private static Set<String> pseudonyms(
      PseudonymKey key, Collection<Identity> identities, boolean ofPersons) {
    return identities.stream()
        .filter(identity -> identity.isPerson() == ofPersons)
        .map(identity -> identity.pseudonym(key))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Set<Identified.Link> links(Set<String> students, Set<String> persons) {
    Column student = Entries.STUDENT_KEY.column();
    Column person = Entries.PERSON_ID.column();
    return OF_FILES.stream()
        .map(table -> warehouse.read(table).select(student, person))
        .reduce(Dataset::unionByName)
        .orElseThrow()
        .filter(student.isin(students.toArray()).or(person.isin(persons.toArray())))
        .filter(student.isNotNull().and(person.isNotNull()))
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> new Identified.Link(row.getString(0), row.getString(1)))
        .collect(toSet());
  }

  /** By tombstone of each number what it is a hash of. */
  private Map<String, String> tombstones(Identified people) {
    List<Row> pseudonyms =
        Stream.concat(
                people.students().stream().map(one -> RowFactory.create(one, Tombstones.STUDENT)),
                people.persons().stream().map(one -> RowFactory.create(one, Tombstones.PERSON)))
            .toList();
    return spark
        .createDataFrame(pseudonyms, PSEUDONYMS)
        .select(expr(Forgotten.tombstone(PSEUDONYM)), Tombstones.KIND.column())
        .collectAsList()
        .stream()
        .collect(toMap(row -> row.getString(0), row -> row.getString(1)));
  }

  /** The rows of these people in files: submission, sheet, row number, whether doubtful. */
  private List<Row> rowsOf(Forgotten forgotten) {
    Column student = Entries.STUDENT_KEY.column();
    Column person = Entries.PERSON_ID.column();
    Column names = forgotten.names(Entries.STUDENT_KEY, Entries.PERSON_ID);
    Column namesAnother =
        student
            .isNotNull()
            .and(not(forgotten.names(Entries.STUDENT_KEY)))
            .or(person.isNotNull().and(not(forgotten.names(Entries.PERSON_ID))));
    return OF_FILES.stream()
        .map(
            table ->
                warehouse
                    .read(table)
                    .filter(names)
                    .select(
                        Quarantine.SUBMISSION_ID.column(),
                        Quarantine.SHEET_NAME.column(),
                        Quarantine.ROW_NUMBER.column(),
                        namesAnother.as("doubtful"),
                        lit(table.name()).as("found_in")))
        .reduce(Dataset::unionByName)
        .orElseThrow()
        .collectAsList();
  }

  private static List<Place> places(List<Row> rows, Receipts receipts) {
    return rows.stream()
        .flatMap(
            row ->
                receipts.paths(row.getString(0)).stream()
                    .map(
                        path ->
                            new Place(path, row.getString(1), row.getInt(2), row.getBoolean(3))))
        .sorted(
            Comparator.comparing(Place::path)
                .thenComparing(Place::sheetName)
                .thenComparing(Place::rowNumber))
        .toList();
  }

  private List<LocalDate> lockedDates() {
    return warehouse
        .read(Decisions.TABLE)
        .filter(Decisions.KIND.column().equalTo(Decisions.LOCK))
        .select(Decisions.AS_OF_DATE.column())
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.<LocalDate>getAs(0))
        .sorted()
        .toList();
  }

  private void bury(Map<String, String> kinds, String id) {
    // A timestamp in a table has microseconds.
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    List<Row> tombstones =
        kinds.entrySet().stream()
            .map(one -> RowFactory.create(one.getKey(), one.getValue(), now))
            .toList();
    if (!tombstones.isEmpty()) {
      warehouse.append(
          Tombstones.TABLE,
          spark.createDataFrame(tombstones, Tombstones.TABLE.structType()).coalesce(1),
          id);
    }
  }

  /** The condition names submissions and nobody, since it stays in the table's log. */
  private void remove(Forgotten forgotten, List<Row> rows, String id) {
    Column names = forgotten.names(Entries.STUDENT_KEY, Entries.PERSON_ID);
    for (Table table : OF_FILES) {
      Set<String> submissions =
          rows.stream()
              .filter(row -> row.getString(4).equals(table.name()))
              .map(row -> row.getString(0))
              .collect(toSet());
      if (!submissions.isEmpty()) {
        String condition = among(submissions);
        Dataset<Row> kept = warehouse.read(table).filter(condition).filter(not(names));
        warehouse.replaceWhere(table, kept, condition, id);
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
   * @return the submissions with fewer rows than before
   * @throws BrokenContract when there are fewer by more than what was removed
   */
  private Set<String> recount(Receipts receipts, List<Row> rows, Forgotten before) {
    Map<String, Long> removed =
        rows.stream().collect(groupingBy(row -> row.getString(0), counting()));
    Map<String, Long> fewer = receipts.recount(RowCounts.bySubmission(warehouse::read));
    // A call that was interrupted may have removed more than it counted.
    boolean goesOn = !before.isEmpty();
    fewer.forEach(
        (submission, count) -> {
          long expected = removed.getOrDefault(submission, 0L);
          if (count < expected || (count > expected && !goesOn)) {
            throw new BrokenContract(
                "Rows were lost: %s has %d rows fewer, and %d were to be removed. What to do: report it, and make the warehouse anew from the landing folder."
                    .formatted(submission, count, expected));
          }
        });
    return fewer.keySet();
  }

  private static void countRules(Runner runner, Inputs inputs, Set<String> submissions, String id) {
    String condition = among(submissions);
    runner.runForSubmissions(
        Pipeline.STAGES.stream()
            .filter(stage -> stage.output().equals(ExpectationResults.TABLE))
            .toList(),
        condition,
        inputs.reading(table -> inputs.of(table).filter(condition)),
        id);
  }
}
