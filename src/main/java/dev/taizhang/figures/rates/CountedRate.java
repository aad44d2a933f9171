package dev.taizhang.figures.rates;

import dev.taizhang.statistics.Interval;
import dev.taizhang.statistics.Newcombe;
import dev.taizhang.statistics.Wilson;

/**
 * A placement rate with all that two counts say of it.
 *
 * @param placed numerator
 * @param graduates denominator, at least 1
 * @param rate 0 to 1
 * @param low lower limit of the 95 % Wilson interval
 * @param high upper limit
 */
public record CountedRate(long placed, long graduates, double rate, double low, double high) {

  /** The rate of counts. */
  public static CountedRate of(long placed, long graduates) {
    Interval interval = Wilson.interval(placed, graduates);
    return new CountedRate(
        placed, graduates, Rates.placementRate(placed, graduates), interval.low(), interval.high());
  }

  /**
   * How far it is from another one.
   *
   * @param difference this less the other
   * @param low lower limit of Newcombe's 95 % hybrid score interval
   * @param high upper limit
   */
  public record Gap(double difference, double low, double high) {}

  /** How far it is from that of others. */
  public Gap gapTo(CountedRate others) {
    Interval gap = Newcombe.interval(placed, graduates, others.placed(), others.graduates());
    return new Gap(rate - others.rate(), gap.low(), gap.high());
  }
}
