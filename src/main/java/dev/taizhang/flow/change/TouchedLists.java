package dev.taizhang.flow.change;

import dev.taizhang.flow.Fingerprint;
import dev.taizhang.landing.Feed;
import dev.taizhang.slices.ListsInForce;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Submissions.Submission;
import dev.taizhang.tables.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The lists of one feed whose rows a run looks up anew in the ledgers: those of submitters of whom
 * other lists count than before, and those that name somebody whom a later slice has. Whom a row is
 * found to be about depends on the row and on what slices in force say of the people whom it names,
 * so that all others stay as they were found.
 *
 * @see <a href="../../../../../docs/adr/0018-only-what-changed.md">ADR 0018</a>
 */
public final class TouchedLists implements Touched {

  private static final String OF_SUBMITTER = "lists of ";

  private final List<Submission> lists;
  private final Set<String> submitters;
  private final boolean everything;
  private final Map<String, String> marks;

  private TouchedLists(
      List<Submission> lists,
      Set<String> submitters,
      boolean everything,
      Map<String, String> marks) {
    this.lists = lists;
    this.submitters = submitters;
    this.everything = everything;
    this.marks = marks;
  }

  /**
   * Compares what the rows of lists were looked up in with what there is.
   *
   * @param feed whose lists
   * @param submissions all that are known
   * @param slices of the ledgers
   * @param known marks, as the table's last write left them
   * @param naming of some lists and later ledgers, by submission id, the lists that may name
   *     somebody of these; asked where it is not clear without
   */
  public static TouchedLists of(
      Feed feed,
      List<Submission> submissions,
      List<Slice> slices,
      Map<String, String> known,
      BiFunction<Set<String>, Set<String>, Set<String>> naming) {
    List<Submission> lists =
        submissions.stream().filter(one -> one.feed().equals(feed.id())).toList();
    Set<String> counting = ListsInForce.counting(lists, feed.id());
    Map<String, String> bySubmitter = bySubmitter(lists, counting);
    Looked looked = Looked.in(submissions, slices);
    Map<String, String> marks = new TreeMap<>(bySubmitter);
    looked.marks().forEach((cohort, mark) -> marks.put(cohort.toString(), mark.toString()));

    Map<String, String> before = new TreeMap<>(known);
    before.keySet().removeIf(mark -> !mark.startsWith(OF_SUBMITTER));
    Marks ofLists = new Marks(bySubmitter, before);
    Map<String, String> cohortsBefore = new TreeMap<>(known);
    cohortsBefore.keySet().removeAll(before.keySet());
    Set<String> touched = new TreeSet<>(ofLists.changed());
    boolean most = 2 * touched.size() > bySubmitter.size();
    if (known.isEmpty() || most || !ofLists.gone().isEmpty() || !looked.goesOnFrom(cohortsBefore)) {
      return new TouchedLists(lists, Set.of(), true, marks);
    }
    Set<String> later = looked.after(cohortsBefore);
    if (!later.isEmpty() && !counting.isEmpty()) {
      Set<String> named = naming.apply(counting, later);
      lists.stream()
          .filter(one -> named.contains(one.submissionId()))
          .forEach(one -> touched.add(OF_SUBMITTER + one.universityCode()));
    }
    return new TouchedLists(lists, touched, 2 * touched.size() > bySubmitter.size(), marks);
  }

  /** What counts of each submitter, as a hash. */
  private static Map<String, String> bySubmitter(List<Submission> lists, Set<String> counting) {
    Map<String, Set<String>> stamps = new TreeMap<>();
    for (Submission list : lists) {
      Set<String> ofSubmitter =
          stamps.computeIfAbsent(OF_SUBMITTER + list.universityCode(), key -> new TreeSet<>());
      if (counting.contains(list.submissionId())) {
        ofSubmitter.add(CohortFiles.stamp(list));
      }
    }
    return hashed(stamps);
  }

  private static Map<String, String> hashed(Map<String, Set<String>> parts) {
    return parts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, part -> hash(part.getValue())));
  }

  private static String hash(Collection<String> parts) {
    return Fingerprint.of(parts.toArray(String[]::new)).substring(0, 16);
  }

  /** The files of the slices in force that rows are looked up in, by cohort and date. */
  private record Looked(Map<Cohort, TreeMap<LocalDate, List<Submission>>> files) {

    static Looked in(List<Submission> submissions, List<Slice> slices) {
      Map<String, Submission> byId =
          submissions.stream()
              .collect(Collectors.toMap(Submission::submissionId, Function.identity()));
      Map<Cohort, TreeMap<LocalDate, List<Submission>>> files = new TreeMap<>();
      slices.stream()
          .filter(slice -> slice.status().equals(Slices.IN_FORCE))
          .forEach(
              slice ->
                  files
                      .computeIfAbsent(Cohort.of(slice), key -> new TreeMap<>())
                      .computeIfAbsent(slice.snapshotDate(), key -> new ArrayList<>())
                      .add(byId.get(slice.submissionId())));
      return new Looked(files);
    }

    Map<Cohort, CohortFiles.Mark> marks() {
      Map<Cohort, CohortFiles.Mark> marks = new TreeMap<>();
      files.forEach((cohort, dates) -> marks.put(cohort, markOn(cohort, dates.lastKey())));
      return marks;
    }

    private CohortFiles.Mark markOn(Cohort cohort, LocalDate date) {
      List<String> parts =
          files.get(cohort).headMap(date, true).values().stream()
              .flatMap(List::stream)
              .map(CohortFiles::stamp)
              .sorted()
              .toList();
      return new CohortFiles.Mark(hash(parts), date);
    }

    /** Whether nothing but later slices came to what was known of each cohort. */
    boolean goesOnFrom(Map<String, String> known) {
      return known.entrySet().stream()
          .allMatch(
              one -> {
                Cohort cohort = Cohort.parse(one.getKey());
                CohortFiles.Mark before = CohortFiles.Mark.parse(one.getValue());
                return files.containsKey(cohort)
                    && markOn(cohort, before.lastDate()).equals(before);
              });
    }

    /** The files of slices that came since. */
    Set<String> after(Map<String, String> known) {
      Set<String> later = new HashSet<>();
      files.forEach(
          (cohort, dates) -> {
            String before = known.get(cohort.toString());
            (before == null
                    ? dates
                    : dates.tailMap(CohortFiles.Mark.parse(before).lastDate(), false))
                .values()
                .forEach(some -> some.forEach(one -> later.add(one.submissionId())));
          });
      return later;
    }
  }

  @Override
  public boolean isEmpty() {
    return submitters.isEmpty() && !everything;
  }

  @Override
  public boolean isEverything() {
    return everything;
  }

  @Override
  public Map<String, String> marks() {
    return marks;
  }

  @Override
  public String summary() {
    return everything
        ? "all lists looked up"
        : "lists of %d submitters looked up".formatted(submitters.size());
  }

  /** Also of lists that count no more, whose rows go. */
  @Override
  public String written(Table table) {
    return lists.stream()
        .filter(this::includes)
        .map(one -> "'" + one.submissionId() + "'")
        .sorted()
        .collect(Collectors.joining(", ", "submission_id IN (", ")"));
  }

  /** Whether a submission's rows are looked up. */
  public boolean includes(Submission one) {
    return everything || submitters.contains(OF_SUBMITTER + one.universityCode());
  }
}
