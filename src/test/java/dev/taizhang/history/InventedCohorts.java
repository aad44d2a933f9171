package dev.taizhang.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Files of one invented university and cohort, as universities send them: weekly, sent again, in
 * parts, truncated, doubled, with departures, returns and rows that are quarantined, and what a
 * person decided of some of them.
 */
final class InventedCohorts {

  private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);
  private static final List<String> OUTCOMES = List.of("70", "70", "10", "80", "");

  private InventedCohorts() {}

  /**
   * A file.
   *
   * @param part number of the part; null for a whole one
   * @param arrival place of arrival among all files of the university
   * @param rows the outcome of each graduate; empty where the row is quarantined, and the outcome
   *     code null where it is blank
   * @param decision accept, retract, or none
   */
  record File(
      String id,
      LocalDate date,
      Integer part,
      Instant arrival,
      Map<String, Optional<String>> rows,
      Optional<String> decision) {

    /** The rows that are accepted. */
    long accepted() {
      return rows.values().stream().filter(Optional::isPresent).count();
    }
  }

  /** The files of a university, the same for the same seed, in the order of their arrival. */
  static List<File> of(String university, long seed) {
    Random random = new Random(seed);
    Map<String, String> states = new LinkedHashMap<>();
    for (int graduate = 0; graduate < 6 + random.nextInt(20); graduate++) {
      states.put(university + "-" + graduate, "70");
    }
    List<String> everybody = List.copyOf(states.keySet());
    List<File> files = new ArrayList<>();
    int dates = 1 + random.nextInt(6);
    for (int week = 0; week < dates; week++) {
      move(states, everybody, random);
      LocalDate date = FIRST.plusWeeks(week);
      int sendings = random.nextInt(4) == 0 ? 2 : 1;
      for (int sending = 0; sending < sendings; sending++) {
        List<Map<String, Optional<String>>> parts = parts(states, random);
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
    files.sort((one, other) -> one.arrival().compareTo(other.arrival()));
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
  private static List<Map<String, Optional<String>>> parts(
      Map<String, String> states, Random random) {
    List<Map<String, Optional<String>>> parts = new ArrayList<>();
    parts.add(new LinkedHashMap<>());
    if (random.nextInt(5) == 0) {
      parts.add(new LinkedHashMap<>());
    }
    boolean truncated = random.nextInt(6) == 0;
    for (Map.Entry<String, String> state : states.entrySet()) {
      boolean lost = truncated && random.nextInt(3) == 0;
      if (!lost) {
        Optional<String> outcome =
            random.nextInt(25) == 0 ? Optional.empty() : Optional.of(state.getValue());
        parts.get(random.nextInt(parts.size())).put(state.getKey(), outcome);
      }
    }
    parts.removeIf(part -> part.values().stream().noneMatch(Optional::isPresent));
    return parts;
  }
}
