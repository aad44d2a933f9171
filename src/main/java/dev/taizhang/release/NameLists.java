package dev.taizhang.release;

import dev.taizhang.publish.edition.CodeName;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.University;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.ExpectationResults.BrokenCount;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.Reporting.Week;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The codes of an edition with their names, list by list. */
final class NameLists {

  private static final String REGION = "region_code";

  private final EditionSource source;
  private final EditionWords words;
  private final ReferenceData reference;
  private final KnownLists known;
  private final SortedMap<String, CodeName> universities;

  NameLists(EditionSource source, EditionWords words, ReferenceData reference) {
    this.source = source;
    this.words = words;
    this.reference = reference;
    this.known = new KnownLists(words, reference);
    this.universities = universities();
  }

  /** The lists by the names of the columns that hold their codes. */
  Map<String, List<CodeName>> lists() {
    Map<String, List<CodeName>> lists = new LinkedHashMap<>();
    lists.putAll(known.lists());
    lists.put(REGION, regions());
    lists.put("university_code", List.copyOf(universities.values()));
    lists.put("rule_id", rules());
    return lists;
  }

  /** What a university is called. */
  Label university(String code) {
    CodeName name = universities.get(code);
    return name == null ? Label.same(code) : name.name();
  }

  /** What a hardship group is called. */
  Label group(String group) {
    return known.group(group);
  }

  /** Regions that have figures. */
  private List<CodeName> regions() {
    SortedMap<String, CodeName> regions = new TreeMap<>();
    for (PlacementRate rate : source.rates()) {
      if (EditionCuts.isRegion(rate)) {
        addRegion(regions, rate.regionCode(), rate.regionName());
      }
    }
    universities
        .values()
        .forEach(
            university -> {
              addRegion(regions, university.parent(), null);
              if (!university.kind().isEmpty()) {
                addRegion(regions, university.kind(), null);
              }
            });
    return List.copyOf(regions.values());
  }

  private void addRegion(Map<String, CodeName> regions, String code, String name) {
    regions.computeIfAbsent(
        code,
        region -> {
          boolean isProvince = code.endsWith("0000");
          return new CodeName(
              code,
              words
                  .name(REGION, code)
                  .orElseGet(() -> Label.same(Objects.requireNonNullElse(name, code))),
              isProvince ? "" : code.substring(0, 2) + "0000",
              isProvince ? "province" : "prefecture");
        });
  }

  /** Universities that report or have figures, with what the roster knows of them. */
  private SortedMap<String, CodeName> universities() {
    Map<String, String> names = new HashMap<>();
    source.rates().stream()
        .filter(rate -> rate.universityName() != null)
        .forEach(rate -> names.putIfAbsent(rate.universityCode(), rate.universityName()));
    source.reporting().stream()
        .filter(week -> week.universityName() != null)
        .forEach(week -> names.putIfAbsent(week.universityCode(), week.universityName()));
    Map<String, University> roster =
        reference.universities().stream()
            .collect(Collectors.toMap(University::code, Function.identity(), (one, last) -> last));
    NavigableSet<String> codes = new TreeSet<>();
    source.reporting().stream().map(Week::universityCode).forEach(codes::add);
    source.speaking().stream().map(Speaking::universityCode).forEach(codes::add);
    source.rates().stream()
        .map(PlacementRate::universityCode)
        .filter(code -> !code.equals(Dimensions.ALL))
        .forEach(codes::add);
    SortedMap<String, CodeName> universities = new TreeMap<>();
    codes.forEach(code -> universities.put(code, university(code, names, roster)));
    return universities;
  }

  private static CodeName university(
      String code, Map<String, String> names, Map<String, University> roster) {
    University known = roster.get(code);
    String name = names.getOrDefault(code, known == null ? code : known.name());
    return new CodeName(
        code,
        Label.same(name),
        known == null ? Dimensions.UNKNOWN_REGION : known.provinceCode(),
        known == null ? "" : known.prefectureCode());
  }

  /** The rules that ledgers break, in the words of the reference data. */
  private List<CodeName> rules() {
    Map<String, Expectation> known =
        reference.expectations().stream()
            .collect(Collectors.toMap(Expectation::id, Function.identity(), (one, last) -> last));
    return source.broken().stream()
        .map(BrokenCount::ruleId)
        .distinct()
        .sorted()
        .map(id -> new CodeName(id, words(known.get(id), id), "", ""))
        .toList();
  }

  private static Label words(Expectation rule, String id) {
    return rule == null ? Label.same(id) : new Label(rule.messageZh(), rule.messageEn());
  }
}
