package dev.taizhang.intake;

import dev.taizhang.conform.EntryValues;
import dev.taizhang.conform.FileRules;
import dev.taizhang.conform.RuleCounts;
import dev.taizhang.landing.Feed;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** Counts the rows of one file as they are made. */
final class RowTally {

  private static final int LEFT_OUT_YEAR =
      Quarantine.TABLE.fields().indexOf(Quarantine.GRADUATION_YEAR);
  private static final int LEFT_OUT_STUDENT =
      Quarantine.TABLE.fields().indexOf(Quarantine.STUDENT_KEY);
  private static final int LEFT_OUT_PERSON =
      Quarantine.TABLE.fields().indexOf(Quarantine.PERSON_ID);
  private static final UTF8String SHARED = UTF8String.fromString(Quarantine.STUDENT_NUMBER_SHARED);

  private final Feed feed;
  // Negative where entries of the feed are of no cohort.
  private final int year;
  private final int student;
  private final int person;
  private final RuleCounts rules;
  private final MajorNameTally majorNames = new MajorNameTally();
  private final TreeMap<Integer, OfCohort> cohorts =
      new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
  private long accepted;
  private long quarantined;
  private long flagged;
  private long forgotten;

  RowTally(Feed feed, FileRules ofFile) {
    Table entries = EntryValues.valueOf(feed.name()).table();
    this.feed = feed;
    this.year = entries.fields().indexOf(Entries.GRADUATION_YEAR);
    this.student = entries.fields().indexOf(Entries.STUDENT_KEY);
    this.person = entries.fields().indexOf(Entries.PERSON_ID);
    this.rules = new RuleCounts(ofFile);
  }

  /** The rows of one cohort that name somebody. */
  private static final class OfCohort {
    private long accepted;
    private long named;
    private long byPerson;
  }

  /**
   * Counts an accepted row.
   *
   * @param entry as the feed's table of entries has it
   * @param flags the rules that it breaks
   */
  void accepted(InternalRow entry, ArrayData flags) {
    accepted++;
    flagged += flags.numElements() > 0 ? 1 : 0;
    boolean hasStudent = !entry.isNullAt(student);
    boolean hasPerson = !entry.isNullAt(person);
    OfCohort cohort = cohort(year < 0 ? null : entry.getInt(year));
    cohort.accepted++;
    count(cohort, hasStudent || hasPerson, !hasStudent && hasPerson);
    rules.flagged(flags);
    if (feed == Feed.LEDGER) {
      rules.ofFile(entry);
      majorNames.add(entry);
    }
  }

  /** Counts a row that is left out, as {@link Quarantine}. */
  void leftOut(UTF8String rule, InternalRow row) {
    quarantined++;
    rules.leftOut(rule);
    boolean hasPerson = !row.isNullAt(LEFT_OUT_PERSON);
    boolean isUncertain = row.isNullAt(LEFT_OUT_STUDENT) || rule.equals(SHARED);
    count(
        cohort(row.isNullAt(LEFT_OUT_YEAR) ? null : row.getInt(LEFT_OUT_YEAR)),
        !row.isNullAt(LEFT_OUT_STUDENT) || hasPerson,
        isUncertain && hasPerson);
  }

  private OfCohort cohort(Integer year) {
    return cohorts.computeIfAbsent(year, one -> new OfCohort());
  }

  private static void count(OfCohort cohort, boolean isNamed, boolean isByPerson) {
    cohort.named += isNamed ? 1 : 0;
    cohort.byPerson += isByPerson ? 1 : 0;
  }

  /** Counts a row of somebody who was forgotten by law. */
  void forgotten() {
    forgotten++;
  }

  long forgottenRows() {
    return forgotten;
  }

  /** The rows that are kept. */
  RowCounts counts() {
    List<CohortCount> named = new ArrayList<>();
    cohorts.forEach(
        (year, cohort) -> {
          if (cohort.named > 0) {
            named.add(new CohortCount(year, year == null ? 0 : cohort.accepted, cohort.byPerson));
          }
        });
    return new RowCounts(accepted, quarantined, flagged, named);
  }

  /** How often the rows break each rule, as {@link dev.taizhang.tables.ExpectationResults}. */
  List<InternalRow> ruleCounts(UTF8String submissionId, int snapshotDate) {
    return rules.rows(submissionId, snapshotDate);
  }

  /** How the rows name their majors, as {@link dev.taizhang.tables.MajorNames}. */
  List<InternalRow> majorNames() {
    return majorNames.rows();
  }
}
