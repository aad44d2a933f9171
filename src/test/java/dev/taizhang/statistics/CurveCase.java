package dev.taizhang.statistics;

import static dev.taizhang.statistics.ReferenceValues.count;
import static dev.taizhang.statistics.ReferenceValues.optional;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * People to whom things happen, and the curves that R draws.
 *
 * @param name of the set
 * @param table who was watched and what happened
 * @param days the curve by day
 * @param median with its limits
 * @param horizon what the mean is restricted to
 * @param mean restricted mean
 */
record CurveCase(
    String name, RiskTable table, List<OnDay> days, Median median, int horizon, double mean) {

  /** The curves at the end of a day. */
  record OnDay(
      int day,
      double share,
      OptionalDouble low,
      OptionalDouble high,
      double first,
      double second) {}

  /** The median and its limits. */
  record Median(OptionalDouble value, OptionalDouble low, OptionalDouble high) {}

  private record Of<T>(String set, T value) {}

  static List<CurveCase> all() {
    Map<String, List<RiskTable.Day>> tables = bySet("risk.csv", CurveCase::risk);
    Map<String, List<OnDay>> curves = bySet("curves.csv", CurveCase::onDay);
    return ReferenceValues.read(
        "medians.csv",
        row -> {
          String set = row.getField("set");
          return new CurveCase(
              set,
              new RiskTable(tables.get(set)),
              curves.get(set),
              new Median(optional(row, "median"), optional(row, "low"), optional(row, "high")),
              (int) count(row, "horizon"),
              ReferenceValues.number(row, "restricted_mean"));
        });
  }

  private static <T> Map<String, List<T>> bySet(
      String file, java.util.function.Function<NamedCsvRecord, T> value) {
    Map<String, List<T>> sets = new LinkedHashMap<>();
    ReferenceValues.read(file, row -> new Of<>(row.getField("set"), value.apply(row)))
        .forEach(one -> sets.computeIfAbsent(one.set(), set -> new ArrayList<>()).add(one.value()));
    return sets;
  }

  private static RiskTable.Day risk(NamedCsvRecord row) {
    return new RiskTable.Day(
        (int) count(row, "day"),
        List.of(count(row, "first"), count(row, "second")),
        count(row, "censored"));
  }

  private static OnDay onDay(NamedCsvRecord row) {
    return new OnDay(
        (int) count(row, "day"),
        ReferenceValues.number(row, "share"),
        optional(row, "low"),
        optional(row, "high"),
        ReferenceValues.number(row, "first"),
        ReferenceValues.number(row, "second"));
  }

  @Override
  public String toString() {
    return name;
  }
}
