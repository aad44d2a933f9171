package dev.taizhang.flow.change;

import dev.taizhang.flow.Fingerprint;
import dev.taizhang.flow.change.LedgerCohorts.Part;
import dev.taizhang.intake.CohortCount;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.Submissions.Submission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files each cohort is made of, as the register knows them. The files tell what a cohort's
 * slices, history and cells depend on, without a look at any row: what is made of the same files
 * under the same decisions is the same.
 *
 * @see <a href="../../../../../docs/adr/0018-only-what-changed.md">ADR 0018</a>
 */
public final class CohortFiles {

  private final Map<Cohort, List<Part>> parts = new TreeMap<>();
  private final Map<Cohort, String> followUps;
  private final boolean complete;

  /** Cohorts that files name in quarantined rows alone. */
  private final List<Slice> withoutAccepted = new ArrayList<>();

  private final Map<Cohort, NavigableMap<LocalDate, String>> stamps = new ConcurrentHashMap<>();

  private CohortFiles(Map<Cohort, String> followUps, boolean complete) {
    this.followUps = followUps;
    this.complete = complete;
  }

  /**
   * Of the accepted ledgers among these.
   *
   * @param submissions all that are known
   * @param decisions all that were taken
   * @param strayShare share of a file's rows under which a cohort may be mistyped
   */
  public static CohortFiles of(
      Collection<Submission> submissions, Collection<Decision> decisions, double strayShare) {
    List<Submission> accepted = submissions.stream().filter(Submission::isAccepted).toList();
    List<Submission> counted = accepted.stream().filter(one -> one.cohorts() != null).toList();
    CohortFiles files = new CohortFiles(Map.of(), counted.size() == accepted.size());
    Map<String, Set<String>> decided = LedgerCohorts.decided(decisions);
    counted.stream()
        .sorted(
            Comparator.comparing(Submission::snapshotDate).thenComparing(Submission::submissionId))
        .map(one -> new LedgerCohorts(one, CohortCount.listOf(one), strayShare))
        .forEach(ledger -> files.add(ledger, decided));
    return files;
  }

  private void add(LedgerCohorts ledger, Map<String, Set<String>> decided) {
    withoutAccepted.addAll(ledger.withoutAccepted());
    ledger
        .parts(decided)
        .forEach(
            (cohort, part) -> parts.computeIfAbsent(cohort, one -> new ArrayList<>()).add(part));
  }

  /** Everything about an accepted submission that the tables depend on. */
  public static String stamp(Submission submission) {
    return Stream.of(
            submission.submissionId(),
            submission.configuration(),
            submission.modifiedAt(),
            submission.fileName(),
            submission.part(),
            submission.orderedAt(),
            submission.forgottenCount())
        .map(value -> Objects.toString(value, ""))
        .collect(Collectors.joining("|"));
  }

  /**
   * The same files, with rows of other lists that give the cohorts' graduates a state.
   *
   * @param found what those rows say, by cohort
   */
  public CohortFiles withFollowUps(Map<Cohort, String> found) {
    CohortFiles more = new CohortFiles(Map.copyOf(found), complete);
    more.parts.putAll(parts);
    more.withoutAccepted.addAll(withoutAccepted);
    return more;
  }

  /**
   * Whether the cohorts of every file are known. A warehouse with files of an earlier release,
   * which did not count them, is made anew as a whole.
   */
  boolean isComplete() {
    return complete;
  }

  /**
   * A file and a cohort that it names.
   *
   * @param submission the file
   */
  record Slice(String submission, String universityCode, int graduationYear) {}

  /** Cohorts that files name in quarantined rows alone, so that the rows may be of another. */
  List<Slice> withoutAccepted() {
    return List.copyOf(withoutAccepted);
  }

  /**
   * Whether who is present in the cohort may depend on rows of its university's other cohorts, so
   * that they are decided on together.
   */
  boolean isEntangled(Cohort cohort) {
    return parts.getOrDefault(cohort, List.of()).stream()
        .anyMatch(part -> part.isEntangled(cohort));
  }

  /** Whether a file of the cohort and date has rows whose cohort is not certain. */
  boolean isDoubtfulOn(Cohort cohort, LocalDate date) {
    return parts.get(cohort).stream().anyMatch(part -> part.unplaced() && part.date().equals(date));
  }

  /** Whether other lists say anything of any cohort's graduates. */
  boolean haveFollowUps() {
    return !followUps.isEmpty();
  }

  /** The cohorts that have a file, sorted. */
  Set<Cohort> cohorts() {
    return parts.keySet();
  }

  /** What a cohort is made of: a short text that is equal when it is. */
  Mark mark(Cohort cohort) {
    Map.Entry<LocalDate, String> last = stamps(cohort).lastEntry();
    return new Mark(last.getValue(), last.getKey());
  }

  /**
   * What a cohort's slice on a date is made of. Later files do not change it, unless they can tell
   * that somebody in an earlier one was somebody else.
   */
  String stampOn(Cohort cohort, LocalDate date) {
    return isSettled(cohort)
        ? stamps(cohort).floorEntry(date).getValue()
        : stamps(cohort).lastEntry().getValue();
  }

  /**
   * Whether all that came since is one later slice, which can be compared with the last one.
   *
   * @param known the mark of the files before
   */
  boolean goesOnFrom(Cohort cohort, Mark known) {
    List<Part> later =
        parts.get(cohort).stream().filter(part -> part.date().isAfter(known.lastDate())).toList();
    return later.stream().map(Part::date).distinct().count() == 1
        && later.stream().noneMatch(part -> part.decided() || part.unplaced())
        && isSettled(cohort)
        && known.stamp().equals(stamps(cohort).get(known.lastDate()));
  }

  private boolean isSettled(Cohort cohort) {
    return !followUps.containsKey(cohort) && parts.get(cohort).stream().noneMatch(Part::byPerson);
  }

  /** By the date of each of a cohort's files a hash of the files up to it. */
  private NavigableMap<LocalDate, String> stamps(Cohort cohort) {
    return stamps.computeIfAbsent(
        cohort,
        key -> {
          NavigableMap<LocalDate, String> byDate = new TreeMap<>();
          String stamp = followUps.getOrDefault(cohort, "");
          for (Part part : parts.get(cohort)) {
            stamp = Fingerprint.of(stamp, part.stamp(), ofFew(cohort, part)).substring(0, 16);
            byDate.put(part.date(), stamp);
          }
          return byDate;
        });
  }

  /**
   * Whether a few rows of another cohort are mistyped is a matter of all cohorts of the university
   * until then: who is present in one may depend on few rows of the next.
   */
  private String ofFew(Cohort cohort, Part part) {
    return !part.isEntangled(cohort)
        ? ""
        : parts.entrySet().stream()
            .filter(other -> other.getKey().universityCode().equals(cohort.universityCode()))
            .filter(other -> !other.getKey().equals(cohort))
            .flatMap(
                other ->
                    other.getValue().stream()
                        .filter(one -> isUntil(other.getKey(), one, part.date())))
            .map(Part::stamp)
            .collect(Collectors.joining("|"));
  }

  private boolean isUntil(Cohort cohort, Part part, LocalDate date) {
    return !part.date().isAfter(date) || !isSettled(cohort);
  }

  /**
   * What a cohort was made of.
   *
   * @param stamp of its files
   * @param lastDate the date of the last of them
   */
  record Mark(String stamp, LocalDate lastDate) {

    static Mark parse(String text) {
      int at = text.indexOf('@');
      return new Mark(text.substring(0, at), LocalDate.parse(text.substring(at + 1)));
    }

    @Override
    public String toString() {
      return stamp + "@" + lastDate;
    }
  }
}
