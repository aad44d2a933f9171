package dev.taizhang.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.taizhang.landing.LandingFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.PriorityQueue;

/** The files of a run, shared out to tasks. */
final class Shares {

  private Shares() {}

  /**
   * Longest files first, each to the task with the least work so far. Files that may have the same
   * content go to one task together, in their order, so that it meets the content once.
   *
   * @param files in the order in which the first of equal ones counts
   * @param tasks how many tasks there are at most
   */
  static List<List<LandingFile>> of(List<LandingFile> files, int tasks) {
    Collection<List<LandingFile>> together =
        files.stream()
            .collect(groupingBy(LandingFile::mayBeSameAs, LinkedHashMap::new, toList()))
            .values();
    PriorityQueue<Share> shares = new PriorityQueue<>(Comparator.comparingLong(Share::effort));
    for (int i = 0; i < Math.min(tasks, together.size()); i++) {
      shares.add(new Share(0, new ArrayList<>()));
    }
    together.stream()
        .sorted(Comparator.<List<LandingFile>>comparingLong(Shares::effort).reversed())
        .forEach(some -> shares.add(shares.remove().with(some)));
    return shares.stream().map(Share::files).toList();
  }

  private static long effort(List<LandingFile> files) {
    return files.stream().mapToLong(LandingFile::effort).sum();
  }

  private record Share(long effort, List<LandingFile> files) {

    Share with(List<LandingFile> more) {
      files.addAll(more);
      return new Share(effort + Shares.effort(more), files);
    }
  }
}
