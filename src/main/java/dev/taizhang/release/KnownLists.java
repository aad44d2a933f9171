package dev.taizhang.release;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.publish.edition.CodeName;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.reference.FieldOfStudy;
import dev.taizhang.reference.HardshipTag;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Dimensions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The codes of every edition with their names: those that no figures are needed for. */
public final class KnownLists {

  /** The lists that are the same in every edition. */
  public static final List<String> FIXED =
      List.of(
          "as_of_kind",
          "degree_level",
          "outcome_code",
          "state",
          "region_role",
          "region_level",
          "major_level",
          "major_catalogue",
          "scheme",
          "scheme_group",
          "severity",
          "scope",
          "status",
          "stratification",
          "contributor_kind",
          "clock",
          "place_level",
          "window_days",
          "provider",
          "decline_reason_code",
          "training");

  private static final String GROUP = "hardship_group";
  private static final String DISCIPLINE = "discipline";

  /** The groups that do not overlap and add up to all. */
  private static final Set<String> PARTS =
      Set.of(
          HardshipGroups.NONE,
          HardshipGroups.ANY,
          HardshipGroups.EMPLOYMENT_DIFFICULTY_ONLY,
          HardshipGroups.UNKNOWN);

  private final EditionWords words;
  private final ReferenceData reference;

  public KnownLists(EditionWords words, ReferenceData reference) {
    this.words = words;
    this.reference = reference;
  }

  /** The lists by the names of the columns that hold their codes. */
  public Map<String, List<CodeName>> lists() {
    Map<String, List<CodeName>> lists = new LinkedHashMap<>();
    lists.put(GROUP, groups());
    FIXED.forEach(list -> lists.put(list, fixed(list)));
    lists.put(DISCIPLINE, disciplines());
    return lists;
  }

  /** What a hardship group is called. */
  public Label group(String group) {
    return groups().stream()
        .filter(one -> one.code().equals(group))
        .map(CodeName::name)
        .findFirst()
        .orElseGet(() -> Label.same(group));
  }

  private List<CodeName> fixed(String list) {
    return words.list(list).entrySet().stream()
        .map(name -> new CodeName(name.getKey(), name.getValue(), "", ""))
        .toList();
  }

  private List<CodeName> groups() {
    Map<String, String> tags =
        reference.hardshipTags().stream()
            .collect(Collectors.toMap(HardshipTag::tag, HardshipTag::name));
    return HardshipGroups.names(reference.hardshipTags()).stream()
        .map(
            group ->
                new CodeName(
                    group,
                    words
                        .name(GROUP, group)
                        .orElseGet(() -> Label.same(tags.getOrDefault(group, group))),
                    "",
                    kind(group)))
        .toList();
  }

  private static String kind(String group) {
    if (group.equals(HardshipGroups.ALL)) {
      return "whole";
    }
    return PARTS.contains(group) ? "part" : "overlapping";
  }

  /** Disciplines by catalogue and code, since a code alone means different things. */
  private List<CodeName> disciplines() {
    List<CodeName> disciplines = new ArrayList<>();
    for (FieldOfStudy field : reference.disciplines()) {
      String code = field.catalogue() + "/" + field.code();
      disciplines.add(
          new CodeName(
              code,
              words.name(DISCIPLINE, code).orElseGet(() -> Label.same(field.name())),
              field.catalogue(),
              ""));
    }
    words
        .name(DISCIPLINE, "unknown/unknown")
        .ifPresent(
            name -> disciplines.add(new CodeName("unknown/unknown", name, Dimensions.UNKNOWN, "")));
    return disciplines;
  }
}
