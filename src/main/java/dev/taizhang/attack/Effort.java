package dev.taizhang.attack;

import java.util.concurrent.atomic.LongAdder;

/** What an attack had solved, and until when it may ask what takes long. */
final class Effort {

  /** Time is over; what was not found by then stays undecided. */
  static final class TimeOver extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final LongAdder programmes = new LongAdder();
  private final LongAdder integerSearches = new LongAdder();
  private final TimeLimit limit;

  Effort(TimeLimit limit) {
    this.limit = limit;
  }

  /**
   * Takes note of a linear programme that is to be solved.
   *
   * @throws TimeOver when there is no time left for it
   */
  void addProgramme() {
    requireTime();
    programmes.increment();
  }

  /**
   * Takes note of a search for whole numbers.
   *
   * @throws TimeOver when there is no time left for it
   */
  void addIntegerSearch() {
    requireTime();
    integerSearches.increment();
  }

  /**
   * Throws where time is limited. A solver gives up a moment before its time is over, when the next
   * step would take longer.
   */
  void requireEndlessTime() {
    if (limit != TimeLimit.none()) {
      throw new TimeOver();
    }
  }

  private void requireTime() {
    if (limit.isOver()) {
      throw new TimeOver();
    }
  }

  /** How long a solver may take. */
  long milliseconds() {
    return limit.milliseconds();
  }

  long programmes() {
    return programmes.sum();
  }

  long integerSearches() {
    return integerSearches.sum();
  }
}
