package dev.taizhang.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Files of one invented university and its cohorts, as universities send them: weekly, sent again,
 * in parts, truncated, doubled, with departures, returns, rows that are quarantined or have no year
 * or a mistyped one, and what a person decided of some of them.
 */
final class InventedCohorts {

  private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);
  private static final List<String> OUTCOMES = List.of("70", "70", "10", "80", "");

  private InventedCohorts() {}

  /**
   * A row.
   *
   * @param year the cohort that it names; null where it names none
   * @param outcome empty where the row is quarantined, and an empty text where it is blank
   * @param byPerson whether it has the ID number alone
   */
  record Line(String graduate, Integer year, Optional<String> outcome, boolean byPerson) {}

  /**
   * A file.
   *
   * @param part number of the part; null for a whole one
   * @param arrival place of arrival among all files of the university
   * @param decision accept, retract, or none
   */
  record File(
      String id,
      LocalDate date,
      Integer part,
      Instant arrival,
      List<Line> lines,
      Optional<String> decision) {

    File {
      lines = List.copyOf(lines);
    }

    /** The rows that are accepted. */
    long accepted() {
      return lines.stream().filter(line -> line.outcome().isPresent()).count();
    }

    /** The cohorts that the file has accepted rows of, with their number. */
    Map<Integer, Long> cohorts() {
      return lines.stream()
          .filter(line -> line.outcome().isPresent())
          .collect(Collectors.groupingBy(Line::year, Collectors.counting()));
    }

    /** Whether the cohort of any row is doubtful where few rows are at most such a share. */
    boolean isDoubtful(double fewShare) {
      return lines.stream().anyMatch(line -> !cohorts().containsKey(line.year()))
          || cohorts().values().stream().anyMatch(rows -> rows < fewShare * accepted());
    }

    /** The same with the rows of some cohorts alone. */
    File only(Set<Integer> years) {
      return new File(
          id,
          date,
          part,
          arrival,
          lines.stream()
              .filter(line -> line.year() != null && years.contains(line.year()))
              .toList(),
          decision);
    }
  }

  /** The files of a university, the same for the same seed, in the order of their arrival. */
  static List<File> of(String university, long seed) {
    Random random = new Random(seed);
    boolean messy = random.nextInt(5) < 2;
    Map<Integer, Map<String, String>> cohorts = new LinkedHashMap<>();
    Map<Integer, List<String>> everybody = new LinkedHashMap<>();
    for (int year = 2025; year > (random.nextBoolean() ? 2023 : 2024); year--) {
      Map<String, String> states = new LinkedHashMap<>();
      for (int graduate = 0; graduate < 6 + random.nextInt(20); graduate++) {
        states.put("%s-%d-%d".formatted(university, year, graduate), "70");
      }
      everybody.put(year, List.copyOf(states.keySet()));
      cohorts.put(year, states);
    }
    List<File> files = new ArrayList<>();
    int dates = 1 + random.nextInt(6);
    for (int week = 0; week < dates; week++) {
      cohorts.forEach((year, states) -> move(states, everybody.get(year), random));
      LocalDate date = FIRST.plusWeeks(week);
      int sendings = random.nextInt(4) == 0 ? 2 : 1;
      for (int sending = 0; sending < sendings; sending++) {
        List<List<Line>> parts = parts(cohorts, messy, random);
        for (int part = 0; part < parts.size(); part++) {
          Integer number = parts.size() == 1 ? null : part + 1;
          // Files of later dates may come before those of earlier ones.
          Instant arrival =
              Instant.parse("2025-09-01T00:00:00Z").plusSeconds(random.nextInt(9_999));
          files.add(
              new File(
                  "%s-w%d-s%d-p%d".formatted(university, week, sending, part),
                  date,
                  number,
                  arrival,
                  parts.get(part),
                  decision(random)));
        }
      }
    }
    files.sort(Comparator.comparing(File::arrival));
    return files;
  }

  private static Optional<String> decision(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> Optional.of("retract");
      case 1, 2 -> Optional.of("accept");
      default -> Optional.empty();
    };
  }

  /** What happens to graduates in a week. */
  private static void move(Map<String, String> states, List<String> everybody, Random random) {
    for (String graduate : everybody) {
      int fate = random.nextInt(30);
      if (fate < 3 && states.containsKey(graduate)) {
        states.put(graduate, OUTCOMES.get(random.nextInt(OUTCOMES.size())));
      } else if (fate == 3) {
        states.remove(graduate);
      } else if (fate == 4) {
        states.put(graduate, "70");
      }
    }
    if (states.isEmpty()) {
      states.put(everybody.get(0), "70");
    }
  }

  /** The rows that are sent, in one file or two. */
  private static List<List<Line>> parts(
      Map<Integer, Map<String, String>> cohorts, boolean messy, Random random) {
    List<List<Line>> parts = new ArrayList<>();
    parts.add(new ArrayList<>());
    if (random.nextInt(5) == 0) {
      parts.add(new ArrayList<>());
    }
    boolean truncated = random.nextInt(6) == 0;
    boolean forgetful = messy && random.nextInt(3) == 0;
    cohorts.forEach(
        (year, states) ->
            states.forEach(
                (graduate, outcome) -> {
                  if (!truncated || random.nextInt(3) > 0) {
                    List<Line> part = parts.get(random.nextInt(parts.size()));
                    part.add(line(graduate, year, outcome, messy, forgetful, random));
                    if (parts.size() > 1 && random.nextInt(10) == 0) {
                      // Somebody of two colleges stands in the files of both.
                      String other = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
                      List<Line> others = parts.get(1 - parts.indexOf(part));
                      others.add(new Line(graduate, year, Optional.of(other), false));
                    }
                  }
                }));
    parts.removeIf(part -> part.stream().noneMatch(line -> line.outcome().isPresent()));
    return parts;
  }

  private static Line line(
      String graduate, int year, String outcome, boolean messy, boolean forgetful, Random random) {
    Optional<String> good = Optional.of(outcome);
    if (forgetful && random.nextInt(4) == 0) {
      return new Line(graduate, null, Optional.empty(), random.nextBoolean());
    }
    return switch (messy ? random.nextInt(40) : 40 + random.nextInt(25)) {
      case 0, 1, 40 ->
          new Line(graduate, messy || random.nextInt(9) > 0 ? year : null, Optional.empty(), false);
      case 2 -> new Line(graduate, null, Optional.empty(), true);
      case 3, 4, 7 -> new Line(graduate, year == 2025 ? 2024 : 2025, good, false);
      case 5 -> new Line(graduate, 2052, Optional.empty(), false);
      case 6 -> new Line(graduate, 2052, good, false);
      default -> new Line(graduate, year, good, false);
    };
  }

  /** The cohorts that any of the files names. */
  static Set<Integer> years(List<File> files) {
    return files.stream()
        .flatMap(file -> file.lines().stream())
        .map(Line::year)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
