package dev.taizhang.synthetic;

import dev.taizhang.reference.HardshipTag;
import dev.taizhang.reference.KeyGroup;
import dev.taizhang.reference.ReferenceData;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The hardship groups that people of a profile are counted in. */
final class Groups {

  private final ReferenceData reference;
  private final int cohort;

  Groups(ReferenceData reference, int cohort) {
    this.reference = reference;
    this.cohort = cohort;
  }

  /** All groups of a profile; {@code all} is one of them. */
  List<String> of(Profile profile) {
    Set<String> having = having(new TreeSet<>(Hardships.ids(profile.tags())));
    boolean keyGroup = having.stream().anyMatch(this::isKeyGroup);
    List<String> groups = new ArrayList<>(having);
    groups.add("all");
    groups.add(partOfAll(profile));
    if (having.contains(HardshipTag.EMPLOYMENT_DIFFICULTY)
        && having.contains(HardshipTag.ECONOMIC_DIFFICULTY)) {
      groups.add("double_difficulty");
    }
    if (keyGroup) {
      groups.add("key_group");
    } else if (profile.detail() == Profile.Detail.MASK) {
      groups.add("key_group_unknown");
    }
    return groups;
  }

  /** The one of the four groups without common members. */
  private static String partOfAll(Profile profile) {
    return switch (profile.detail()) {
      case NONE -> "none";
      case MISSING -> "unknown";
      case TAGS, MASK ->
          profile.tags() == Hardships.EMPLOYMENT_DIFFICULTY ? "employment_difficulty_only" : "any";
    };
  }

  /** The tags that are told, and those that they imply or make up. */
  private Set<String> having(Set<String> told) {
    Set<String> having = new TreeSet<>(told);
    for (HardshipTag tag : reference.hardshipTags()) {
      if (told.contains(tag.tag()) && !tag.implied().isEmpty()) {
        having.add(tag.implied());
      }
      if (tag.composedOf().stream().anyMatch(told::contains)) {
        having.add(tag.tag());
      }
    }
    return having;
  }

  private boolean isKeyGroup(String tag) {
    return reference.keyGroups().stream().anyMatch(group -> isNow(group, tag));
  }

  private boolean isNow(KeyGroup group, String tag) {
    return group.tag().equals(tag) && cohort >= group.fromYear() && cohort <= group.toYear();
  }
}
