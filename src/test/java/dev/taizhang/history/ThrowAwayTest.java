package dev.taizhang.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.conform.TableRows;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.*;
import java.util.stream.*;
import org.apache.spark.sql.*;
import org.junit.jupiter.api.Test;

class ThrowAwayTest {
  final Random r = new Random(11);
  final TableRows entries = TableRows.of(Entries.TABLE, Entries.FLAGS, new String[0]);
  final TableRows quarantine = TableRows.of(Quarantine.TABLE, Quarantine.MESSAGE_ZH, "", Quarantine.MESSAGE_EN, "");
  final TableRows slices = TableRows.of(Slices.TABLE, Slices.GRADUATES, 5L);
  final TableRows followUps = TableRows.of(FollowUp.TABLE, FollowUpEntries.EMPLOYMENT_STATUS, "unknown", FollowUpEntries.SERVICES_RECEIVED, new String[0], FollowUpEntries.FLAGS, new String[0]);
  final TableRows submissions = TableRows.of(Submissions.TABLE, Submissions.FEED, "follow_up", Submissions.FILE_NAME, "same", Submissions.BYTE_SIZE, 1L, Submissions.RECEIVED_AT, Instant.EPOCH, Submissions.CONFIGURATION, "", Submissions.STATUS, Submissions.ACCEPTED, Submissions.RUN_ID, "");
  final List<Slices.Slice> records = new ArrayList<>();
  final Set<NamedCohorts.Named> accepted = new HashSet<>();
  final LocalDate first = LocalDate.of(2025, 6, 1);

  <T> T one(T... of) { return of[r.nextInt(of.length)]; }

  Object[] state() {
    return new Object[] {
      Entries.GENDER, one("male", "female", null),
      Entries.ETHNIC_MINORITY, one(true, null),
      Entries.DEGREE_LEVEL, "bachelor", Entries.MAJOR_CATALOGUE, one("unknown", "graduate", "vocational_2015", "undergraduate", "vocational_bachelor"), Entries.MAJOR_CODE, one("0809", null, "590101", "12", "1"),
      Entries.ORIGIN_REGION_CODE, one(null, "330102", "3301", "33", "420500"),
      Entries.GRADUATION_DATE, one(null, first),
      Entries.HARDSHIP_TAGS, one(new String[0], new String[] {"a", "b"}, new String[] {"disabled"}), Entries.HARDSHIP_DETAIL, one("tags", "none"),
      Entries.OUTCOME_CODE, one("70", "10", null, "65"), Entries.IN_DENOMINATOR, one(true, false),
      Entries.MONTHLY_SALARY_YUAN, one(null, 1000),
      Entries.JOB_INTENTION, one(null, "yes") };
  }

  void generate(int universities, int weeks) {
    for (int l = 0; l < 40; l++) {
      submissions.row(Submissions.SUBMISSION_ID, "list" + l, Submissions.MODIFIED_AT, Instant.EPOCH.plusSeconds(r.nextInt(20)), Submissions.ORDERED_AT, r.nextInt(3) == 0 ? Instant.EPOCH.plusSeconds(r.nextInt(20)) : null);
    }
    for (int u = 0; u < universities; u++) {
      String code = Integer.toString(10000 + u);
      boolean nameless = r.nextInt(3) == 0;
      List<List<Object[]>> pool = new ArrayList<>();
      List<Integer> years = IntStream.range(0, 1 + r.nextInt(3)).mapToObj(i -> 2025 - i).toList();
      for (Integer y : years) {
        List<Object[]> states = new ArrayList<>();
        for (int g = 0; g < 8; g++) states.add(state());
        pool.add(states);
      }
      for (int w = 0; w < weeks; w++) {
        LocalDate date = first.plusWeeks(w);
        int files = 1 + (r.nextInt(3) == 0 ? 1 : 0);
        for (int f = 0; f < files; f++) {
          String id = code + "-" + w + "-" + f;
          int row = 1;
          for (int c = 0; c < years.size(); c++) {
            int y = years.get(c);
            if (r.nextInt(6) == 0) continue;
            boolean any = false;
            for (int g = 0; g < 8; g++) {
              if (r.nextInt(8) == 0) pool.get(c).set(g, state());
              if (r.nextInt(7) == 0) continue;
              String name = code + "-" + (r.nextInt(40) == 0 ? 2025 : y) + "-" + g;
              String student = nameless && r.nextInt(4) == 0 ? null : "s" + (r.nextInt(60) == 0 ? code : name);
              String person = student != null && r.nextInt(4) == 0 ? null : r.nextInt(50) == 0 ? "s" + name : "p" + name;
              String sheet = one("", "2", "10", "1");
              if (r.nextInt(6) == 0) {
                quarantine.row(Quarantine.SUBMISSION_ID, id, Quarantine.SHEET_NAME, sheet, Quarantine.ROW_NUMBER, ++row, Quarantine.UNIVERSITY_CODE, code, Quarantine.SNAPSHOT_DATE, date,
                    Quarantine.GRADUATION_YEAR, one(y, y, y, null, 2025, 2052), Quarantine.STUDENT_KEY, r.nextInt(9) == 0 ? null : student, Quarantine.PERSON_ID, r.nextInt(9) == 0 ? null : person, Quarantine.RULE_ID, one("cells_shifted", Quarantine.STUDENT_NUMBER_SHARED));
              } else {
                any = true;
                entries.row(TableRows.joined(pool.get(c).get(g), Entries.SUBMISSION_ID, id, Entries.SHEET_NAME, sheet, Entries.ROW_NUMBER, ++row, Entries.UNIVERSITY_CODE, code, Entries.GRADUATION_YEAR, y, Entries.SNAPSHOT_DATE, date, Entries.STUDENT_KEY, student, Entries.PERSON_ID, person));
                accepted.add(new NamedCohorts.Named(id, y));
              }
            }
            if (any && r.nextInt(12) > 0) {
              String status = one(Slices.IN_FORCE, Slices.IN_FORCE, Slices.IN_FORCE, Slices.IN_FORCE, Slices.STRAY, Slices.HELD, Slices.SUPERSEDED);
              Integer order = r.nextInt(30) == 0 ? null : Integer.valueOf(f + 1);
              slices.row(Slices.SUBMISSION_ID, id, Slices.UNIVERSITY_CODE, code, Slices.GRADUATION_YEAR, y, Slices.SNAPSHOT_DATE, date, Slices.STATUS, status, Slices.WHY, "w", Slices.ORDER_IN_DATE, order);
              records.add(new Slices.Slice(id, code, y, date, 5, status, "w", order));
            }
          }
        }
      }
      for (int n = 0; n < 10; n++) {
        followUps.row(FollowUpEntries.SUBMISSION_ID, "list" + r.nextInt(42), FollowUpEntries.SHEET_NAME, one("", "2", "10"), FollowUpEntries.ROW_NUMBER, n + 1 + 20 * u,
            FollowUpEntries.SNAPSHOT_DATE, first.plusDays(r.nextInt(3)), History.UNIVERSITY_CODE, code, History.GRADUATION_YEAR, one(2025, 2024), History.GRADUATE_ID, one(null, "s", "p", "s", "s") == null ? null : one("s", "p", "s") + code + "-" + one(2025, 2024) + "-" + r.nextInt(4),
            FollowUpEntries.STATE_DATE, first.plusDays(r.nextInt(7 * weeks)), FollowUpEntries.OUTCOME_CODE, one("70", "10", null, "65"), FollowUpEntries.JOB_INTENTION, one(null, null, "no"), FollowUpEntries.UNPLACED_REASON, one(null, null, "x"), FollowUpEntries.EMPLOYER_KIND_CODE, one(null, "10"), FollowUpEntries.EMPLOYER_REGION_CODE, one(null, "330000"));
      }
    }
  }

  static List<String> texts(Dataset<Row> rows) {
    return rows.select(History.TABLE.columns()).collectAsList().stream().map(Row::toString).sorted().toList();
  }

  @Test
  void same() {
    generate(300, 6);
    Dataset<Row> e = entries.distributed(), q = quarantine.distributed(), s = slices.distributed(), fu = followUps.distributed(), sub = submissions.distributed();
    long t0 = System.nanoTime();
    Dataset<Row> old = GraduateHistory.build(e, q, s);
    List<String> without = texts(old);
    long t1 = System.nanoTime();
    List<String> expected = texts(FollowUpStates.over(old, fu, sub));
    long t2 = System.nanoTime();
    CohortSlices cohorts = new CohortSlices(records, List.of(), accepted, 5 * 40);
    List<String> lists = sub.orderBy(Submissions.arrival()).collectAsList().stream().map(x -> x.<String>getAs("submission_id")).toList();
    long t3 = System.nanoTime();
    LedgerHistory made = LedgerHistory.of(SharedSpark.session(), cohorts).withFiles(e, q);
    assertEquals(without, texts(InternalRows.dataset(SharedSpark.session(), made.rows(), History.TABLE.structType())));
    long t4 = System.nanoTime();
    made = LedgerHistory.of(SharedSpark.session(), cohorts).withFiles(e, q).withFindings(fu, lists);
    List<String> actual = texts(InternalRows.dataset(SharedSpark.session(), made.rows(), History.TABLE.structType()));
    long t5 = System.nanoTime();
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < actual.size(); i++) assertEquals(expected.get(i), actual.get(i));
    System.out.println("ROWS " + without.size() + " " + actual.size() + " found " + actual.stream().filter(x -> x.contains("follow_up")).count() + " carried " + actual.stream().filter(x -> x.contains("ArraySeq(") ).count() + " parts " + cohorts.parts() + " left " + actual.stream().filter(x -> x.contains(",left,")).count());
    System.out.println("SECONDS old " + (t1 - t0) / 1e9 + " with findings " + (t2 - t1) / 1e9 + " new " + (t4 - t3) / 1e9 + " with findings " + (t5 - t4) / 1e9);
  }

  @Test
  void next() {
    generate(300, 6);
    SparkSession spark = SharedSpark.session();
    LocalDate last = first.plusWeeks(5);
    Set<String> followed = records.stream().filter(x -> x.status().equals(Slices.IN_FORCE) && x.snapshotDate().equals(last)).map(x -> x.universityCode() + "/" + x.graduationYear()).collect(Collectors.toSet());
    Column in = functions.concat_ws("/", Slices.UNIVERSITY_CODE.column(), Slices.GRADUATION_YEAR.column()).isInCollection(followed);
    Column now = Slices.SNAPSHOT_DATE.column().equalTo(last);
    Dataset<Row> e = entries.distributed(), q = quarantine.distributed(), s = slices.distributed();
    Dataset<Row> before = spark.createDataFrame(GraduateHistory.build(e.filter(functions.not(now)), q.filter(functions.not(now)), s.filter(functions.not(now))).filter(in).collectAsList(), History.TABLE.structType()).persist();
    Dataset<Row> en = e.filter(now.and(in).and(Entries.STUDENT_KEY.column().isNotNull()));
    Dataset<Row> qn = q.filter(now.and(in).and(Entries.STUDENT_KEY.column().isNotNull()));
    List<String> expected = texts(NextSlice.build(before, en, qn, s.filter(in)));
    CohortSlices cohorts = new CohortSlices(List.of(), records.stream().filter(x -> followed.contains(x.universityCode() + "/" + x.graduationYear())).toList(), List.of(), 5 * 4);
    List<String> actual = texts(InternalRows.dataset(spark, LedgerHistory.of(spark, cohorts).withFiles(en, qn).carryingOn(before, qn).rows(), History.TABLE.structType()));
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < actual.size(); i++) assertEquals(expected.get(i), actual.get(i));
    System.out.println("ROWS " + before.count() + " " + actual.size() + " returned " + actual.stream().filter(x -> x.contains(",returned,") && x.contains("2025-07-06")).count() + " carried " + actual.stream().filter(x -> x.contains("ArraySeq(") && x.contains("[2025-07-06")).count() + " carried on return " + actual.stream().filter(x -> x.contains(",returned,") && x.contains("[2025-07-06")).count());
  }

  @Test
  void cells() {
    generate(150, 6);
    SparkSession spark = SharedSpark.session();
    Dataset<Row> s = slices.distributed();
    CohortSlices cohorts = new CohortSlices(records, List.of(), accepted, 5 * 40);
    List<String> lists = submissions.dataset().orderBy(Submissions.arrival()).collectAsList().stream().map(x -> x.<String>getAs("submission_id")).toList();
    Dataset<Row> h = spark.createDataFrame(InternalRows.dataset(spark, LedgerHistory.of(spark, cohorts).withFiles(entries.distributed(), quarantine.distributed()).withFindings(followUps.distributed(), lists).rows(), History.TABLE.structType()).collectAsList(), History.TABLE.structType()).persist();
    for (dev.taizhang.cells.Breakdown b : dev.taizhang.cells.Breakdown.values()) {
      long t0 = System.nanoTime();
      List<String> expected = (b == dev.taizhang.cells.Breakdown.BY_MAJOR ? dev.taizhang.marts.CellCounts.byMajor(h, s) : dev.taizhang.marts.CellCounts.byOrigin(h, s)).select(b.table().columns()).collectAsList().stream().map(Row::toString).sorted().toList();
      long t1 = System.nanoTime();
      List<String> actual = InternalRows.dataset(spark, dev.taizhang.cells.CellCounts.of(b, h, records), b.table().structType()).collectAsList().stream().map(Row::toString).sorted().toList();
      long t2 = System.nanoTime();
      assertEquals(expected.size(), actual.size());
      for (int i = 0; i < actual.size(); i++) assertEquals(expected.get(i), actual.get(i));
      System.out.println("ROWS cells " + actual.size() + " carried " + actual.stream().filter(x -> !x.endsWith("null]")).count() + " old " + (t1 - t0) / 1e9 + " new " + (t2 - t1) / 1e9);
    }
  }
}
