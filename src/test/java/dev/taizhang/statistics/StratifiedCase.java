package dev.taizhang.statistics;

import static dev.taizhang.statistics.ReferenceValues.count;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Rates within strata, and what R says of them.
 *
 * @param name of the set
 * @param parts the people by stratum and cluster
 * @param expected values of R by their names; empty where there are none
 */
record StratifiedCase(
    String name, List<ClusteredDifference.Part> parts, Map<String, OptionalDouble> expected) {

  private record Line(String set, int cluster, Stratum people) {}

  private record Values(String set, Map<String, OptionalDouble> values) {}

  static List<StratifiedCase> all() {
    Map<String, List<ClusteredDifference.Part>> parts = new LinkedHashMap<>();
    for (Line line : ReferenceValues.read("strata.csv", StratifiedCase::line)) {
      List<ClusteredDifference.Part> of =
          parts.computeIfAbsent(line.set(), set -> new ArrayList<>());
      of.add(new ClusteredDifference.Part(of.size(), line.cluster(), line.people()));
    }
    return ReferenceValues.read("gaps.csv", StratifiedCase::values).stream()
        .map(of -> new StratifiedCase(of.set(), parts.get(of.set()), of.values()))
        .toList();
  }

  private static Line line(NamedCsvRecord row) {
    return new Line(
        row.getField("set"),
        (int) count(row, "cluster"),
        new Stratum(
            count(row, "successes"),
            count(row, "trials"),
            count(row, "reference_successes"),
            count(row, "reference_trials")));
  }

  private static Values values(NamedCsvRecord row) {
    Map<String, OptionalDouble> values = new LinkedHashMap<>();
    row.getHeader().stream()
        .filter(column -> !column.equals("set"))
        .forEach(column -> values.put(column, ReferenceValues.optional(row, column)));
    return new Values(row.getField("set"), values);
  }

  List<Stratum> strata() {
    return parts.stream().map(ClusteredDifference.Part::people).toList();
  }

  void assertIsOfR(String value, OptionalDouble found) {
    ReferenceValues.assertIsOfR(expected.get(value), found, value + " of " + name);
  }

  @Override
  public String toString() {
    return name;
  }
}
