package dev.taizhang.slices;

import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which files of another feed than the ledger count. Of one submitter and date the last whole file
 * takes the place of all before it, and parts count together, each with its last file; parts that
 * come after a whole file take its place.
 *
 * @see <a href="../../../../../docs/adr/0028-lists-that-count.md">ADR 0028</a>
 */
public final class ListsInForce {

  /** Why a list does not count that a later one replaced, and what to do. */
  public static final String WHY_SUPERSEDED = HoldReasons.SUPERSEDED;

  private ListsInForce() {}

  /**
   * A file of a feed.
   *
   * @param submitter code of who sent it
   * @param date snapshot date
   * @param part number of the part; null for a whole list
   */
  public record ListFile(
      String submissionId,
      String fileName,
      String feed,
      String submitter,
      LocalDate date,
      Integer part) {

    private List<Object> competition() {
      return List.of(feed, submitter, date);
    }

    private boolean isReplacedBy(ListFile later) {
      return part == null || later.part() == null || Objects.equals(part, later.part());
    }
  }

  /** Some submissions as files, in the order of their arrival. */
  public static List<ListFile> inOrder(List<Submission> submissions) {
    return submissions.stream()
        .sorted(Submission.BY_ARRIVAL)
        .map(
            one ->
                new ListFile(
                    one.submissionId(),
                    one.fileName(),
                    one.feed(),
                    one.universityCode(),
                    one.snapshotDate(),
                    one.part()))
        .toList();
  }

  /**
   * The submissions that count of one feed.
   *
   * @param submissions of any feed, whatever became of them
   */
  public static Set<String> counting(List<Submission> submissions, String feed) {
    List<ListFile> files =
        inOrder(
            submissions.stream()
                .filter(one -> one.status().equals(Submissions.ACCEPTED))
                .filter(one -> one.feed().equals(feed))
                .toList());
    Map<ListFile, ListFile> superseded = superseded(files);
    return files.stream()
        .filter(file -> !superseded.containsKey(file))
        .map(ListFile::submissionId)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * By each file that does not count the last of those that take its place.
   *
   * @param files the accepted files in the order of their arrival
   */
  public static Map<ListFile, ListFile> superseded(List<ListFile> files) {
    Map<List<Object>, List<ListFile>> competing = new LinkedHashMap<>();
    for (ListFile file : files) {
      competing.computeIfAbsent(file.competition(), key -> new ArrayList<>()).add(file);
    }
    Map<ListFile, ListFile> superseded = new HashMap<>();
    competing.values().forEach(some -> putSuperseded(some, superseded));
    return superseded;
  }

  private static void putSuperseded(List<ListFile> some, Map<ListFile, ListFile> superseded) {
    for (int earlier = 0; earlier < some.size(); earlier++) {
      for (ListFile later : some.subList(earlier + 1, some.size())) {
        if (some.get(earlier).isReplacedBy(later)) {
          superseded.put(some.get(earlier), later);
        }
      }
    }
  }
}
