package dev.taizhang.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.Holding;
import dev.taizhang.conform.TableRows;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
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
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds slices and history of a thousand invented universities against a replay written separately.
 */
class HistoryLawTest {

  private static final int UNIVERSITIES = 1_000;
  private static final Map<String, List<InventedCohorts.File>> FILES = new LinkedHashMap<>();
  private static List<Row> slices;
  private static List<Row> history;

  private final Map<String, NaiveReplay> replays = new LinkedHashMap<>();

  HistoryLawTest() {
    FILES.forEach((university, files) -> replays.put(university, new NaiveReplay(files)));
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
    history = GraduateHistory.build(tables.entries, tables.quarantine, found).collectAsList();
    found.unpersist();
  }

  @Test
  void filesCountAsTheReplaySays() {
    Map<String, String> expected = new TreeMap<>();
    replays.values().forEach(replay -> expected.putAll(replay.statuses()));
    Map<String, String> statuses = new TreeMap<>();
    slices.forEach(
        row ->
            statuses.put(row.getAs(Slices.SUBMISSION_ID.name()), row.getAs(Slices.STATUS.name())));
    assertEquals(expected, statuses);
    for (String status : List.of(Slices.IN_FORCE, Slices.HELD, Slices.SUPERSEDED)) {
      assertTrue(Collections.frequency(expected.values(), status) > 100, status);
    }
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
  void intervalsOfAGraduateNeitherOverlapNorRepeatAState() {
    Map<String, TreeMap<LocalDate, Row>> byGraduate = new TreeMap<>();
    history.forEach(
        row ->
            byGraduate
                .computeIfAbsent(row.getAs(History.GRADUATE_ID.name()), key -> new TreeMap<>())
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
    assertEquals(texts(slices, some), texts(found.collectAsList(), some));
    assertEquals(
        texts(history, some),
        texts(
            GraduateHistory.build(tables.entries, tables.quarantine, found).collectAsList(), some));
  }

  /** The last slice of each university, decided and compared as a run does that brings it alone. */
  @Test
  void nextSliceMakesWhatAllSlicesMake() {
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
    Tables before = tables(earlier);
    Dataset<Row> slicesBefore = slices(before).persist();
    Dataset<Row> historyBefore =
        GraduateHistory.build(before.entries, before.quarantine, slicesBefore).persist();
    Map<String, List<InventedCohorts.File>> walked = new LinkedHashMap<>(later);
    slicesBefore.filter(Slices.STATUS.column().equalTo(Slices.IN_FORCE)).collectAsList().stream()
        .collect(Collectors.groupingBy(row -> row.<String>getAs(Slices.UNIVERSITY_CODE.name())))
        .forEach(
            (university, rows) -> {
              LocalDate last =
                  rows.stream()
                      .map(row -> row.<LocalDate>getAs(Slices.SNAPSHOT_DATE.name()))
                      .max(LocalDate::compareTo)
                      .get();
              Set<String> counting =
                  rows.stream()
                      .filter(row -> row.getAs(Slices.SNAPSHOT_DATE.name()).equals(last))
                      .map(row -> row.<String>getAs(Slices.SUBMISSION_ID.name()))
                      .collect(Collectors.toSet());
              List<InventedCohorts.File> files = new ArrayList<>(later.get(university));
              FILES.get(university).stream()
                  .filter(file -> counting.contains(file.id()))
                  .forEach(files::add);
              walked.put(university, files);
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
            FILES),
        texts(decided, FILES));

    Tables next = tables(later);
    Dataset<Row> slicesNext =
        SharedSpark.session().createDataFrame(decided, Slices.TABLE.structType());
    List<Row> carriedOn =
        NextSlice.build(historyBefore, next.entries, next.quarantine, slicesNext).collectAsList();
    Set<String> counting =
        decided.stream()
            .filter(row -> row.getAs(Slices.STATUS.name()).equals(Slices.IN_FORCE))
            .map(row -> row.<String>getAs(Slices.UNIVERSITY_CODE.name()))
            .collect(Collectors.toSet());
    assertTrue(counting.size() > UNIVERSITIES / 2, () -> counting.size() + " universities");
    List<Row> all =
        new ArrayList<>(
            historyBefore.filter(History.VALID_TO.column().isNotNull()).collectAsList());
    all.removeIf(row -> !counting.contains(row.<String>getAs(History.UNIVERSITY_CODE.name())));
    all.addAll(carriedOn);
    Map<String, ?> universities =
        counting.stream().collect(Collectors.toMap(code -> code, code -> code));
    assertEquals(texts(history, universities), texts(all, universities));
    slicesBefore.unpersist();
    historyBefore.unpersist();
  }

  private static List<String> texts(List<Row> rows, Map<String, ?> universities) {
    return rows.stream()
        .filter(row -> universities.containsKey(row.<String>getAs(Slices.UNIVERSITY_CODE.name())))
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
            row.getAs(History.GRADUATE_ID.name()),
            Optional.<String>ofNullable(row.getAs(Entries.OUTCOME_CODE.name())).orElse(""));
      }
    }
    return states;
  }

  private record Tables(
      Dataset<Row> submissions,
      Dataset<Row> decisions,
      Dataset<Row> entries,
      Dataset<Row> quarantine) {}

  private static Dataset<Row> slices(Tables tables) {
    return InForce.build(
        tables.submissions, tables.decisions, tables.entries, tables.quarantine, Holding.DEFAULT);
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
            Entries.GRADUATION_YEAR,
            2025,
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
            Quarantine.GRADUATION_YEAR,
            2025,
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
        submissions.distributed(),
        decisions.distributed(),
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
    int[] rowNumber = {1};
    file.rows()
        .forEach(
            (graduate, outcome) -> {
              rowNumber[0]++;
              if (outcome.isPresent()) {
                entries.row(
                    Entries.SUBMISSION_ID,
                    file.id(),
                    Entries.ROW_NUMBER,
                    rowNumber[0],
                    Entries.UNIVERSITY_CODE,
                    university,
                    Entries.SNAPSHOT_DATE,
                    file.date(),
                    Entries.STUDENT_KEY,
                    graduate,
                    Entries.OUTCOME_CODE,
                    outcome.get().isEmpty() ? null : outcome.get());
              } else {
                quarantine.row(
                    Quarantine.SUBMISSION_ID,
                    file.id(),
                    Quarantine.ROW_NUMBER,
                    rowNumber[0],
                    Quarantine.UNIVERSITY_CODE,
                    university,
                    Quarantine.SNAPSHOT_DATE,
                    file.date(),
                    Quarantine.STUDENT_KEY,
                    graduate);
              }
            });
  }
}
