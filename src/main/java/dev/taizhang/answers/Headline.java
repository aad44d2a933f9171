package dev.taizhang.answers;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.reference.ReferenceData;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The figures that answer first who is left behind: the newest cohort as a whole at the newest
 * plain date, by hardship group.
 *
 * @param asOfDate the date that they speak of
 * @param graduationYear the cohort
 * @param lines one per group that has graduates, in the order of the definitions
 */
public record Headline(LocalDate asOfDate, int graduationYear, List<Line> lines) {

  private static final String FIGURES =
      """
      SELECT as_of_date, graduation_year, hardship_group, graduates, placed, placement_rate,
        placement_rate_low, placement_rate_high, rate_gap, rate_gap_low, rate_gap_high
      FROM marts.placement_rates
      WHERE degree_level = 'all' AND region_level = 'all' AND major_level = 'all'
        AND university_code = 'all' AND as_of_kind = 'plain'
        AND struct(as_of_date, graduation_year) = (
          SELECT max(struct(as_of_date, graduation_year)) FROM marts.placement_rates
          WHERE as_of_kind = 'plain')""";

  public Headline {
    lines = List.copyOf(lines);
  }

  /**
   * The figures of one group.
   *
   * @param group its id in the tables
   * @param name its Chinese name
   * @param graduates denominator
   * @param placed numerator
   * @param rate placement rate with its 95 % interval, 0 to 1
   * @param gap to the graduates without hardship, -1 to 1; empty for these and for all
   */
  public record Line(
      String group,
      String name,
      long graduates,
      long placed,
      Estimate rate,
      Optional<Estimate> gap) {}

  /** A figure with the limits of its 95 % interval. */
  public record Estimate(double value, double low, double high) {}

  /** Reads the figures; empty when there are none. */
  public static Optional<Headline> of(SparkSession spark, ReferenceData reference) {
    List<Row> figures = spark.sql(FIGURES).collectAsList();
    if (figures.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Row> byGroup =
        figures.stream()
            .collect(Collectors.toMap(row -> row.getAs("hardship_group"), Function.identity()));
    Row any = figures.get(0);
    return Optional.of(
        new Headline(
            any.getAs("as_of_date"),
            any.getAs("graduation_year"),
            HardshipGroups.names(reference.hardshipTags()).stream()
                .filter(byGroup::containsKey)
                .map(group -> line(byGroup.get(group), name(group, reference)))
                .toList()));
  }

  private static String name(String group, ReferenceData reference) {
    return reference
        .codeName("hardship_group", group)
        .or(
            () ->
                reference.hardshipTags().stream()
                    .filter(tag -> tag.tag().equals(group))
                    .map(tag -> tag.name())
                    .findFirst())
        .orElse(group);
  }

  private static Line line(Row row, String name) {
    return new Line(
        row.getAs("hardship_group"),
        name,
        row.<Long>getAs("graduates"),
        row.<Long>getAs("placed"),
        estimate(row, "placement_rate"),
        row.getAs("rate_gap") == null ? Optional.empty() : Optional.of(estimate(row, "rate_gap")));
  }

  private static Estimate estimate(Row row, String figure) {
    return new Estimate(row.getAs(figure), row.getAs(figure + "_low"), row.getAs(figure + "_high"));
  }
}
