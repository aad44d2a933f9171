package dev.taizhang.flow.change;

import dev.taizhang.flow.change.CohortFiles.Slice;
import dev.taizhang.intake.CohortCount;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.Submissions.Submission;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The cohorts of one accepted ledger, as its rows were counted when it was read.
 *
 * @param counts its rows by cohort
 * @param strayShare share of the file's rows under which a cohort may be mistyped
 */
record LedgerCohorts(Submission ledger, List<CohortCount> counts, double strayShare) {

  LedgerCohorts {
    counts = List.copyOf(counts);
  }

  /**
   * What a ledger has of one cohort.
   *
   * @param stamp everything about the file and what was decided of it that the cohort depends on
   * @param decided whether a person decided anything of it
   * @param byPerson whether a row that may be the cohort's names its graduate by ID number alone
   * @param unplaced whether the file has rows whose cohort is not certain: without a year, of a
   *     year that it has no accepted row of, or so few of a year that it may be mistyped
   * @param few cohorts of the file with so few rows that they may be mistyped
   */
  record Part(
      LocalDate date,
      String stamp,
      boolean decided,
      boolean byPerson,
      boolean unplaced,
      List<Cohort> few) {

    /** Whether who is present in the cohort may depend on rows of another one. */
    boolean isEntangled(Cohort cohort) {
      return few.stream().anyMatch(other -> !other.equals(cohort));
    }
  }

  /** What is decided of files as a whole and of their cohorts, by {@link #decidedOn}. */
  static Map<String, Set<String>> decided(Collection<Decision> decisions) {
    Map<String, Set<String>> decided = new HashMap<>();
    decisions.stream()
        .filter(Decision::isOfFile)
        .forEach(
            one ->
                decided
                    .computeIfAbsent(
                        decidedOn(one.submissionId(), one.graduationYear()),
                        part -> new TreeSet<>())
                    .add(one.decisionId()));
    return decided;
  }

  /** A file and a year; null for the whole file. */
  private static String decidedOn(String submissionId, Integer graduationYear) {
    return submissionId + "/" + Objects.toString(graduationYear, "");
  }

  /**
   * What the file has of each cohort that it has accepted rows of.
   *
   * @param decided {@link #decided}
   */
  Map<Cohort, Part> parts(Map<String, Set<String>> decided) {
    List<Cohort> few =
        counts.stream().filter(one -> one.accepted() > 0 && isFew(one)).map(this::cohort).toList();
    List<CohortCount> doubtful = doubtful();
    boolean doubtfulByPerson = doubtful.stream().anyMatch(one -> one.byPerson() > 0);
    Map<Cohort, Part> parts = new TreeMap<>();
    for (CohortCount count : counts) {
      if (count.accepted() > 0) {
        Set<String> decisions = decisions(count.graduationYear(), decided);
        parts.put(
            cohort(count),
            new Part(
                ledger.snapshotDate(),
                CohortFiles.stamp(ledger) + decisions,
                !decisions.isEmpty(),
                count.byPerson() > 0 || doubtfulByPerson,
                !doubtful.isEmpty(),
                few));
      }
    }
    return parts;
  }

  private Set<String> decisions(int graduationYear, Map<String, Set<String>> decided) {
    String id = ledger.submissionId();
    Set<String> decisions = new TreeSet<>(decided.getOrDefault(decidedOn(id, null), Set.of()));
    decisions.addAll(decided.getOrDefault(decidedOn(id, graduationYear), Set.of()));
    return decisions;
  }

  /** Cohorts that the file names in quarantined rows alone. */
  List<Slice> withoutAccepted() {
    return counts.stream()
        .filter(one -> one.graduationYear() != null && one.accepted() == 0)
        .map(one -> new Slice(ledger.submissionId(), ledger.universityCode(), one.graduationYear()))
        .toList();
  }

  /** Rows whose cohort is not certain. */
  private List<CohortCount> doubtful() {
    return counts.stream().filter(one -> one.accepted() == 0 || isFew(one)).toList();
  }

  private boolean isFew(CohortCount count) {
    return count.accepted() < strayShare * ledger.acceptedCount();
  }

  private Cohort cohort(CohortCount count) {
    return new Cohort(ledger.universityCode(), count.graduationYear());
  }
}
