package dev.taizhang.marts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.conform.Evaluation;
import dev.taizhang.reference.HardshipTag;
import dev.taizhang.reference.ReferenceData;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.junit.jupiter.api.Test;

class HardshipGroupsTest {

  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());

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

  @Test
  void groupsFollowFromTagsDetailAndCohort() {
    String[] cases = new String[CASES.length];
    for (int i = 0; i < CASES.length; i++) {
      int groups = CASES[i].lastIndexOf('|') + 1;
      cases[i] = CASES[i].substring(0, groups) + sortedWithAll(CASES[i].substring(groups));
    }

    assertEquals(
        List.of(),
        Evaluation.mismatches(
            concat_ws(" ", array_sort(groups())), List.of("tags", "detail", "year"), cases));
  }

  @Test
  void everyGraduateIsInExactlyOneOfTheGroupsThatMakeUpAll() {
    String[] cases = new String[CASES.length];
    for (int i = 0; i < CASES.length; i++) {
      cases[i] = CASES[i].substring(0, CASES[i].lastIndexOf('|')) + "| 1";
    }
    Column parts =
        size(
            filter(
                groups(),
                group -> group.isin("none", "any", "employment_difficulty_only", "unknown")));

    assertEquals(List.of(), Evaluation.mismatches(parts, List.of("tags", "detail", "year"), cases));
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

  private static Column groups() {
    Column none = array().cast("array<string>");
    Column tags = coalesce(when(col("tags").isNotNull(), split(col("tags"), " ")), none);
    return HardshipGroups.of(
        tags,
        coalesce(col("detail"), lit("")),
        col("year").cast("int"),
        REFERENCE.hardshipTags(),
        REFERENCE.keyGroups());
  }

  private static String sortedWithAll(String groups) {
    return String.join(" ", Stream.of(("all " + groups.strip()).split(" ", -1)).sorted().toList());
  }
}
