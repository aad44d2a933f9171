package dev.taizhang.tables;

import static dev.taizhang.tables.HelpColumns.CUT;
import static dev.taizhang.tables.HelpColumns.and;
import static dev.taizhang.tables.HelpColumns.count;
import static dev.taizhang.tables.HelpColumns.value;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * {@code marts.plans}: graduates of key groups with a file and a plan (一人一档, 一人一策), as far as
 * ledgers and assistance ledgers show.
 */
public final class Plans {

  public static final Table TABLE =
      Table.named("marts.plans")
          .grain(
              "One row per as-of date, cohort and province or university with graduates of key"
                  + " groups (by today's tags).")
          .fields(
              and(
                  CUT,
                  count("graduates", "Graduates of the key groups of the cohort."),
                  count("with_file", "Of these, whose tags the ledger names, not the mask alone."),
                  count("with_measure", "With at least one measure until the as-of date."),
                  count(
                      "with_word",
                      "With a word within 30 days: a change in the ledger, or a measure."),
                  count("with_plan", "With all three."),
                  value("plan_share", "with_plan / graduates, 0 to 1."),
                  count("unplaced", "Of graduates, unplaced."),
                  count("unplaced_with_plan", "Of these, with all three."),
                  value("unplaced_plan_share", "unplaced_with_plan / unplaced, 0 to 1.")))
          .key(CUT.toArray(Field[]::new))
          .rule("has_graduates", "graduates > 0")
          .rule(
              "plan_within_parts",
              "with_plan BETWEEN 0 AND least(with_file, with_measure, with_word)"
                  + " AND greatest(with_file, with_measure, with_word) <= graduates")
          .rule(
              "unplaced_within_all",
              "unplaced <= graduates AND unplaced_with_plan BETWEEN 0 AND least(unplaced, with_plan)")
          .rule(
              "shares_from_zero_to_one",
              "plan_share BETWEEN 0 AND 1 AND unplaced_plan_share BETWEEN 0 AND 1");

  public static final RecordType<Planned> RECORDS = RecordType.of(TABLE, Planned.class);

  private Plans() {}

  /**
   * One row of the table; the components are its columns.
   *
   * @param asOfDate date that the figures speak of
   * @param asOfKind plain or official
   * @param graduationYear the cohort
   * @param provinceCode province of the university, or all
   * @param universityCode the university, or all
   * @param graduates of the key groups
   * @param withFile of these, with a file
   * @param withMeasure with a measure
   * @param withWord with a word within 30 days
   * @param withPlan with all three
   * @param planShare share of the last
   * @param unplaced of the key groups, unplaced
   * @param unplacedWithPlan of these, with all three
   * @param unplacedPlanShare share of the last
   */
  public record Planned(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      String provinceCode,
      String universityCode,
      long graduates,
      long withFile,
      long withMeasure,
      long withWord,
      long withPlan,
      Double planShare,
      long unplaced,
      long unplacedWithPlan,
      Double unplacedPlanShare)
      implements Serializable {

    public Planned {
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(universityCode, "universityCode");
    }
  }
}
