package dev.taizhang.release;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.ExpectationResults.BrokenCount;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes {@code expectation_results}: what is to be checked in the ledgers that speak. */
final class RuleTables {

  private static final String RESULTS = "expectation_results";

  private final EditionSource source;
  private final EditionWords words;
  private final Function<String, Label> universityNames;

  RuleTables(EditionSource source, EditionWords words, Function<String, Label> universityNames) {
    this.source = source;
    this.words = words;
    this.universityNames = universityNames;
  }

  /** What becomes of the rows that break a rule. */
  private record Rule(String ruleId, String severity, String scope) implements Comparable<Rule> {

    private static final Comparator<Rule> IN_ORDER =
        Comparator.comparing(Rule::severity, Comparator.<String>reverseOrder())
            .thenComparing(Rule::ruleId)
            .thenComparing(Rule::scope);

    static Rule of(BrokenCount broken) {
      return new Rule(broken.ruleId(), broken.severity(), broken.scope());
    }

    @Override
    public int compareTo(Rule other) {
      return IN_ORDER.compare(this, other);
    }
  }

  /** Rows of one university that break a rule. */
  private record Broken(String universityCode, Rule rule, long rows) {}

  /** Rows that break a rule, and how many universities they are of. */
  private record Total(Rule rule, long rows, long universities) {}

  List<EditionTable> tables() {
    List<Broken> all = broken();
    List<EditionTable> tables = new ArrayList<>();
    tables.add(
        layout(Total::rule, Total::rows)
            .count("universities", Total::universities)
            .table(RESULTS, "all", totals(all)));
    all.stream()
        .collect(Collectors.groupingBy(Broken::universityCode, TreeMap::new, Collectors.toList()))
        .forEach(
            (code, rows) ->
                tables.add(
                    layout(Broken::rule, Broken::rows)
                        .ofUniversity(RESULTS, code, universityNames.apply(code), rows)));
    return tables;
  }

  private <R> TableLayout<R> layout(Function<R, Rule> rule, Function<R, Long> rows) {
    return new TableLayout<R>(words)
        .value("rule_id", row -> rule.apply(row).ruleId())
        .value("severity", row -> rule.apply(row).severity())
        .value("scope", row -> rule.apply(row).scope())
        .count("broken_count", rows::apply);
  }

  private List<Broken> broken() {
    Map<String, String> universities = universitiesBySubmission();
    SortedMap<String, SortedMap<Rule, Long>> counts = new TreeMap<>();
    for (BrokenCount one : source.broken()) {
      String university = universities.get(one.submissionId());
      if (university != null) {
        counts
            .computeIfAbsent(university, code -> new TreeMap<>())
            .merge(Rule.of(one), one.brokenCount(), Long::sum);
      }
    }
    List<Broken> broken = new ArrayList<>();
    counts.forEach(
        (code, rules) -> rules.forEach((rule, rows) -> broken.add(new Broken(code, rule, rows))));
    return broken;
  }

  private static List<Total> totals(List<Broken> all) {
    SortedMap<Rule, List<Broken>> byRule =
        all.stream()
            .collect(Collectors.groupingBy(Broken::rule, TreeMap::new, Collectors.toList()));
    return byRule.entrySet().stream()
        .map(
            rule ->
                new Total(
                    rule.getKey(),
                    rule.getValue().stream().mapToLong(Broken::rows).sum(),
                    rule.getValue().size()))
        .toList();
  }

  /** A university, cohort and date, of which some submissions have slices. */
  private record SliceDate(String universityCode, int graduationYear, LocalDate snapshotDate) {}

  /** The submissions whose slices speak at the newest date, each with its university. */
  private Map<String, String> universitiesBySubmission() {
    Set<SliceDate> speaking =
        source.speaking().stream().map(RuleTables::date).collect(Collectors.toSet());
    Map<String, String> universities = new HashMap<>();
    for (Slice slice : source.slices()) {
      SliceDate date =
          new SliceDate(slice.universityCode(), slice.graduationYear(), slice.snapshotDate());
      if (slice.status().equals(Slices.IN_FORCE) && speaking.contains(date)) {
        universities.put(slice.submissionId(), slice.universityCode());
      }
    }
    return universities;
  }

  private static SliceDate date(Speaking one) {
    return new SliceDate(one.universityCode(), one.graduationYear(), one.snapshotDate());
  }
}
