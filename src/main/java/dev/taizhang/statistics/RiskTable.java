package dev.taizhang.statistics;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How many people are watched, and on which day something happened to whom.
 *
 * @param days in order, each day once
 */
public record RiskTable(List<Day> days) {

  /**
   * What happened on a day.
   *
   * @param day days since the beginning
   * @param events by cause, people to whom it happened
   * @param censored people who are watched no longer; whatever happened on the day happened before
   */
  public record Day(int day, List<Long> events, long censored) {

    public Day {
      events = List.copyOf(events);
      if (censored < 0 || events.stream().anyMatch(number -> number < 0)) {
        throw new IllegalArgumentException("Fewer than nobody on day " + day);
      }
    }

    /** Events of every cause. */
    long all() {
      return events.stream().mapToLong(Long::longValue).sum();
    }
  }

  public RiskTable {
    days = List.copyOf(requireNonNull(days, "days"));
    for (int at = 1; at < days.size(); at++) {
      if (days.get(at - 1).day() >= days.get(at).day()) {
        throw new IllegalArgumentException("Days are not in order: " + days.get(at).day());
      }
      if (days.get(at - 1).events().size() != days.get(at).events().size()) {
        throw new IllegalArgumentException("Days have different causes");
      }
    }
  }

  /** How many are watched at the beginning. */
  public long people() {
    return days.stream().mapToLong(day -> day.all() + day.censored()).sum();
  }

  /** The number of causes. */
  public int causes() {
    return days.isEmpty() ? 0 : days.get(0).events().size();
  }
}
