package dev.taizhang.figures.survival;

import dev.taizhang.figures.courses.State;
import dev.taizhang.statistics.RiskTable;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many graduates waited for how many days, and what ended it. Mergeable. */
final class WaitingTimes implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  /** How the day of a placement is read. */
  enum Reading {
    DAY,
    EARLIEST,
    LATEST
  }

  /** What can end a wait, in the order of the counts. */
  static final List<State> CAUSES = List.of(State.EMPLOYMENT, State.DOMESTIC_STUDY, State.ABROAD);

  private static final int CENSORED = Reading.values().length * CAUSES.size();
  private static final int LOST = CENSORED + 1;
  private static final int COUNTS = LOST + 1;

  private final TreeMap<Integer, long[]> days = new TreeMap<>();
  private int until;
  private int lastWaited;

  void add(Waiting waiting) {
    until = Math.max(until, waiting.until());
    lastWaited = Math.max(lastWaited, waiting.day());
    if (waiting.cause() == null) {
      on(waiting.day())[CENSORED]++;
    } else {
      on(waiting.day())[at(Reading.DAY, waiting.cause())]++;
      on(waiting.earliest())[at(Reading.EARLIEST, waiting.cause())]++;
      on(waiting.latest())[at(Reading.LATEST, waiting.cause())]++;
    }
    waiting.lostOn().ifPresent(day -> on(day)[LOST]++);
  }

  private static int at(Reading reading, State cause) {
    return reading.ordinal() * CAUSES.size() + CAUSES.indexOf(cause);
  }

  private long[] on(int day) {
    return days.computeIfAbsent(day, key -> new long[COUNTS]);
  }

  WaitingTimes merge(WaitingTimes others) {
    until = Math.max(until, others.until);
    lastWaited = Math.max(lastWaited, others.lastWaited);
    others.days.forEach(
        (day, counts) -> {
          long[] own = on(day);
          for (int at = 0; at < COUNTS; at++) {
            own[at] += counts[at];
          }
        });
    return this;
  }

  /** Who was watched and what happened when, by a reading. */
  RiskTable table(Reading reading) {
    List<RiskTable.Day> table = new ArrayList<>();
    for (Map.Entry<Integer, long[]> day : days.entrySet()) {
      List<Long> events = new ArrayList<>();
      for (State cause : CAUSES) {
        events.add(day.getValue()[at(reading, cause)]);
      }
      table.add(new RiskTable.Day(day.getKey(), events, day.getValue()[CENSORED]));
    }
    return new RiskTable(table);
  }

  /** Graduates who were placed into something until a day. */
  long placed(State cause, int until) {
    return sum(at(Reading.DAY, cause), until);
  }

  /** Graduates who were placed until a day. */
  long placed(int until) {
    return CAUSES.stream().mapToLong(cause -> placed(cause, until)).sum();
  }

  /** Graduates who were watched no longer until a day. */
  long censored(int until) {
    return sum(CENSORED, until);
  }

  /** Graduates who lost a placement until a day. */
  long lost(int until) {
    return sum(LOST, until);
  }

  private long sum(int count, int until) {
    return days.headMap(until, true).values().stream().mapToLong(counts -> counts[count]).sum();
  }

  /** Everybody who was watched. */
  long graduates() {
    return placed(Integer.MAX_VALUE) + censored(Integer.MAX_VALUE);
  }

  /**
   * The last day of which the curve tells something: on which somebody still waited or was placed,
   * or where nobody waits any more, on which news of somebody would be known.
   */
  int lastDay() {
    return censored(Integer.MAX_VALUE) == 0 ? until : lastWaited;
  }
}
