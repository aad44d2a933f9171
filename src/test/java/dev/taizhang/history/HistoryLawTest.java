package dev.taizhang.history;

import static org.apache.spark.sql.functions.concat_ws;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.Holding;
import dev.taizhang.conform.TableRows;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds slices and history of a thousand invented universities against a replay written separately.
 */
class HistoryLawTest {

  private static final int UNIVERSITIES = 1_000;

  /** Files are small here, so that a typing error is more than a hundredth of one. */
  private static final int FEW_PERCENT = 12;

  private static final Holding HOLDING = new Holding(0.2, 0.5, 0.05, FEW_PERCENT / 100.0);
  private static final Map<String, List<InventedCohorts.File>> FILES = new LinkedHashMap<>();
  private static List<Row> slices;
  private static List<Row> history;

  private final Map<String, NaiveReplay> replays = new LinkedHashMap<>();

  HistoryLawTest() {
    FILES.forEach(
        (university, files) -> replays.put(university, new NaiveReplay(files, FEW_PERCENT)));
  }

  @BeforeAll
  static void build() {
    for (int number = 0; number < UNIVERSITIES; number++) {
      String university = Integer.toString(10_000 + number);
      FILES.put(university, InventedCohorts.of(university, number));
    }
    Dataset<Row> found = slices(tables(FILES)).persist();
    slices = found.collectAsList();
    Tables tables = tables(FILES);
    history = HistoryTables.ofAllSlices(tables.entries, tables.quarantine, found).collectAsList();
    found.unpersist();
  }

  @Test
  void filesCountAsTheReplaySays() {
    Map<String, String> expected = new TreeMap<>();
    replays.values().forEach(replay -> expected.putAll(replay.statuses()));
    Map<String, String> statuses = new TreeMap<>();
    slices.forEach(row -> statuses.put(slice(row), row.getAs(Slices.STATUS.name())));
    assertEquals(expected.keySet(), statuses.keySet());
    assertEquals(
        List.of(),
        expected.keySet().stream()
            .filter(slice -> !expected.get(slice).equals(statuses.get(slice)))
            .map(slice -> slice + ": " + expected.get(slice) + " " + statuses.get(slice))
            .limit(5)
            .toList());
    for (String status : List.of(Slices.IN_FORCE, Slices.HELD, Slices.SUPERSEDED)) {
      assertTrue(Collections.frequency(expected.values(), status) > 100, status);
    }
    int strays = Collections.frequency(expected.values(), Slices.STRAY);
    assertTrue(strays > 20, () -> strays + " strays");
  }

  private static String slice(Row row) {
    return row.<String>getAs(Slices.SUBMISSION_ID.name())
        + "/"
        + row.<Integer>getAs(Slices.GRADUATION_YEAR.name());
  }

  private static String cohort(Row row) {
    return row.<String>getAs(Slices.UNIVERSITY_CODE.name())
        + "/"
        + row.<Integer>getAs(Slices.GRADUATION_YEAR.name());
  }

  @Test
  void everybodyIsOnEachDateInTheStateOfTheReplay() {
    Map<String, List<Row>> byUniversity = new TreeMap<>();
    history.forEach(
        row ->
            byUniversity
                .computeIfAbsent(
                    row.getAs(History.UNIVERSITY_CODE.name()), key -> new ArrayList<>())
                .add(row));
    List<String> differences = new ArrayList<>();
    FILES.forEach(
        (university, files) ->
            files.stream()
                .map(InventedCohorts.File::date)
                .distinct()
                .flatMap(date -> List.of(date.minusDays(1), date, date.plusDays(3)).stream())
                .forEach(
                    date -> {
                      Map<String, String> expected = replays.get(university).on(date);
                      Map<String, String> found =
                          on(date, byUniversity.getOrDefault(university, List.of()));
                      if (!expected.equals(found)) {
                        differences.add(university + " " + date + ": " + expected + " " + found);
                      }
                    }));
    assertEquals(List.of(), differences.stream().limit(3).toList());
  }

  @Test
  void whoeverIsOnlyCarriedForwardWasToldOfWhenTheReplaySays() {
    Map<String, LocalDate> expected = new TreeMap<>();
    replays.values().forEach(replay -> expected.putAll(replay.carried()));
    Map<String, LocalDate> found = new TreeMap<>();
    for (Row row : history) {
      int carried = row.fieldIndex(History.CARRIED_FORWARD.name());
      if (!row.isNullAt(carried)) {
        for (Row slice : row.<Row>getList(carried)) {
          LocalDate date = slice.getAs(History.SLICE_DATE);
          found.put(
              "%d/%s on %s"
                  .formatted(
                      row.<Integer>getAs(History.GRADUATION_YEAR.name()),
                      row.<String>getAs(History.GRADUATE_ID.name()),
                      date),
              slice.getAs(History.LAST_GOOD_DATE));
          LocalDate to = row.getAs(History.VALID_TO.name());
          assertTrue(
              !date.isBefore(row.<LocalDate>getAs(History.VALID_FROM.name()))
                  && (to == null || date.isBefore(to)),
              row::toString);
        }
      }
    }
    assertEquals(expected, found);
    assertTrue(expected.size() > 100, () -> expected.size() + " carried forward");
  }

  @Test
  void intervalsOfAGraduateNeitherOverlapNorRepeatAState() {
    Map<String, TreeMap<LocalDate, Row>> byGraduate = new TreeMap<>();
    history.forEach(
        row ->
            byGraduate
                .computeIfAbsent(
                    row.<Integer>getAs(History.GRADUATION_YEAR.name())
                        + "/"
                        + row.<String>getAs(History.GRADUATE_ID.name()),
                    key -> new TreeMap<>())
                .put(row.getAs(History.VALID_FROM.name()), row));
    for (TreeMap<LocalDate, Row> intervals : byGraduate.values()) {
      Row before = null;
      for (Row row : intervals.values()) {
        String kind = row.getAs(History.CHANGE_KIND.name());
        if (before == null) {
          assertEquals(History.ENTERED, kind);
        } else {
          assertEquals(
              row.<LocalDate>getAs(History.VALID_FROM.name()),
              before.<LocalDate>getAs(History.VALID_TO.name()));
          boolean wasAway = before.getAs(History.CHANGE_KIND.name()).equals(History.LEFT);
          assertEquals(wasAway, kind.equals(History.RETURNED), row::toString);
          assertTrue(
              !kind.equals(History.CHANGED)
                  || !Optional.ofNullable(row.getAs(Entries.OUTCOME_CODE.name()))
                      .equals(Optional.ofNullable(before.getAs(Entries.OUTCOME_CODE.name()))),
              row::toString);
        }
        before = row;
      }
      assertTrue(before.isNullAt(before.fieldIndex(History.VALID_TO.name())));
    }
  }

  @Test
  void orderOfTheRowsOfTheTablesChangesNothing() {
    List<String> universities = new ArrayList<>(FILES.keySet()).subList(0, 100);
    Map<String, List<InventedCohorts.File>> some = new LinkedHashMap<>();
    Random random = new Random(7);
    Collections.shuffle(universities, random);
    for (String university : universities) {
      List<InventedCohorts.File> files = new ArrayList<>(FILES.get(university));
      Collections.shuffle(files, random);
      some.put(university, files);
    }
    Tables tables = tables(some);
    Dataset<Row> found = slices(tables);
    assertEquals(texts(slices, some.keySet()), texts(found.collectAsList(), some.keySet()));
    assertEquals(
        texts(history, some.keySet()),
        texts(
            HistoryTables.ofAllSlices(tables.entries, tables.quarantine, found).collectAsList(),
            some.keySet()));
  }

  /**
   * The last slices of each university, decided and compared as a run does that brings them alone:
   * where the cohort of every row is certain, now and in what counted last.
   */
  @Test
  void nextSliceMakesWhatAllSlicesMake(@TempDir Path folder) {
    Map<String, List<InventedCohorts.File>> earlier = new LinkedHashMap<>();
    Map<String, List<InventedCohorts.File>> later = new LinkedHashMap<>();
    FILES.forEach(
        (university, files) -> {
          LocalDate last =
              files.stream().map(InventedCohorts.File::date).max(LocalDate::compareTo).get();
          earlier.put(
              university, files.stream().filter(file -> file.date().isBefore(last)).toList());
          later.put(university, files.stream().filter(file -> file.date().equals(last)).toList());
        });
    later
        .values()
        .removeIf(files -> files.stream().anyMatch(file -> file.isDoubtful(HOLDING.strayShare())));
    earlier.keySet().retainAll(later.keySet());
    Dataset<Row> slicesBefore = slices(tables(earlier)).persist();
    Map<String, Map<Integer, LocalDate>> lastCounted = new TreeMap<>();
    List<Row> counted =
        slicesBefore.filter(Slices.STATUS.column().equalTo(Slices.IN_FORCE)).collectAsList();
    counted.forEach(
        row ->
            lastCounted
                .computeIfAbsent(row.getAs(Slices.UNIVERSITY_CODE.name()), key -> new TreeMap<>())
                .merge(
                    row.getAs(Slices.GRADUATION_YEAR.name()),
                    row.getAs(Slices.SNAPSHOT_DATE.name()),
                    (one, other) -> one.isAfter(other) ? one : other));
    Map<String, Set<Integer>> yearsBySubmission = new TreeMap<>();
    counted.stream()
        .filter(
            row ->
                lastCounted
                    .get(row.<String>getAs(Slices.UNIVERSITY_CODE.name()))
                    .get(row.<Integer>getAs(Slices.GRADUATION_YEAR.name()))
                    .equals(row.getAs(Slices.SNAPSHOT_DATE.name())))
        .forEach(
            row ->
                yearsBySubmission
                    .computeIfAbsent(row.getAs(Slices.SUBMISSION_ID.name()), key -> new TreeSet<>())
                    .add(row.getAs(Slices.GRADUATION_YEAR.name())));
    earlier
        .values()
        .removeIf(
            files ->
                files.stream()
                    .filter(file -> yearsBySubmission.containsKey(file.id()))
                    .anyMatch(file -> file.isDoubtful(HOLDING.strayShare())));
    later.keySet().retainAll(earlier.keySet());
    Map<String, List<InventedCohorts.File>> walked = new LinkedHashMap<>();
    later.forEach(
        (university, files) -> {
          List<InventedCohorts.File> all = new ArrayList<>(files);
          earlier.get(university).stream()
              .filter(file -> yearsBySubmission.containsKey(file.id()))
              .forEach(file -> all.add(file.only(yearsBySubmission.get(file.id()))));
          walked.put(university, all);
        });
    Set<String> newFiles =
        later.values().stream()
            .flatMap(List::stream)
            .map(InventedCohorts.File::id)
            .collect(Collectors.toSet());

    List<Row> decided =
        slices(tables(walked)).collectAsList().stream()
            .filter(row -> newFiles.contains(row.<String>getAs(Slices.SUBMISSION_ID.name())))
            .toList();
    assertEquals(
        texts(
            slices.stream()
                .filter(row -> newFiles.contains(row.<String>getAs(Slices.SUBMISSION_ID.name())))
                .toList(),
            FILES.keySet()),
        texts(decided, FILES.keySet()));

    Set<String> followed =
        decided.stream()
            .filter(row -> row.getAs(Slices.STATUS.name()).equals(Slices.IN_FORCE))
            .map(HistoryLawTest::cohort)
            .collect(Collectors.toSet());
    assertTrue(followed.size() > UNIVERSITIES / 4, () -> followed.size() + " cohorts");
    Tables before = tables(earlier);
    Dataset<Row> historyBefore =
        HistoryTables.ofAllSlices(before.entries, before.quarantine, slicesBefore)
            .filter(
                concat_ws("/", History.UNIVERSITY_CODE.column(), History.GRADUATION_YEAR.column())
                    .isInCollection(followed))
            .persist();
    Tables next = tables(later);
    List<Row> known = new ArrayList<>(decided);
    counted.stream().filter(row -> followed.contains(cohort(row))).forEach(known::add);
    Dataset<Row> slicesNext =
        SharedSpark.session().createDataFrame(known, Slices.TABLE.structType());
    HistoryTables.Next found =
        HistoryTables.next(
            folder.resolve("history"), historyBefore, next.entries, next.quarantine, slicesNext);
    List<Row> all = new ArrayList<>(found.kept());
    all.addAll(found.added());
    // Whatever stays as it is is left where it is.
    assertEquals(List.of(), common(historyBefore.collectAsList(), found.added()));
    assertTrue(found.kept().size() > found.added().size(), () -> found.kept().size() + " kept");
    assertEquals(
        texts(
            history.stream().filter(row -> followed.contains(cohort(row))).toList(),
            FILES.keySet()),
        texts(all, FILES.keySet()));
    slicesBefore.unpersist();
    historyBefore.unpersist();
  }

  private static List<String> common(List<Row> before, List<Row> added) {
    List<String> texts = new ArrayList<>(texts(before, FILES.keySet()));
    texts.retainAll(texts(added, FILES.keySet()));
    return texts;
  }

  private static List<String> texts(List<Row> rows, Set<String> universities) {
    return rows.stream()
        .filter(row -> universities.contains(row.<String>getAs(Slices.UNIVERSITY_CODE.name())))
        .map(Row::toString)
        .sorted()
        .toList();
  }

  private static Map<String, String> on(LocalDate date, List<Row> rows) {
    Map<String, String> states = new TreeMap<>();
    for (Row row : rows) {
      LocalDate from = row.getAs(History.VALID_FROM.name());
      LocalDate to = row.getAs(History.VALID_TO.name());
      if (!from.isAfter(date)
          && (to == null || to.isAfter(date))
          && !row.getAs(History.CHANGE_KIND.name()).equals(History.LEFT)) {
        states.put(
            row.<Integer>getAs(History.GRADUATION_YEAR.name())
                + "/"
                + row.<String>getAs(History.GRADUATE_ID.name()),
            Optional.<String>ofNullable(row.getAs(Entries.OUTCOME_CODE.name())).orElse(""));
      }
    }
    return states;
  }

  private record Tables(
      List<Submission> submissions,
      List<Decision> decisions,
      Dataset<Row> entries,
      Dataset<Row> quarantine) {}

  private static Dataset<Row> slices(Tables tables) {
    return TableRows.dataset(
        Slices.TABLE,
        InForce.of(
            tables.submissions, tables.decisions, tables.entries, tables.quarantine, HOLDING));
  }

  private static Tables tables(Map<String, List<InventedCohorts.File>> all) {
    Instant noon = Instant.parse("2025-09-02T12:00:00Z");
    TableRows submissions =
        TableRows.of(
            Submissions.TABLE,
            Submissions.FEED,
            "ledger",
            Submissions.BYTE_SIZE,
            1L,
            Submissions.RECEIVED_AT,
            noon,
            Submissions.CONFIGURATION,
            "",
            Submissions.STATUS,
            Submissions.ACCEPTED,
            Submissions.RUN_ID,
            "r");
    TableRows decisions = TableRows.of(Decisions.TABLE, Decisions.DECIDED_AT, noon);
    TableRows entries =
        TableRows.of(
            Entries.TABLE,
            Entries.SHEET_NAME,
            "",
            Entries.DEGREE_LEVEL,
            "bachelor",
            Entries.MAJOR_CATALOGUE,
            "unknown",
            Entries.HARDSHIP_TAGS,
            new String[0],
            Entries.HARDSHIP_DETAIL,
            "missing",
            Entries.IN_DENOMINATOR,
            true,
            Entries.FLAGS,
            new String[0]);
    TableRows quarantine =
        TableRows.of(
            Quarantine.TABLE,
            Quarantine.SHEET_NAME,
            "",
            Quarantine.RULE_ID,
            "cells_shifted",
            Quarantine.MESSAGE_ZH,
            "",
            Quarantine.MESSAGE_EN,
            "");
    all.forEach(
        (university, files) ->
            files.forEach(
                file -> add(university, file, submissions, decisions, entries, quarantine)));
    return new Tables(
        submissions.records(Submission.class),
        decisions.records(Decision.class),
        entries.distributed(),
        quarantine.distributed());
  }

  private static void add(
      String university,
      InventedCohorts.File file,
      TableRows submissions,
      TableRows decisions,
      TableRows entries,
      TableRows quarantine) {
    submissions.row(
        Submissions.SUBMISSION_ID, file.id(),
        Submissions.UNIVERSITY_CODE, university,
        Submissions.SNAPSHOT_DATE, file.date(),
        Submissions.PART, file.part(),
        Submissions.FILE_NAME, file.id(),
        Submissions.ACCEPTED_COUNT, file.accepted(),
        Submissions.MODIFIED_AT, file.arrival());
    file.decision()
        .ifPresent(
            kind ->
                decisions.row(
                    Decisions.DECISION_ID, file.id(),
                    Decisions.KIND, kind,
                    Decisions.SUBMISSION_ID, file.id()));
    int rowNumber = 1;
    for (InventedCohorts.Line line : file.lines()) {
      rowNumber++;
      String student = line.byPerson() ? null : line.graduate();
      String person = "id number of " + line.graduate();
      if (line.outcome().isPresent()) {
        entries.row(
            Entries.SUBMISSION_ID,
            file.id(),
            Entries.ROW_NUMBER,
            rowNumber,
            Entries.UNIVERSITY_CODE,
            university,
            Entries.GRADUATION_YEAR,
            line.year(),
            Entries.SNAPSHOT_DATE,
            file.date(),
            Entries.STUDENT_KEY,
            student,
            Entries.PERSON_ID,
            person,
            Entries.OUTCOME_CODE,
            line.outcome().get().isEmpty() ? null : line.outcome().get());
      } else {
        quarantine.row(
            Quarantine.SUBMISSION_ID,
            file.id(),
            Quarantine.ROW_NUMBER,
            rowNumber,
            Quarantine.UNIVERSITY_CODE,
            university,
            Quarantine.GRADUATION_YEAR,
            line.year(),
            Quarantine.SNAPSHOT_DATE,
            file.date(),
            Quarantine.STUDENT_KEY,
            student,
            Quarantine.PERSON_ID,
            person);
      }
    }
  }
}
