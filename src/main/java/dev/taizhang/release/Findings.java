package dev.taizhang.release;

import dev.taizhang.publish.edition.Label;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

final class Findings {
  private Findings() {}

  static SortedMap<Integer, List<Label>> of(
      EditionSource source, List<String> groups, NameLists names) {
    SortedMap<Integer, List<Label>> findings = new TreeMap<>();
    source.rates().stream()
        .filter(rate -> EditionCuts.isOf(rate, source.newestDate()))
        .map(PlacementRate::graduationYear)
        .distinct()
        .forEach(
            year -> findings.put(year, List.of(Label.same("…"), Label.same("…"), Label.same("…"))));
    return findings;
  }
}
