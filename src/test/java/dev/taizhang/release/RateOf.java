package dev.taizhang.release;

import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.time.LocalDate;

/** Figures over everything, as tests of sentences need them. */
final class RateOf {

  private LocalDate date = LocalDate.of(2025, 8, 31);
  private int year = 2025;
  private String group = "all";
  private long graduates = 1000;
  private long placed = 800;
  private long unknown;
  private Double gap;
  private Double gapLow;
  private Double gapHigh;

  static RateOf group(String group) {
    RateOf rate = new RateOf();
    rate.group = group;
    return rate;
  }

  RateOf on(String date) {
    this.date = LocalDate.parse(date);
    return this;
  }

  RateOf cohort(int year) {
    this.year = year;
    return this;
  }

  RateOf placed(long placed, long graduates) {
    this.placed = placed;
    this.graduates = graduates;
    return this;
  }

  RateOf unknown(long unknown) {
    this.unknown = unknown;
    return this;
  }

  RateOf gap(double gap, double low, double high) {
    this.gap = gap;
    this.gapLow = low;
    this.gapHigh = high;
    return this;
  }

  RateFigure figure() {
    return RateFigure.of(rate());
  }

  PlacementRate rate() {
    double rate = (double) placed / graduates;
    return new PlacementRate(
        date,
        "plain",
        year,
        "all",
        "all",
        "all",
        "all",
        null,
        "all",
        "all",
        "all",
        null,
        "all",
        null,
        group,
        graduates,
        placed,
        placed,
        0,
        0,
        0,
        0,
        0,
        graduates - placed - unknown,
        0,
        unknown,
        rate,
        rate - 0.01,
        rate + 0.01,
        gap == null ? null : rate - gap,
        gap,
        gapLow,
        gapHigh,
        0);
  }
}
