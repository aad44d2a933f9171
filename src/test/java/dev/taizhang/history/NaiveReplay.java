package dev.taizhang.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What counts and what state everybody is in, told again by walking through sets of names one date
 * after another, without anything of the program.
 */
final class NaiveReplay {

  private final Map<String, String> statuses = new TreeMap<>();
  private final TreeMap<LocalDate, Map<String, String>> states = new TreeMap<>();

  NaiveReplay(List<InventedCohorts.File> files) {
    TreeMap<LocalDate, List<InventedCohorts.File>> byDate = new TreeMap<>();
    files.stream()
        .filter(file -> !file.decision().equals(Optional.of("retract")))
        .sorted(
            Comparator.comparing(InventedCohorts.File::arrival)
                .thenComparing(InventedCohorts.File::id))
        .forEach(file -> byDate.computeIfAbsent(file.date(), date -> new ArrayList<>()).add(file));
    List<InventedCohorts.File> before = List.of();
    Map<String, String> known = new LinkedHashMap<>();
    for (Map.Entry<LocalDate, List<InventedCohorts.File>> date : byDate.entrySet()) {
      List<InventedCohorts.File> counting = ofDate(date.getValue());
      boolean pinned = counting.stream().anyMatch(NaiveReplay::isPinned);
      boolean doubtful = !before.isEmpty() && !pinned && isDoubtful(names(before), names(counting));
      counting.forEach(file -> statuses.put(file.id(), doubtful ? "held" : "in_force"));
      if (!doubtful) {
        before = counting;
        states.put(date.getKey(), statesOf(counting, known));
      }
    }
  }

  private static boolean isPinned(InventedCohorts.File file) {
    return file.decision().equals(Optional.of("accept"));
  }

  private static boolean isDoubtful(Set<String> before, Set<String> now) {
    return 5 * lacking(before, now) > before.size() || 2 * now.size() > 3 * before.size();
  }

  private static int lacking(Set<String> some, Set<String> others) {
    Set<String> left = new HashSet<>(some);
    left.removeAll(others);
    return left.size();
  }

  private static Set<String> names(List<InventedCohorts.File> files) {
    Set<String> names = new HashSet<>();
    files.forEach(file -> names.addAll(file.rows().keySet()));
    return names;
  }

  /** The files of one date that count as far as that date tells; the others get their status. */
  private List<InventedCohorts.File> ofDate(List<InventedCohorts.File> arrivals) {
    List<InventedCohorts.File> counting = new ArrayList<>();
    Map<Integer, InventedCohorts.File> parts = new TreeMap<>();
    for (InventedCohorts.File file : arrivals) {
      List<InventedCohorts.File> offered = List.of(file);
      if (file.part() != null) {
        parts.put(file.part(), file);
        offered = List.copyOf(parts.values());
      }
      boolean partsOnly =
          file.part() != null && counting.stream().allMatch(one -> one.part() != null);
      boolean complete = 20 * lacking(names(counting), names(offered)) <= names(counting).size();
      if (partsOnly || complete || offered.stream().anyMatch(NaiveReplay::isPinned)) {
        // Whatever was there or waiting gives way, unless it is offered again.
        arrivals
            .subList(0, arrivals.indexOf(file))
            .forEach(one -> statuses.put(one.id(), "superseded"));
        counting = new ArrayList<>(offered);
        if (file.part() == null) {
          parts.clear();
        }
      } else {
        List<InventedCohorts.File> waiting = offered;
        arrivals.subList(0, arrivals.indexOf(file)).stream()
            .filter(one -> file.part() != null && file.part().equals(one.part()))
            .forEach(one -> statuses.put(one.id(), "superseded"));
        waiting.forEach(one -> statuses.put(one.id(), "held"));
      }
    }
    return counting;
  }

  /** The state of everybody who stands in the files: of the last good row, or else as before. */
  private static Map<String, String> statesOf(
      List<InventedCohorts.File> files, Map<String, String> known) {
    Map<String, String> now = new TreeMap<>();
    Set<String> good = new TreeSet<>();
    files.stream()
        .sorted(Comparator.comparing(InventedCohorts.File::id))
        .forEach(
            file ->
                file.rows()
                    .forEach(
                        (graduate, outcome) -> {
                          if (outcome.isPresent()) {
                            now.put(graduate, outcome.get());
                            good.add(graduate);
                          } else if (!good.contains(graduate) && known.containsKey(graduate)) {
                            now.put(graduate, known.get(graduate));
                          }
                        }));
    known.putAll(now);
    return now;
  }

  /** Status by file; retracted files have none. */
  Map<String, String> statuses() {
    return statuses;
  }

  /** The outcome of everybody present on a date, blank where it is unknown. */
  Map<String, String> on(LocalDate date) {
    return Optional.ofNullable(states.floorEntry(date)).map(Map.Entry::getValue).orElse(Map.of());
  }
}
