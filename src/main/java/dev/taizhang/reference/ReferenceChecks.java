package dev.taizhang.reference;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import dev.taizhang.errors.InvalidUsage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What files of the reference data must agree on with each other, and within themselves. */
final class ReferenceChecks {

  private ReferenceChecks() {}

  /** Codes that texts may stand for: those of the lists, the tags, and that there is no tag. */
  static void requireKnownCodes(
      List<CodeText> named, List<CodeText> aliases, List<HardshipTag> tags) {
    Set<String> known =
        named.stream().map(ReferenceRows::nameKey).collect(toCollection(HashSet::new));
    tags.forEach(tag -> known.add("hardship_tag/" + tag.tag()));
    known.add("hardship_tag/none");
    for (CodeText alias : aliases) {
      if (!known.contains(ReferenceRows.nameKey(alias))) {
        throw new InvalidUsage(
            "code_aliases.csv: '%s' stands for %s, which is not in any list. What to do: correct the"
                    .formatted(alias.text(), ReferenceRows.nameKey(alias))
                + " code.");
      }
    }
  }

  static void requireKnownTags(List<KeyGroup> keyGroups, List<HardshipTag> tags) {
    for (KeyGroup group : keyGroups) {
      if (tags.stream().noneMatch(tag -> tag.tag().equals(group.tag()))) {
        throw new InvalidUsage(
            "key_groups.csv: '%s' is not a hardship tag. What to do: correct it, or add it to"
                    .formatted(group.tag())
                + " hardship_tags.csv.");
      }
    }
  }

  /** A service of measures that no file can tell would never be given. */
  static void requireKnownMeasures(List<StandardService> services, List<CodeText> named) {
    Set<String> known =
        named.stream()
            .filter(row -> row.list().equals("measure"))
            .map(CodeText::code)
            .collect(toSet());
    for (StandardService service : services) {
      for (String measure : service.measures()) {
        if (!known.contains(measure)) {
          throw new InvalidUsage(
              "service_standards.csv: '%s' is not in the list measure. What to do: correct it, or add"
                      .formatted(measure)
                  + " it to code_lists.csv.");
        }
      }
    }
  }

  /** A plan for a group that no file tells would leave out the one that was meant. */
  static void requireKnownGroups(
      List<PlannedCut> cuts, List<CodeText> named, List<HardshipTag> tags) {
    Set<String> known =
        named.stream()
            .filter(row -> row.list().equals("hardship_group"))
            .map(CodeText::code)
            .collect(toCollection(TreeSet::new));
    tags.forEach(tag -> known.add(tag.tag()));
    for (PlannedCut cut : cuts) {
      for (String group : cut.groups()) {
        if (!known.contains(group) && !group.equals(PlannedCut.EVERY_GROUP)) {
          throw new InvalidUsage(
              "publication_plans.csv: '%s' in plan %s is not a hardship group. What to do: use *, or"
                      .formatted(group, cut.plan())
                  + " names of "
                  + String.join(", ", known)
                  + ", joined by |.");
        }
      }
    }
  }

  static void requirePresentDivisions(
      List<FormerDivision> formerDivisions, List<Division> divisions) {
    Set<String> present = divisions.stream().map(Division::code).collect(toSet());
    for (FormerDivision former : formerDivisions) {
      if (!former.presentCode().isEmpty() && !present.contains(former.presentCode())) {
        throw new InvalidUsage(
            "divisions_history.csv: '%s' became %s, which is not a division. What to do: correct it,"
                    .formatted(former.name(), former.presentCode())
                + " or add it to divisions.csv.");
      }
    }
  }

  /** Two numbers of one cohort would leave open what its ledgers are to be held against. */
  static void requireOneNumberEach(ReferenceFile numbers) {
    if (!numbers.doubled().isEmpty()) {
      throw new InvalidUsage(numbers.doubled().get(0) + ". What to do: delete one of the lines.");
    }
  }
}
