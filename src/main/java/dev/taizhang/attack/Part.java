package dev.taizhang.attack;

import java.util.BitSet;
import java.util.stream.LongStream;

/** A sum that an attacker asks for, within one block, and what was found out of it so far. */
final class Part {

  private final int[] members;
  private final long least;
  private final long most;
  private final BitSet attained = new BitSet();
  private final BitSet excluded = new BitSet();
  private long lowest;
  private long highest;
  private boolean lowestInReals;
  private boolean highestInReals;
  private double leastReached = Double.POSITIVE_INFINITY;
  private double mostReached = Double.NEGATIVE_INFINITY;

  /**
   * @param members the unknowns, by their places in the block
   * @param knowledge what is known of the block
   */
  Part(int[] members, Knowledge knowledge) {
    this.members = members;
    this.least = knowledge.lowest(members);
    this.most = knowledge.highest(members);
    this.lowest = least;
    this.highest = most;
  }

  int[] members() {
    return members;
  }

  /** The least that is not excluded. */
  long lowest() {
    return lowest;
  }

  /** The greatest that is not excluded. */
  long highest() {
    return highest;
  }

  /** Takes note of whole numbers that agree with everything known. */
  void attain(long[] values) {
    long value = Sum.of(members, values);
    attained.set(Math.toIntExact(value - least));
    attainInReals((double) value);
  }

  /** Takes note of a value that numbers attain which need not be whole. */
  void attainInReals(double value) {
    leastReached = Math.min(leastReached, value);
    mostReached = Math.max(mostReached, value);
    lowestInReals |= value <= lowest + Programme.TOLERANCE;
    highestInReals |= value >= highest - Programme.TOLERANCE;
  }

  /** How far it was found to reach, once whole numbers attained anything. */
  Reached reached() {
    return new Reached(
        leastReached, mostReached, least + attained.nextSetBit(0), least + attained.length() - 1);
  }

  /** Nothing less is possible. */
  void excludeBelow(long value) {
    lowest = Math.max(lowest, value);
  }

  /** Nothing greater is possible. */
  void excludeAbove(long value) {
    highest = Math.min(highest, value);
  }

  /** This very value is not possible. */
  void exclude(long value) {
    excluded.set(Math.toIntExact(value - least));
  }

  boolean isAttained(long value) {
    return attained.get(Math.toIntExact(value - least));
  }

  private boolean isOpen(long value) {
    int place = Math.toIntExact(value - least);
    return !attained.get(place) && !excluded.get(place);
  }

  /** Whether whole numbers attain this end. */
  boolean isAttained(End end) {
    return isAttained(end == End.LOWEST ? lowest : highest);
  }

  /** Whether numbers attain this end which need not be whole. */
  boolean isAttainedInReals(End end) {
    return isAttained(end) || (end == End.LOWEST ? lowestInReals : highestInReals);
  }

  /** Whether both ends, and each value between them up to so many, were attained or excluded. */
  boolean isTried(long enough) {
    boolean ends = isAttained(End.LOWEST) && isAttained(End.HIGHEST);
    return ends && (attained.cardinality() >= Math.min(enough, highest - lowest + 1) || !anyOpen());
  }

  private boolean anyOpen() {
    for (long value = lowest; value <= highest; value++) {
      if (isOpen(value)) {
        return true;
      }
    }
    return false;
  }

  /** Values between the ends that were neither attained nor excluded. */
  long[] open() {
    return LongStream.rangeClosed(lowest, highest).filter(this::isOpen).toArray();
  }

  /** The values that are possible as far as is known, as distances from the lowest. */
  BitSet possible() {
    BitSet possible = new BitSet();
    possible.set(0, Math.toIntExact(highest - lowest + 1));
    excluded.stream()
        .map(place -> Math.toIntExact(place + least - lowest))
        .filter(place -> place >= 0)
        .forEach(possible::clear);
    return possible;
  }
}
