package dev.taizhang.marts;

import static dev.taizhang.reference.OutcomeComponent.ABROAD;
import static dev.taizhang.reference.OutcomeComponent.AWAITING;
import static dev.taizhang.reference.OutcomeComponent.CONTRACT;
import static dev.taizhang.reference.OutcomeComponent.DOMESTIC_STUDY;
import static dev.taizhang.reference.OutcomeComponent.FREELANCE;
import static dev.taizhang.reference.OutcomeComponent.NOT_SEEKING;
import static dev.taizhang.reference.OutcomeComponent.OTHER_EMPLOYMENT;
import static dev.taizhang.reference.OutcomeComponent.SELF_EMPLOYED;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Measures;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.SchemeRates;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The breakdowns that the ministry prescribed: the headline is the same in all of them, the
 * sub-totals differ.
 *
 * @see <a href="../../../../../docs/definitions.md">definitions.md, "Schemes"</a>
 */
public final class Scheme {

  private record Group(String scheme, String id, String name, List<OutcomeComponent> components) {}

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

  private Scheme() {}

  /**
   * {@link SchemeRates#TABLE}, one row per row of {@link PlacementRates}, scheme and group; unknown
   * outcomes are a group of every scheme.
   */
  public static Dataset<Row> build(Dataset<Row> rates) {
    Stream<Column> groups = GROUPS.stream().map(Scheme::group);
    Stream<Column> unknown =
        Stream.of("2020", "2021", "2024")
            .map(
                scheme ->
                    group(
                        scheme,
                        "outcome_unknown",
                        "去向不明",
                        false,
                        Measures.OUTCOME_UNKNOWN.column()));
    Column[] key = PlacementRates.KEY.stream().map(Field::column).toArray(Column[]::new);
    Column[] carried =
        Stream.concat(
                Arrays.stream(key),
                Stream.of(
                    Measures.GRADUATES.column(),
                    explode(array(Stream.concat(groups, unknown).toArray(Column[]::new)))
                        .as("part")))
            .toArray(Column[]::new);
    return rates
        .select(carried)
        .select(
            Stream.concat(Arrays.stream(key), Stream.of(Measures.GRADUATES.column(), col("part.*")))
                .toArray(Column[]::new))
        .withColumn(
            SchemeRates.GROUP_RATE.name(),
            Rates.placementRate(SchemeRates.IN_GROUP.column(), Measures.GRADUATES.column()))
        .select(SchemeRates.TABLE.columns());
  }

  private static Column group(Group group) {
    Column count = lit(0L);
    for (OutcomeComponent component : group.components()) {
      count = count.plus(Measures.component(component).column());
    }
    boolean placed = group.components().stream().allMatch(OutcomeComponent::placed);
    return group(group.scheme(), group.id(), group.name(), placed, count);
  }

  private static Column group(
      String scheme, String id, String name, boolean inNumerator, Column count) {
    return struct(
        lit(scheme).as(SchemeRates.SCHEME.name()),
        lit(id).as(SchemeRates.SCHEME_GROUP.name()),
        lit(name).as(SchemeRates.SCHEME_GROUP_NAME.name()),
        lit(inNumerator).as(SchemeRates.IN_NUMERATOR.name()),
        count.as(SchemeRates.IN_GROUP.name()));
  }
}
