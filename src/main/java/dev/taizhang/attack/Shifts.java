package dev.taizhang.attack;

import java.util.BitSet;

/** An outcome of people that differs from the truth in a few of them. */
final class Shifts {

  private final Grid grid;
  private final long[] truth;
  private final long[] more;
  private final int[] touched;
  private int count;

  /**
   * @param truth how many are placed of the people of each number
   */
  Shifts(Grid grid, long[] truth) {
    this.grid = grid;
    this.truth = truth;
    this.more = new long[truth.length];
    this.touched = new int[truth.length];
  }

  /** How many more of some people can be placed. */
  long canGain(int person) {
    return grid.size(person) - truth[person] - more[person];
  }

  /** How many fewer. */
  long canLose(int person) {
    return truth[person] + more[person];
  }

  void add(int person, long many) {
    if (more[person] == 0) {
      touched[count++] = person;
    }
    more[person] += many;
    if (more[person] == 0) {
      forget(person);
    }
  }

  private void forget(int person) {
    for (int at = 0; at < count; at++) {
      if (touched[at] == person) {
        touched[at] = touched[--count];
        return;
      }
    }
  }

  /** Goes back to the truth. */
  void clear() {
    for (int at = 0; at < count; at++) {
      more[touched[at]] = 0;
    }
    count = 0;
  }

  /** How many people differ. */
  int count() {
    return count;
  }

  /** People who differ, by a number from 0. */
  int touched(int number) {
    return touched[number];
  }

  /** By how many people differ from the truth. */
  long more(int person) {
    return more[person];
  }

  /** Adds the rows that differ. */
  void rows(BitSet rows) {
    for (int at = 0; at < count; at++) {
      rows.set(grid.row(touched[at]));
    }
  }
}
