package dev.taizhang.tables;

/** {@code marts.placement_trend}: the same figures week by week, in a small set of cuts. */
public final class PlacementTrend {

  public static final Table TABLE =
      PlacementRates.figures(
          "marts.placement_trend", "One row per cut of the trend and weekly as-of date.");

  public static final RecordType<PlacementRates.PlacementRate> RECORDS =
      RecordType.of(TABLE, PlacementRates.PlacementRate.class);

  private PlacementTrend() {}
}
