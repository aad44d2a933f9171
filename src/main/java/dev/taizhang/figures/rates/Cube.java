package dev.taizhang.figures.rates;

/** Adds up cells: in several places, part by part, where there are many. */
public interface Cube {

  /**
   * Counts the graduates of a cell wherever they belong, at every date at which its slice speaks.
   */
  void add(Cell cell);

  /** What the cells add up to. */
  CutCounts counts();
}
