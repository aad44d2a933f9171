package dev.taizhang.release.published;

import dev.taizhang.publish.edition.CodeName;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.University;
import dev.taizhang.release.EditionWords;
import dev.taizhang.release.KnownLists;
import dev.taizhang.tables.Dimensions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The codes of a release with their names, list by list: as its rows call them, and where
 * universities are as the roster says.
 */
final class ReleasedLists {

  private static final String REGION = "region_code";
  private static final String UNIVERSITY = "university_code";
  private static final String DEGREE = "degree_level";

  private final Collection<ReleasedRow> rows;
  private final EditionWords words;
  private final ReferenceData reference;
  private final KnownLists known;

  /**
   * The lists.
   *
   * @param rows rows of the release that name universities or regions
   */
  ReleasedLists(Collection<ReleasedRow> rows, EditionWords words, ReferenceData reference) {
    this.rows = rows;
    this.words = words;
    this.reference = reference;
    this.known = new KnownLists(words, reference);
  }

  /** The lists by the names of the columns that hold their codes. */
  Map<String, List<CodeName>> lists() {
    Map<String, List<CodeName>> lists = new HashMap<>(known.lists());
    SortedMap<String, CodeName> universities = universities();
    lists.put(UNIVERSITY, List.copyOf(universities.values()));
    lists.put(REGION, regions(universities.values()));
    lists.put(DEGREE, degrees(lists.get(DEGREE)));
    lists.put(ReleaseChanges.WHY, named(ReleaseChanges.WHY));
    return lists;
  }

  /** What a hardship group is called. */
  Label group(String group) {
    return known.group(group);
  }

  private List<CodeName> named(String list) {
    return words.list(list).entrySet().stream()
        .map(name -> new CodeName(name.getKey(), name.getValue(), "", ""))
        .toList();
  }

  /** A reader cannot choose a degree level that the release has nothing of. */
  private List<CodeName> degrees(List<CodeName> all) {
    return all.stream()
        .filter(degree -> rows.stream().anyMatch(row -> row.text(DEGREE).equals(degree.code())))
        .toList();
  }

  private SortedMap<String, CodeName> universities() {
    Map<String, University> roster =
        reference.universities().stream()
            .collect(Collectors.toMap(University::code, Function.identity(), (one, last) -> last));
    SortedMap<String, CodeName> universities = new TreeMap<>();
    for (ReleasedRow row : rows) {
      String code = row.text(UNIVERSITY);
      if (!code.isEmpty() && !code.equals(Dimensions.ALL)) {
        universities.computeIfAbsent(
            code, one -> university(one, row.name(UNIVERSITY), roster.get(one)));
      }
    }
    return universities;
  }

  private static CodeName university(String code, Label name, University known) {
    return new CodeName(
        code,
        name,
        known == null ? Dimensions.UNKNOWN_REGION : known.provinceCode(),
        known == null ? "" : known.prefectureCode());
  }

  private List<CodeName> regions(Collection<CodeName> universities) {
    SortedMap<String, CodeName> regions = new TreeMap<>();
    for (ReleasedRow row : rows) {
      String code = row.text(REGION);
      if (!code.isEmpty() && !code.equals(Dimensions.ALL)) {
        regions.computeIfAbsent(code, one -> region(one, row.name(REGION)));
      }
    }
    Map<String, Label> divisions = new HashMap<>();
    reference.divisions().forEach(one -> divisions.put(one.code(), Label.same(one.name())));
    for (CodeName university : universities) {
      for (String code : List.of(university.parent(), university.kind())) {
        if (!code.isEmpty()) {
          regions.computeIfAbsent(
              code,
              one ->
                  region(
                      one,
                      words
                          .name(REGION, one)
                          .orElseGet(() -> divisions.getOrDefault(one, Label.same(one)))));
        }
      }
    }
    return List.copyOf(regions.values());
  }

  private static CodeName region(String code, Label name) {
    boolean isProvince = code.endsWith("0000");
    return new CodeName(
        code,
        name,
        isProvince ? "" : code.substring(0, 2) + "0000",
        isProvince ? "province" : "prefecture");
  }
}
