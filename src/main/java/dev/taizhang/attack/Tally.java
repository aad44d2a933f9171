package dev.taizhang.attack;

import java.util.concurrent.atomic.LongAdder;

/** Counts what an attack had solved. */
final class Tally {

  private final LongAdder programmes = new LongAdder();
  private final LongAdder integerSearches = new LongAdder();

  void addProgramme() {
    programmes.increment();
  }

  void addIntegerSearch() {
    integerSearches.increment();
  }

  long programmes() {
    return programmes.sum();
  }

  long integerSearches() {
    return integerSearches.sum();
  }
}
