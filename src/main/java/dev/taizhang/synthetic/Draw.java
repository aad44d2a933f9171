package dev.taizhang.synthetic;

import java.util.List;

/**
 * A random choice, found by its place and not by its turn: the same seed, university, graduate and
 * purpose give the same choice on any machine, in any order and in any number of threads.
 *
 * <p>The mixing function is that of SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable
 * pseudorandom number generators"). All mathematics is {@link StrictMath}.
 *
 * @param state where in the tree of choices this one is
 */
record Draw(long state) {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1p-53;

  static Draw of(long seed) {
    return new Draw(mix(seed + GOLDEN));
  }

  /** The choice below this one that has the given key. */
  Draw at(long key) {
    return new Draw(mix(state ^ mix((key + 1) * GOLDEN)));
  }

  /** The choice below this one for a purpose. */
  Draw at(Purpose purpose) {
    return at(purpose.key());
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform from 0 to below 1. */
  double unit() {
    return (mix(state + GOLDEN) >>> 11) * UNIT;
  }

  /** Uniform above 0 to 1, for logarithms. */
  double positiveUnit() {
    return 1 - unit();
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** Uniform from 0 to below the bound. */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  /** Standard normal, by Box and Muller. */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(at(1).positiveUnit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * at(2).unit());
  }
}
