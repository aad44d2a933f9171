package dev.taizhang.figures.revisions;

import dev.taizhang.config.Thresholds;
import dev.taizhang.figures.revisions.SpokenSlice.Total;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.ByteOrder;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Revisions.Revision;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Submissions.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which figures of as-of dates that had figures before were moved, and by what.
 *
 * <p>A figure here is graduates and placed of a university's cohort at an as-of date. Dates that
 * are new, and dates that are no longer kept, are no revisions. A file moves figures of its own
 * date and of later ones, and official ones up to a window before it.
 */
public final class FigureRevisions {

  private FigureRevisions() {}

  /** The small tables at one time. */
  public record Known(List<Submission> submissions, List<Slice> slices, List<Speaking> asOf) {

    public Known {
      submissions = List.copyOf(submissions);
      slices = List.copyOf(slices);
      asOf = List.copyOf(asOf);
    }

    private Map<Figure, LocalDate> speaking() {
      return asOf.stream().collect(Collectors.toMap(Figure::of, Speaking::snapshotDate));
    }

    private Set<Kept> kept() {
      return asOf.stream()
          .map(one -> new Kept(one.asOfDate(), one.asOfKind(), one.graduationYear()))
          .collect(Collectors.toSet());
    }

    /** The submissions of each slice in force. */
    private Map<SpokenSlice, Set<String>> submissionsInForce() {
      Map<SpokenSlice, Set<String>> ids = new HashMap<>();
      for (Slice slice : slices) {
        if (slice.status().equals(Slices.IN_FORCE)) {
          ids.computeIfAbsent(
                  new SpokenSlice(
                      slice.universityCode(), slice.graduationYear(), slice.snapshotDate()),
                  key -> new TreeSet<>(ByteOrder.OF_TEXTS))
              .add(slice.submissionId());
        }
      }
      return ids;
    }
  }

  /** What a figure is about. */
  private record Figure(LocalDate asOfDate, String asOfKind, String university, int year) {

    static Figure of(Speaking one) {
      return new Figure(one.asOfDate(), one.asOfKind(), one.universityCode(), one.graduationYear());
    }

    Kept kept() {
      return new Kept(asOfDate, asOfKind, year);
    }
  }

  /** A date of which a cohort has figures. */
  private record Kept(LocalDate asOfDate, String asOfKind, int year) {}

  /** What is compared of a file. */
  private record ComparedFile(
      String university, LocalDate date, String id, String configuration, String status) {

    static ComparedFile of(Submission file) {
      return new ComparedFile(
          file.universityCode(),
          file.snapshotDate(),
          file.submissionId(),
          file.configuration(),
          file.status());
    }
  }

  /** What is compared of a slice. */
  private record ComparedSlice(
      String university, LocalDate date, String id, int year, long graduates, String status) {

    static ComparedSlice of(Slice slice) {
      return new ComparedSlice(
          slice.universityCode(),
          slice.snapshotDate(),
          slice.submissionId(),
          slice.graduationYear(),
          slice.graduates(),
          slice.status());
    }
  }

  /**
   * A figure that may have moved.
   *
   * @param before the slice that spoke; empty where none did
   * @param now the slice that speaks; empty where none does
   */
  public record Candidate(
      LocalDate asOfDate,
      String asOfKind,
      String universityCode,
      int graduationYear,
      Optional<SpokenSlice> before,
      Optional<SpokenSlice> now) {}

  /**
   * The figures that may have moved: another slice speaks, or something about a file of the
   * university's changed that reaches to the date. Small tables are enough to tell.
   */
  public static List<Candidate> candidates(Known before, Known now) {
    Map<Figure, LocalDate> spoke = before.speaking();
    Map<Figure, LocalDate> speaks = now.speaking();
    Set<Kept> kept = before.kept();
    kept.retainAll(now.kept());
    Map<String, LocalDate> touched = touched(before, now);
    Set<Figure> figures = new LinkedHashSet<>(spoke.keySet());
    figures.addAll(speaks.keySet());
    List<Candidate> candidates = new ArrayList<>();
    for (Figure figure : figures) {
      LocalDate first = touched.get(figure.university());
      boolean sameSlice = Objects.equals(spoke.get(figure), speaks.get(figure));
      if (kept.contains(figure.kept()) && (!sameSlice || reaches(first, figure))) {
        candidates.add(
            new Candidate(
                figure.asOfDate(),
                figure.asOfKind(),
                figure.university(),
                figure.year(),
                slice(figure, spoke),
                slice(figure, speaks)));
      }
    }
    return candidates;
  }

  private static Optional<SpokenSlice> slice(Figure figure, Map<Figure, LocalDate> speaking) {
    return Optional.ofNullable(speaking.get(figure))
        .map(date -> new SpokenSlice(figure.university(), figure.year(), date));
  }

  /** Whether a change of a date reaches to a figure. */
  private static boolean reaches(LocalDate first, Figure figure) {
    // A slice may speak on an official date before its own.
    int daysBack =
        figure.asOfKind().equals(Decisions.OFFICIAL) ? Thresholds.GREATEST_OFFICIAL_WINDOW_DAYS : 0;
    return first != null && !figure.asOfDate().isBefore(first.minusDays(daysBack));
  }

  /** The first date of each university about which a file or a slice is not as it was. */
  private static Map<String, LocalDate> touched(Known before, Known now) {
    Map<String, LocalDate> first = new HashMap<>();
    differing(before.submissions(), now.submissions(), ComparedFile::of)
        .forEach(file -> touch(first, file.university(), file.date()));
    differing(before.slices(), now.slices(), ComparedSlice::of)
        .forEach(slice -> touch(first, slice.university(), slice.date()));
    return first;
  }

  /** A rejected file may be of no university or of no date. */
  private static void touch(Map<String, LocalDate> first, String university, LocalDate date) {
    if (university != null && date != null) {
      first.merge(university, date, (one, other) -> one.isBefore(other) ? one : other);
    }
  }

  private static <T, C> Stream<C> differing(
      Collection<T> before, Collection<T> now, Function<T, C> compared) {
    Set<C> was = before.stream().map(compared).collect(Collectors.toSet());
    Set<C> is = now.stream().map(compared).collect(Collectors.toSet());
    Set<C> both = new HashSet<>(was);
    both.retainAll(is);
    return Stream.concat(was.stream(), is.stream()).filter(one -> !both.contains(one));
  }

  /**
   * The candidates whose slice, submissions or counts changed.
   *
   * @param candidates as {@link #candidates} gives them
   * @param totalsBefore what the cells of the slices that spoke added up to
   * @param totalsNow what those of the slices that speak add up to
   */
  public static List<Revision> of(
      List<Candidate> candidates,
      Known before,
      Known now,
      Map<SpokenSlice, Total> totalsBefore,
      Map<SpokenSlice, Total> totalsNow,
      String runId,
      Instant revisedAt) {
    Map<SpokenSlice, Set<String>> idsBefore = before.submissionsInForce();
    Map<SpokenSlice, Set<String>> idsNow = now.submissionsInForce();
    List<Revision> revisions = new ArrayList<>();
    for (Candidate one : candidates) {
      Total was = one.before().map(totalsBefore::get).orElse(Total.NOBODY);
      Total is = one.now().map(totalsNow::get).orElse(Total.NOBODY);
      Set<String> madeOf = one.before().map(idsBefore::get).orElse(Set.of());
      Set<String> newIds = one.now().map(idsNow::get).orElse(Set.of());
      if (!was.equals(is) || !madeOf.equals(newIds)) {
        revisions.add(
            new Revision(
                runId,
                revisedAt,
                one.asOfDate(),
                one.asOfKind(),
                one.universityCode(),
                one.graduationYear(),
                one.before().map(SpokenSlice::snapshotDate).orElse(null),
                one.now().map(SpokenSlice::snapshotDate).orElse(null),
                was.graduates(),
                is.graduates(),
                was.placed(),
                is.placed(),
                newIds.stream().filter(id -> !madeOf.contains(id)).toList()));
      }
    }
    return revisions;
  }
}
