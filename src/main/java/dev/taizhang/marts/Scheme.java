package dev.taizhang.marts;

import static dev.taizhang.reference.OutcomeComponent.ABROAD;
import static dev.taizhang.reference.OutcomeComponent.AWAITING;
import static dev.taizhang.reference.OutcomeComponent.CONTRACT;
import static dev.taizhang.reference.OutcomeComponent.DOMESTIC_STUDY;
import static dev.taizhang.reference.OutcomeComponent.FREELANCE;
import static dev.taizhang.reference.OutcomeComponent.NOT_SEEKING;
import static dev.taizhang.reference.OutcomeComponent.OTHER_EMPLOYMENT;
import static dev.taizhang.reference.OutcomeComponent.SELF_EMPLOYED;
import static java.util.stream.Collectors.joining;

import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Measures;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.SchemeRates;
import java.util.List;
import java.util.stream.Stream;

/**
 * The breakdowns that the ministry prescribed: the headline is the same in all of them, the
 * sub-totals differ.
 *
 * @see <a href="../../../../../docs/definitions.md">definitions.md, "Schemes"</a>
 */
public final class Scheme {

  private static final String UNKNOWN = "outcome_unknown";

  private record Group(String scheme, String id, String name, List<OutcomeComponent> components) {

    boolean isPlaced() {
      return components.stream().allMatch(OutcomeComponent::placed);
    }
  }

  private static final List<Group> GROUPS =
      List.of(
          new Group(
              "2020",
              "employment",
              "就业",
              List.of(CONTRACT, OTHER_EMPLOYMENT, SELF_EMPLOYED, FREELANCE)),
          new Group("2020", "further_study", "升学", List.of(DOMESTIC_STUDY, ABROAD)),
          new Group("2020", "not_employed", "未就业", List.of(AWAITING, NOT_SEEKING)),
          new Group("2021", "contract", "协议和合同就业", List.of(CONTRACT)),
          new Group("2021", "flexible", "灵活就业", List.of(OTHER_EMPLOYMENT, FREELANCE)),
          new Group("2021", "self_employed", "创业", List.of(SELF_EMPLOYED)),
          new Group("2021", "further_study", "升学", List.of(DOMESTIC_STUDY, ABROAD)),
          new Group("2021", "awaiting", "待就业", List.of(AWAITING)),
          new Group("2021", "not_seeking", "暂不就业", List.of(NOT_SEEKING)),
          new Group("2024", "employer", "单位就业", List.of(CONTRACT, OTHER_EMPLOYMENT)),
          new Group("2024", "self_employed", "自主创业", List.of(SELF_EMPLOYED)),
          new Group("2024", "freelance", "自由职业", List.of(FREELANCE)),
          new Group("2024", "further_study", "升学", List.of(DOMESTIC_STUDY, ABROAD)),
          new Group("2024", "awaiting", "待就业", List.of(AWAITING)),
          new Group("2024", "not_seeking", "暂不就业", List.of(NOT_SEEKING)));

  private static final String KEY =
      PlacementRates.KEY.stream().map(Field::name).collect(joining(", "));

  /** What must hold of the view. */
  public static final List<Check> CHECKS =
      List.of(
          Check.that(
              "schemes_add_up",
              "the groups of every scheme add up to graduates, and those in the numerator to placed",
              """
              SELECT %s, s.scheme, r.graduates, s.total, r.placed, s.numerator
              FROM marts.placement_rates r LEFT JOIN (
                SELECT %s, scheme, sum(in_group) AS total,
                  sum(CASE WHEN in_numerator THEN in_group ELSE 0 END) AS numerator
                FROM marts.scheme_rates GROUP BY ALL) s USING (%s)
              WHERE NOT (s.total <=> r.graduates AND s.numerator <=> r.placed)"""
                  .formatted(KEY, KEY, KEY)));

  private Scheme() {}

  /**
   * A group of outcomes of a figure.
   *
   * @param group its id in the scheme
   * @param inNumerator whether it counts in placed
   * @param inGroup how many graduates are in it
   */
  public record Part(String group, boolean inNumerator, long inGroup) {}

  /** The scheme that the ministry prescribed for a cohort: the newest that had begun by then. */
  public static String forCohort(int graduationYear) {
    return GROUPS.stream()
        .map(Group::scheme)
        .distinct()
        .filter(scheme -> Integer.parseInt(scheme) <= graduationYear)
        .max(String::compareTo)
        .orElse(GROUPS.get(0).scheme());
  }

  /** The groups of a figure in a scheme, which add up to its graduates. */
  public static List<Part> parts(String scheme, PlacementRate rate) {
    Stream<Part> known =
        GROUPS.stream()
            .filter(group -> group.scheme().equals(scheme))
            .map(
                group ->
                    new Part(
                        group.id(),
                        group.isPlaced(),
                        group.components().stream().mapToLong(one -> count(one, rate)).sum()));
    return Stream.concat(known, Stream.of(new Part(UNKNOWN, false, rate.outcomeUnknown())))
        .toList();
  }

  private static long count(OutcomeComponent component, PlacementRate rate) {
    return switch (component) {
      case CONTRACT -> rate.contract();
      case OTHER_EMPLOYMENT -> rate.otherEmployment();
      case SELF_EMPLOYED -> rate.selfEmployed();
      case FREELANCE -> rate.freelance();
      case DOMESTIC_STUDY -> rate.domesticStudy();
      case ABROAD -> rate.abroad();
      case AWAITING -> rate.awaiting();
      case NOT_SEEKING -> rate.notSeeking();
      case OUTSIDE -> 0;
    };
  }

  /**
   * The view {@link SchemeRates#TABLE} as SQL: one row per row of {@link PlacementRates}, scheme
   * and group. Unknown outcomes are a group of every scheme, so that the rates of a scheme add up
   * to 1.
   */
  public static String view() {
    String parts =
        Stream.concat(
                GROUPS.stream().map(Scheme::part),
                GROUPS.stream().map(Group::scheme).distinct().map(Scheme::unknownPart))
            .collect(joining(", "));
    return """
    SELECT %s, part.scheme, part.scheme_group, part.scheme_group_name, part.in_numerator,
      graduates, part.in_group, try_divide(part.in_group, graduates) AS group_rate
    FROM (SELECT %s, graduates, explode(array(%s)) AS part FROM %s)"""
        .formatted(KEY, KEY, parts, PlacementRates.TABLE.name());
  }

  private static String part(Group group) {
    String count =
        group.components().stream().map(OutcomeComponent::columnName).collect(joining(" + "));
    return part(group.scheme(), group.id(), group.name(), group.isPlaced(), count);
  }

  private static String unknownPart(String scheme) {
    return part(scheme, UNKNOWN, "去向不明", false, Measures.OUTCOME_UNKNOWN.name());
  }

  private static String part(
      String scheme, String id, String name, boolean inNumerator, String count) {
    return "named_struct('scheme', '%s', 'scheme_group', '%s', 'scheme_group_name', '%s', 'in_numerator', %s, 'in_group', %s)"
        .formatted(scheme, id, name, inNumerator, count);
  }
}
