package dev.taizhang.figures.rates;

/**
 * The key of a cut as numbers, packed into two: the period and field of study in the first, and
 * place, cut, degree level and hardship group in the second.
 *
 * @param period number of the period
 * @param field number of the field of study
 * @param place number of the region or university
 * @param cut which of the cuts
 * @param degree which of the degree levels
 * @param group which of the hardship groups
 */
public record CutKey(int period, int field, int place, int cut, int degree, int group) {

  private static final int BITS_OF_NUMBER = 32;
  private static final int BITS_OF_CUT = 16;
  private static final int BITS_OF_DEGREE = 8;
  private static final long NUMBER = 0xFFFF_FFFFL;
  // Cuts, degree levels and groups are lists of the program and of the reference data.
  private static final long FEW = 0xFF;

  /** The key that was packed into two numbers. */
  static CutKey of(long high, long low) {
    return new CutKey(
        (int) (high >>> BITS_OF_NUMBER),
        (int) (high & NUMBER),
        (int) (low >>> BITS_OF_NUMBER),
        (int) ((low >>> BITS_OF_CUT) & FEW),
        (int) ((low >>> BITS_OF_DEGREE) & FEW),
        (int) (low & FEW));
  }

  /** The first half of a key. */
  public static long high(int period, int field) {
    return ((long) period << BITS_OF_NUMBER) | field;
  }

  /** The second half of a key. */
  public static long low(int place, int cut, int degree, int group) {
    return ((long) place << BITS_OF_NUMBER)
        | ((long) cut << BITS_OF_CUT)
        | ((long) degree << BITS_OF_DEGREE)
        | group;
  }

  /** The second half of a key with another group. */
  static long withGroup(long low, int group) {
    return (low & ~FEW) | group;
  }

  /** The second half of a key with another place. */
  static long withPlace(long low, int place) {
    return (low & NUMBER) | ((long) place << BITS_OF_NUMBER);
  }

  /** Whether so many cuts or groups have a number each. */
  static boolean fits(int few) {
    return few <= FEW + 1;
  }
}
