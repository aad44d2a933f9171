package dev.taizhang.synthetic;

import java.util.ArrayList;
import java.util.List;

/** Values that are chosen in proportion to their weights. */
final class Weighted<T> {

  private final List<T> values = new ArrayList<>();
  private final List<Double> limits = new ArrayList<>();
  private double total;

  Weighted<T> add(T value, double weight) {
    total += weight;
    values.add(value);
    limits.add(total);
    return this;
  }

  T pick(Draw draw) {
    double mark = draw.unit() * total;
    int i = 0;
    while (i < values.size() - 1 && limits.get(i) <= mark) {
      i++;
    }
    return values.get(i);
  }
}
