package dev.taizhang.benchmark;

import java.util.List;

/**
 * Repeated measurements of the same.
 *
 * @param minimum the least
 * @param median the middle one; the mean of the two middle ones when their number is even
 * @param maximum the greatest
 */
record Distribution(double minimum, double median, double maximum) {

  /**
   * The distribution of values.
   *
   * @throws IllegalArgumentException when there are none
   */
  static Distribution of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Distribution(sorted.get(0), median, sorted.get(sorted.size() - 1));
  }
}
