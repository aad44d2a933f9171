package dev.taizhang.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What counts and what state everybody is in, told again by walking through sets of names one date
 * after another, without anything of the program.
 */
final class NaiveReplay {

  /** Of a hundred rows of a file fewer than this many under a year may be mistyped. */
  private final int few;

  private final Map<Integer, Told> cohorts = new TreeMap<>();

  NaiveReplay(List<InventedCohorts.File> files, int few) {
    this.few = few;
    InventedCohorts.years(files).forEach(year -> cohorts.put(year, new Told(year)));
    TreeMap<LocalDate, List<InventedCohorts.File>> byDate = new TreeMap<>();
    files.stream()
        .filter(file -> !file.decision().equals(Optional.of("retract")))
        .sorted(
            Comparator.comparing(InventedCohorts.File::arrival)
                .thenComparing(InventedCohorts.File::id))
        .forEach(file -> byDate.computeIfAbsent(file.date(), date -> new ArrayList<>()).add(file));
    byDate.forEach(
        (date, ofDate) -> {
          cohorts.values().forEach(cohort -> cohort.takeStraysOutOf(ofDate));
          cohorts.values().forEach(cohort -> cohort.call(ofDate));
          cohorts.values().forEach(cohort -> cohort.decide(date, ofDate));
        });
  }

  /** Status by file and cohort; retracted files have none. */
  Map<String, String> statuses() {
    Map<String, String> statuses = new TreeMap<>();
    cohorts.values().forEach(cohort -> statuses.putAll(cohort.statuses));
    return statuses;
  }

  /** The outcome of everybody present on a date by cohort and name, blank where it is unknown. */
  Map<String, String> on(LocalDate date) {
    Map<String, String> all = new TreeMap<>();
    cohorts.forEach(
        (year, cohort) ->
            Optional.ofNullable(cohort.states.floorEntry(date))
                .ifPresent(
                    states ->
                        states
                            .getValue()
                            .forEach((name, outcome) -> all.put(year + "/" + name, outcome))));
    return all;
  }

  /**
   * By cohort, name and date when the state was last told of those who are only carried forward.
   */
  Map<String, LocalDate> carried() {
    Map<String, LocalDate> all = new TreeMap<>();
    cohorts.forEach(
        (year, cohort) -> cohort.carried.forEach((key, told) -> all.put(year + "/" + key, told)));
    return all;
  }

  private static boolean isPinned(InventedCohorts.File file) {
    return file.decision().equals(Optional.of("accept"));
  }

  /** One cohort as far as it is told. */
  private final class Told {

    private final Integer year;
    private final Map<String, String> statuses = new TreeMap<>();
    private final TreeMap<LocalDate, Map<String, String>> states = new TreeMap<>();
    private final Map<String, String> known = new LinkedHashMap<>();
    private final Map<String, LocalDate> lastTold = new HashMap<>();
    private final Map<String, LocalDate> carried = new TreeMap<>();

    /** Everybody whom a file has named so far. */
    private final Set<String> met = new HashSet<>();

    /** Whom each file names. */
    private final Map<String, Set<String>> named = new HashMap<>();

    private final Set<String> strays = new HashSet<>();
    private List<InventedCohorts.File> before = List.of();

    Told(Integer year) {
      this.year = year;
    }

    private boolean has(InventedCohorts.File file) {
      return file.lines().stream()
          .anyMatch(line -> year.equals(line.year()) && line.outcome().isPresent());
    }

    private boolean counts(InventedCohorts.File file) {
      return has(file) && !strays.contains(file.id());
    }

    private String slice(InventedCohorts.File file) {
      return file.id() + "/" + year;
    }

    void takeStraysOutOf(List<InventedCohorts.File> files) {
      for (InventedCohorts.File file : files) {
        long here =
            file.lines().stream()
                .filter(line -> year.equals(line.year()) && line.outcome().isPresent())
                .count();
        long all = file.lines().stream().filter(line -> line.outcome().isPresent()).count();
        if (here > 0
            && !isPinned(file)
            && 100 * here < few * all
            && here < everybodyIn(before).size()) {
          strays.add(file.id());
          statuses.put(slice(file), "stray");
        }
      }
    }

    /** Calls the names of the files: those under the year, then those whose year is in doubt. */
    void call(List<InventedCohorts.File> files) {
      for (InventedCohorts.File file : files) {
        if (counts(file)) {
          Set<String> names = new LinkedHashSet<>();
          file.lines().stream()
              .filter(line -> year.equals(line.year()))
              .forEach(line -> names.add(line.graduate()));
          named.put(file.id(), names);
          met.addAll(names);
        }
      }
      for (InventedCohorts.File file : files) {
        if (counts(file)) {
          file.lines().stream()
              .filter(line -> isInDoubt(file, line) && met.contains(line.graduate()))
              .forEach(line -> named.get(file.id()).add(line.graduate()));
        }
      }
    }

    private boolean isInDoubt(InventedCohorts.File file, InventedCohorts.Line line) {
      Told own = line.year() == null ? null : cohorts.get(line.year());
      return own == null || !own.counts(file);
    }

    void decide(LocalDate date, List<InventedCohorts.File> files) {
      List<InventedCohorts.File> counting = ofDate(files.stream().filter(this::counts).toList());
      if (counting.isEmpty()) {
        return;
      }
      boolean pinned = counting.stream().anyMatch(NaiveReplay::isPinned);
      boolean doubtful =
          !before.isEmpty() && !pinned && isDoubtful(everybodyIn(before), everybodyIn(counting));
      counting.forEach(file -> statuses.put(slice(file), doubtful ? "held" : "in_force"));
      if (!doubtful) {
        before = counting;
        states.put(date, statesOf(date, counting));
      }
    }

    private boolean isDoubtful(Set<String> then, Set<String> now) {
      return 5 * lacking(then, now) > then.size() || 2 * now.size() > 3 * then.size();
    }

    private int lacking(Set<String> some, Set<String> others) {
      Set<String> left = new HashSet<>(some);
      left.removeAll(others);
      return left.size();
    }

    private Set<String> everybodyIn(List<InventedCohorts.File> files) {
      Set<String> names = new HashSet<>();
      files.forEach(file -> names.addAll(named.get(file.id())));
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
        Set<String> there = everybodyIn(counting);
        boolean complete = 20 * lacking(there, everybodyIn(offered)) <= there.size();
        if (partsOnly || complete || offered.stream().anyMatch(NaiveReplay::isPinned)) {
          // Whatever was there or waiting gives way, unless it is offered again.
          arrivals
              .subList(0, arrivals.indexOf(file))
              .forEach(one -> statuses.put(slice(one), "superseded"));
          counting = new ArrayList<>(offered);
          if (file.part() == null) {
            parts.clear();
          }
        } else {
          List<InventedCohorts.File> waiting = offered;
          arrivals.subList(0, arrivals.indexOf(file)).stream()
              .filter(one -> file.part() != null && file.part().equals(one.part()))
              .forEach(one -> statuses.put(slice(one), "superseded"));
          waiting.forEach(one -> statuses.put(slice(one), "held"));
        }
      }
      return counting;
    }

    /** The state of everybody whom the files name: of the last good row, or else as before. */
    private Map<String, String> statesOf(LocalDate date, List<InventedCohorts.File> files) {
      Map<String, String> now = new TreeMap<>();
      for (String name : everybodyIn(files)) {
        if (known.containsKey(name)) {
          now.put(name, known.get(name));
        }
      }
      files.stream()
          .sorted(
              Comparator.comparing(InventedCohorts.File::arrival)
                  .thenComparing(InventedCohorts.File::id))
          .flatMap(file -> file.lines().stream())
          .filter(line -> year.equals(line.year()) && line.outcome().isPresent())
          .forEach(
              line -> {
                now.put(line.graduate(), line.outcome().get());
                lastTold.put(line.graduate(), date);
              });
      for (String name : now.keySet()) {
        if (!lastTold.get(name).equals(date)) {
          carried.put(name + " on " + date, lastTold.get(name));
        }
      }
      known.putAll(now);
      return now;
    }
  }
}
