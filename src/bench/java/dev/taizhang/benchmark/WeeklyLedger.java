package dev.taizhang.benchmark;

import dev.taizhang.benchmark.Cohort.Cell;
import dev.taizhang.reference.ReferenceData;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The rows of one university in one week. In week 1 they are those of its cohort; in each later
 * week three graduates in a hundred have another outcome than the week before. Whether one does
 * depends on the university, the graduate and the week alone, so that any week can be written by
 * itself. New outcomes are drawn by the shares of the first week: what a ledger amounts to stays
 * about the same all season, and what grows with the weeks does not grow because there is more to
 * count. Rows with a defect stay as they are.
 */
final class WeeklyLedger implements Iterable<List<String>> {

  /** Share of the graduates that are in another state than the week before. */
  static final double CHANGING_SHARE = 0.03;

  private static final List<Cell> CELLS = List.of(Cell.values());

  private final ReferenceData reference;
  private final Cohort cohort;
  private final int week;

  /**
   * The ledger of a week.
   *
   * @param cohort of which no row has been read
   * @param week from 1 on
   */
  WeeklyLedger(ReferenceData reference, Cohort cohort, int week) {
    this.reference = reference;
    this.cohort = cohort;
    this.week = week;
  }

  /** The rows, once. */
  @Override
  public Iterator<List<String>> iterator() {
    Iterator<List<String>> firstWeek = cohort.iterator();
    return new Iterator<>() {
      private int next = 0;

      @Override
      public boolean hasNext() {
        return firstWeek.hasNext();
      }

      @Override
      public List<String> next() {
        List<String> row = firstWeek.next();
        int index = next++;
        return cohort.isGood(index) ? inWeek(row, index) : row;
      }
    };
  }

  private List<String> inWeek(List<String> firstWeek, int index) {
    String outcome = cell(firstWeek, Cell.OUTCOME_CODE);
    String employer = cell(firstWeek, Cell.EMPLOYER);
    boolean changed = false;
    for (int later = 2; later <= week; later++) {
      RandomGenerator random = random(index, later);
      if (random.nextDouble() < CHANGING_SHARE) {
        outcome = anotherThan(outcome, random);
        employer = Cohort.employer(outcome, cell(firstWeek, Cell.NAME), random);
        changed = true;
      }
    }
    return changed ? with(firstWeek, outcome, employer) : firstWeek;
  }

  private RandomGenerator random(int index, int later) {
    long graduate = cohort.universityCode() * 1_000_000L + index;
    return new SplittableRandom(graduate * (Season.GREATEST_WEEK + 1) + later);
  }

  /** Names of employers are no part of a graduate's state, codes of outcomes are. */
  private static String anotherThan(String outcome, RandomGenerator random) {
    String drawn;
    do {
      drawn = Cohort.outcome(random);
    } while (drawn.equals(outcome));
    return drawn;
  }

  private List<String> with(List<String> firstWeek, String outcome, String employer) {
    List<String> row = new ArrayList<>(firstWeek);
    row.set(CELLS.indexOf(Cell.OUTCOME_CODE), outcome);
    row.set(CELLS.indexOf(Cell.OUTCOME), reference.codeName("outcome", outcome).orElseThrow());
    row.set(CELLS.indexOf(Cell.EMPLOYER), employer);
    return row;
  }

  private static String cell(List<String> row, Cell cell) {
    return row.get(CELLS.indexOf(cell));
  }
}
