package dev.taizhang.flow.change;

import dev.taizhang.flow.Fingerprint;
import dev.taizhang.intake.CohortCount;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Submissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Which files each cohort is made of, as the receipts know them. The files tell what a cohort's
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
   * What one file has of one cohort.
   *
   * @param stamp everything about the file and what was decided of it that the cohort depends on
   * @param decided whether a person decided anything of it
   * @param byPerson whether a row that may be the cohort's names its graduate by ID number alone
   * @param unplaced whether the file has rows whose cohort is not certain: without a year, of a
   *     year that it has no accepted row of, or so few of a year that it may be mistyped
   * @param few cohorts of the file with so few rows that they may be mistyped
   */
  private record Part(
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

  /**
   * Of the accepted ledgers among these.
   *
   * @param submissions {@link Submissions}
   * @param decisions {@link Decisions}
   * @param strayShare share of a file's rows under which a cohort may be mistyped
   */
  public static CohortFiles of(
      Collection<Row> submissions, Collection<Row> decisions, double strayShare) {
    List<Row> accepted =
        submissions.stream()
            .filter(row -> row.getAs(Submissions.STATUS.name()).equals(Submissions.ACCEPTED))
            .toList();
    List<Row> counted =
        accepted.stream()
            .filter(row -> !row.isNullAt(row.fieldIndex(Submissions.COHORTS.name())))
            .toList();
    CohortFiles files = new CohortFiles(Map.of(), counted.size() == accepted.size());
    Map<String, Set<String>> decided = decided(decisions);
    counted.stream()
        .sorted(
            Comparator.comparing(
                    (Row row) -> row.<LocalDate>getAs(Submissions.SNAPSHOT_DATE.name()))
                .thenComparing(row -> row.<String>getAs(Submissions.SUBMISSION_ID.name())))
        .forEach(row -> files.add(row, decided, strayShare));
    return files;
  }

  /** The decisions on each file, and on the slices of each file. */
  private static Map<String, Set<String>> decided(Collection<Row> decisions) {
    Map<String, Set<String>> decided = new HashMap<>();
    for (Row row : decisions) {
      String kind = row.getAs(Decisions.KIND.name());
      if (kind.equals(Decisions.ACCEPT) || kind.equals(Decisions.RETRACT)) {
        Object year = row.getAs(Decisions.GRADUATION_YEAR.name());
        decided
            .computeIfAbsent(
                slice(row.getAs(Decisions.SUBMISSION_ID.name()), year == null ? "" : year),
                slice -> new TreeSet<>())
            .add(row.getAs(Decisions.DECISION_ID.name()));
      }
    }
    return decided;
  }

  private static String slice(String submission, Object year) {
    return submission + "/" + year;
  }

  private void add(Row submission, Map<String, Set<String>> decided, double strayShare) {
    String id = submission.getAs(Submissions.SUBMISSION_ID.name());
    String university = submission.getAs(Submissions.UNIVERSITY_CODE.name());
    long rowsOfFile = submission.<Long>getAs(Submissions.ACCEPTED_COUNT.name());
    List<CohortCount> counts = CohortCount.listOf(submission);
    List<Cohort> few =
        counts.stream()
            .filter(count -> count.accepted() > 0 && count.accepted() < strayShare * rowsOfFile)
            .map(count -> new Cohort(university, count.graduationYear()))
            .toList();
    List<CohortCount> doubtful =
        counts.stream()
            .filter(
                count ->
                    count.accepted() == 0
                        || few.contains(new Cohort(university, count.graduationYear())))
            .toList();
    doubtful.stream()
        .filter(count -> count.graduationYear() != null && count.accepted() == 0)
        .forEach(count -> withoutAccepted.add(new Slice(id, university, count.graduationYear())));
    boolean doubtfulByPerson = doubtful.stream().anyMatch(count -> count.byPerson() > 0);
    for (CohortCount count : counts) {
      if (count.accepted() > 0) {
        Set<String> decisions = new TreeSet<>(decided.getOrDefault(slice(id, ""), Set.of()));
        decisions.addAll(decided.getOrDefault(slice(id, count.graduationYear()), Set.of()));
        parts
            .computeIfAbsent(
                new Cohort(university, count.graduationYear()), cohort -> new ArrayList<>())
            .add(
                new Part(
                    submission.getAs(Submissions.SNAPSHOT_DATE.name()),
                    stamp(submission) + decisions,
                    !decisions.isEmpty(),
                    count.byPerson() > 0 || doubtfulByPerson,
                    !doubtful.isEmpty(),
                    few));
      }
    }
  }

  /** Everything about an accepted submission that the tables depend on. */
  public static String stamp(Row submission) {
    return String.join(
        "|",
        text(submission, Submissions.SUBMISSION_ID),
        text(submission, Submissions.CONFIGURATION),
        text(submission, Submissions.MODIFIED_AT),
        text(submission, Submissions.FILE_NAME),
        text(submission, Submissions.PART),
        text(submission, Submissions.ORDERED_AT),
        text(submission, Submissions.FORGOTTEN_COUNT));
  }

  private static String text(Row row, Field field) {
    return Optional.ofNullable(row.getAs(field.name())).map(Object::toString).orElse("");
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
