package dev.taizhang.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.conform.TableRows;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Invented ledgers in which people have several keys and keys several people: each row of a list is
 * matched as one finds by looking through all entries for it.
 */
class IdentitiesTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);

  private final List<Entry> entries = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();
  private final List<Slice> slices = new ArrayList<>();

  private record Entry(Slice slice, String student, String person) {}

  /** What a row of a list says. */
  private record Said(String student, String person, String university, Integer year) {}

  /** A graduate that a row may be about, and how well it is meant. */
  private record Candidate(
      boolean byStudent,
      boolean inUniversity,
      boolean inYear,
      int year,
      String university,
      String graduate) {}

  private enum Case {
    NOBODY,
    BY_STUDENT,
    BY_PERSON,
    SEVERAL,
    IN_ANOTHER_COHORT,
    PERSON_WITHOUT_NUMBER,
    NUMBER_OF_THE_PERSON,
    /** A row of the ledger has the person alone, and its cohort knows their number. */
    NUMBER_OF_ANOTHER_ROW,
    ONLY_IN_A_HELD_SLICE,
    NO_PLACE
  }

  private void drawEntries(Random random) {
    for (String university : List.of("90001", "90002", "90003")) {
      for (int week = 0; week < 3; week++) {
        for (int year : List.of(2024, 2025)) {
          Slice slice =
              new Slice(
                  university + "_" + week,
                  university,
                  year,
                  FIRST.plusWeeks(week),
                  0,
                  random.nextInt(5) == 0 ? Slices.HELD : Slices.IN_FORCE,
                  "",
                  null);
          slices.add(slice);
          for (int row = 0; row < 12; row++) {
            String student = key(random, "s", 90, 4);
            String person = key(random, "p", 90, student == null ? 8 : 4);
            if (student != null || person != null) {
              entries.add(new Entry(slice, student, person));
            }
          }
        }
      }
    }
  }

  private void drawRows(Random random) {
    while (said.size() < 200) {
      Said row =
          new Said(
              key(random, "s", 120, 3),
              key(random, "p", 120, 3),
              random.nextInt(3) == 0 ? null : "9000" + (1 + random.nextInt(4)),
              random.nextInt(3) == 0 ? null : 2023 + random.nextInt(3));
      if (row.student() != null || row.person() != null) {
        said.add(row);
      }
    }
  }

  /** A key, or in one of some cases none. */
  private static String key(Random random, String kind, int ofKeys, int oneIn) {
    return random.nextInt(oneIn) == 0 ? null : random.nextInt(ofKeys) + kind;
  }

  private Stream<Entry> inForce() {
    return entries.stream().filter(one -> one.slice().status().equals(Slices.IN_FORCE));
  }

  /** Whom an entry is about, by looking through all of its cohort. */
  private String graduate(Entry entry) {
    if (entry.student() != null) {
      return entry.student();
    }
    return inForce()
        .filter(other -> isOfOneCohort(other, entry))
        .filter(other -> other.student() != null && entry.person().equals(other.person()))
        .max(
            Comparator.comparing((Entry other) -> other.slice().snapshotDate())
                .thenComparing(Entry::student))
        .map(Entry::student)
        .orElse(entry.person());
  }

  private static boolean isOfOneCohort(Entry one, Entry other) {
    return one.slice().universityCode().equals(other.slice().universityCode())
        && one.slice().graduationYear() == other.slice().graduationYear();
  }

  private List<Candidate> candidates(Said row) {
    List<Candidate> found = new ArrayList<>();
    inForce()
        .forEach(
            entry -> {
              for (String key : Stream.of(entry.student(), entry.person()).toList()) {
                if (key != null && (key.equals(row.student()) || key.equals(row.person()))) {
                  Slice slice = entry.slice();
                  found.add(
                      new Candidate(
                          key.equals(row.student()),
                          slice.universityCode().equals(row.university()),
                          Objects.equals(slice.graduationYear(), row.year()),
                          slice.graduationYear(),
                          slice.universityCode(),
                          graduate(entry)));
                }
              }
            });
    return found;
  }

  private static Optional<Candidate> best(List<Candidate> candidates) {
    return candidates.stream()
        .max(
            Comparator.comparing(Candidate::byStudent)
                .thenComparing(Candidate::inUniversity)
                .thenComparing(Candidate::inYear)
                .thenComparing(Candidate::year)
                .thenComparing(Candidate::university)
                .thenComparing(Candidate::graduate));
  }

  private static Dataset<Row> dataset(List<Entry> some) {
    TableRows ofEntries =
        TableRows.of(Entries.TABLE, Entries.FLAGS, List.of(), Entries.HARDSHIP_TAGS, List.of());
    for (Entry entry : some) {
      ofEntries.row(
          Entries.SUBMISSION_ID, entry.slice().submissionId(),
          Entries.UNIVERSITY_CODE, entry.slice().universityCode(),
          Entries.GRADUATION_YEAR, entry.slice().graduationYear(),
          Entries.SNAPSHOT_DATE, entry.slice().snapshotDate(),
          Entries.STUDENT_KEY, entry.student(),
          Entries.PERSON_ID, entry.person());
    }
    return ofEntries.dataset().repartition(2);
  }

  /** Each row in a list of its own. */
  private Dataset<Row> lists() {
    TableRows rows = TableRows.of(AssistanceEntries.TABLE, AssistanceEntries.FLAGS, List.of());
    for (int number = 0; number < said.size(); number++) {
      Said row = said.get(number);
      rows.row(
          AssistanceEntries.SUBMISSION_ID, list(number),
          AssistanceEntries.SHEET_NAME, "",
          AssistanceEntries.ROW_NUMBER, number,
          AssistanceEntries.STATED_UNIVERSITY_CODE, row.university(),
          AssistanceEntries.STATED_GRADUATION_YEAR, row.year(),
          AssistanceEntries.STUDENT_KEY, row.student(),
          AssistanceEntries.PERSON_ID, row.person());
    }
    return rows.dataset();
  }

  private static String list(int number) {
    return "list " + number;
  }

  private List<Row> matched() {
    return Identities.matched(lists(), dataset(entries), slices, Assistance.TABLE)
        .orderBy(AssistanceEntries.ROW_NUMBER.column())
        .collectAsList();
  }

  @Test
  void eachRowIsMatchedAsByLookingThroughAllEntries() {
    Random random = new Random(20251201);
    drawEntries(random);
    drawRows(random);
    List<Row> matched = matched();
    assertEquals(said.size(), matched.size());
    Map<Case, Integer> drawn = new EnumMap<>(Case.class);
    for (int number = 0; number < said.size(); number++) {
      Said row = said.get(number);
      List<Candidate> candidates = candidates(row);
      Optional<Candidate> best = best(candidates);
      Row found = matched.get(number);
      assertEquals(
          best.map(Candidate::graduate).orElse(null),
          found.getAs(Assistance.GRADUATE_ID.name()),
          row::toString);
      assertEquals(
          best.map(Candidate::university).orElse(row.university()),
          found.getAs(Assistance.UNIVERSITY_CODE.name()),
          row::toString);
      assertEquals(
          best.map(Candidate::year).orElse(row.year()),
          found.getAs(Assistance.GRADUATION_YEAR.name()),
          row::toString);
      count(row, candidates, best, drawn);
    }
    for (Case one : Case.values()) {
      assertTrue(drawn.getOrDefault(one, 0) >= 3, () -> one + " in " + drawn);
    }
  }

  @Test
  void listsThatNameNobodyInALaterSliceAreFoundToBeAboutTheSame() {
    Random random = new Random(7);
    drawEntries(random);
    drawRows(random);
    List<Row> before = matched();
    Slice later =
        new Slice("later", "90002", 2025, FIRST.plusWeeks(3), 0, Slices.IN_FORCE, "", null);
    List<Entry> came = new ArrayList<>();
    for (int row = 0; row < 40; row++) {
      String student = key(random, "s", 120, 4);
      came.add(new Entry(later, student, key(random, "p", 120, student == null ? 1_000_000 : 4)));
    }
    slices.add(later);
    entries.addAll(came);
    Set<String> naming = Identities.naming(lists(), dataset(came));
    List<Row> after = matched();
    int others = 0;
    for (int number = 0; number < said.size(); number++) {
      boolean isOther = !before.get(number).equals(after.get(number));
      assertTrue(!isOther || naming.contains(list(number)), said.get(number)::toString);
      others += isOther ? 1 : 0;
    }
    assertTrue(others >= 10, others + " are about somebody else now");
    int leftOut = said.size() - naming.size();
    assertTrue(leftOut >= 10, leftOut + " lists are left out");
  }

  private void count(
      Said row, List<Candidate> candidates, Optional<Candidate> best, Map<Case, Integer> drawn) {
    best.ifPresentOrElse(
        one -> {
          add(one.byStudent() ? Case.BY_STUDENT : Case.BY_PERSON, true, drawn);
          add(Case.SEVERAL, candidates.stream().distinct().count() > 1, drawn);
          add(Case.IN_ANOTHER_COHORT, !one.inUniversity() || !one.inYear(), drawn);
          add(Case.NUMBER_OF_ANOTHER_ROW, isOfAnotherRow(row), drawn);
          add(Case.PERSON_WITHOUT_NUMBER, one.graduate().endsWith("p"), drawn);
          add(Case.NUMBER_OF_THE_PERSON, !one.byStudent() && one.graduate().endsWith("s"), drawn);
        },
        () -> {
          add(Case.NOBODY, true, drawn);
          add(Case.NO_PLACE, row.university() == null || row.year() == null, drawn);
          add(
              Case.ONLY_IN_A_HELD_SLICE,
              entries.stream()
                  .anyMatch(
                      entry ->
                          Stream.of(entry.student(), entry.person())
                              .filter(Objects::nonNull)
                              .anyMatch(Stream.of(row.student(), row.person()).toList()::contains)),
              drawn);
        });
  }

  private boolean isOfAnotherRow(Said row) {
    return inForce()
        .filter(entry -> entry.student() == null && entry.person().equals(row.person()))
        .anyMatch(entry -> !graduate(entry).equals(entry.person()));
  }

  private static void add(Case one, boolean isDrawn, Map<Case, Integer> drawn) {
    if (isDrawn) {
      drawn.merge(one, 1, Integer::sum);
    }
  }
}
