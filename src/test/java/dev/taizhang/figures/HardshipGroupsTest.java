package dev.taizhang.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.reference.HardshipTag;
import dev.taizhang.reference.ReferenceData;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HardshipGroupsTest {

  private static final HardshipGroups GROUPS =
      HardshipGroups.of(ReferenceData.load(Optional.empty()));

  private static final String[] CASES = {
    // tags, detail, cohort | groups besides all
    "| none    | 2022 | none",
    "| missing | 2022 | unknown",
    "employment_difficulty | mask | 2022"
        + "| employment_difficulty employment_difficulty_only key_group_unknown",
    "economic_difficulty | mask | 2022 | any economic_difficulty key_group_unknown",
    "economic_difficulty employment_difficulty | mask | 2022"
        + "| any double_difficulty economic_difficulty employment_difficulty key_group_unknown",
    // the mask knows disability
    "disabled | mask | 2022 | any disabled key_group",
    "disabled employment_difficulty | mask | 2022 | any disabled employment_difficulty key_group",
    "disabled | mask | 2020 | any disabled key_group_unknown",
    // a tag implies economic difficulty, and with employment difficulty both
    "subsistence_allowance | tags | 2022 | any economic_difficulty key_group subsistence_allowance",
    "employment_difficulty subsistence_allowance | tags | 2022"
        + "| any double_difficulty economic_difficulty employment_difficulty key_group"
        + " subsistence_allowance",
    "orphan | tags | 2022 | any economic_difficulty orphan",
    // a person counts once in each group that fits
    "disabled subsistence_allowance | tags | 2022"
        + "| any disabled economic_difficulty key_group subsistence_allowance",
    // key groups differ by cohort
    "poverty_alleviated | tags | 2024 | any economic_difficulty key_group poverty_alleviated",
    "poverty_alleviated | tags | 2025 | any economic_difficulty poverty_alleviated",
    "zero_employment_family | tags | 2021 | any economic_difficulty zero_employment_family",
    "zero_employment_family | tags | 2030"
        + "| any economic_difficulty key_group zero_employment_family",
    "long_term_unemployed | tags | 2022 | any key_group long_term_unemployed",
    "long_term_unemployed | tags | 2023 | any long_term_unemployed",
    // a composite tag is had by having one of its parts
    "unstable_out_of_poverty | tags | 2024"
        + "| any economic_difficulty poverty_relapse_monitored unstable_out_of_poverty",
    "unstable_out_of_poverty | tags | 2025"
        + "| any economic_difficulty key_group poverty_relapse_monitored unstable_out_of_poverty",
    "poverty_relapse_monitored | tags | 2025"
        + "| any economic_difficulty key_group poverty_relapse_monitored",
    // the child of a disabled person is not disabled
    "child_of_disabled | tags | 2025 | any child_of_disabled economic_difficulty",
  };

  static List<Case> cases() {
    return Arrays.stream(CASES).map(Case::of).toList();
  }

  /** A person, and the groups besides all. */
  record Case(List<String> tags, String detail, int graduationYear, List<String> groups) {

    static Case of(String line) {
      List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      return new Case(
          words(cells.get(0)), cells.get(1), Integer.parseInt(cells.get(2)), words(cells.get(3)));
    }

    private static List<String> words(String cell) {
      return cell.isEmpty() ? List.of() : List.of(cell.split(" ", -1));
    }

    List<String> told() {
      return GROUPS.of(tags, detail, graduationYear);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void groupsFollowFromTagsDetailAndCohort(Case one) {
    assertEquals(
        Stream.concat(Stream.of("all"), one.groups().stream()).sorted().toList(),
        one.told().stream().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyGraduateIsInExactlyOneOfTheGroupsThatMakeUpAll(Case one) {
    Set<String> parts = Set.of("none", "any", "employment_difficulty_only", "unknown");

    assertEquals(1, one.told().stream().filter(parts::contains).count());
  }

  @Test
  void namesAreTheGeneralGroupsAndEachTag() {
    List<HardshipTag> tags =
        List.of(
            new HardshipTag("disabled", "残疾", "", List.of()),
            new HardshipTag("orphan", "孤儿", "economic_difficulty", List.of()));

    assertEquals(
        List.of(
            "all",
            "none",
            "any",
            "employment_difficulty_only",
            "unknown",
            "double_difficulty",
            "key_group",
            "key_group_unknown",
            "disabled",
            "orphan"),
        HardshipGroups.names(tags));
  }
}
