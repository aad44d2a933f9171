package dev.taizhang.marts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.statistics.Newcombe;
import dev.taizhang.statistics.Wilson;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Measures;
import dev.taizhang.tables.PlacementRates;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What the published rates mean.
 *
 * @see <a href="../../../../../docs/definitions.md">definitions.md</a>
 */
public final class Rates {

  private static final String REFERENCE_PLACED = "reference_placed";
  private static final String REFERENCE_GRADUATES = "reference_graduates";

  private Rates() {}

  /**
   * The placement rate (毕业去向落实率), 0 to 1: placed graduates of all graduates. Null without
   * graduates.
   */
  public static Column placementRate(Column placed, Column graduates) {
    return try_divide(placed, graduates);
  }

  /** Placed graduates: the sum of the six placed components. */
  static Column placed() {
    return sumOf(Measures.placedComponents());
  }

  /** The denominator: placed, awaiting, not seeking and unknown. Outcome 65 is outside. */
  static Column graduates() {
    return Measures.PLACED
        .column()
        .plus(Measures.AWAITING.column())
        .plus(Measures.NOT_SEEKING.column())
        .plus(Measures.OUTCOME_UNKNOWN.column());
  }

  private static Column sumOf(Iterable<Field> counts) {
    Column sum = null;
    for (Field count : counts) {
      sum = sum == null ? count.column() : sum.plus(count.column());
    }
    return sum;
  }

  /**
   * Counts of cuts with rates, intervals and the gap to group {@code none} of the same cut.
   *
   * @param counts one row per cut, as {@link RollUp#toCuts} gives them
   */
  static Dataset<Row> withRates(Dataset<Row> counts) {
    Column placed = Measures.PLACED.column();
    Column graduates = Measures.GRADUATES.column();
    Dataset<Row> rated =
        counts
            .withColumn(Measures.PLACED.name(), placed())
            .withColumn(Measures.GRADUATES.name(), graduates())
            .filter(graduates.gt(0))
            .withColumn(Measures.PLACEMENT_RATE.name(), placementRate(placed, graduates))
            .withColumn(Measures.PLACEMENT_RATE_LOW.name(), Wilson.low(placed, graduates))
            .withColumn(Measures.PLACEMENT_RATE_HIGH.name(), Wilson.high(placed, graduates));
    return withGap(rated);
  }

  private static Dataset<Row> withGap(Dataset<Row> rated) {
    WindowSpec cut =
        Window.partitionBy(
            PlacementRates.KEY.stream()
                .filter(field -> !field.equals(Dimensions.HARDSHIP_GROUP))
                .map(Field::column)
                .toArray(Column[]::new));
    Column group = Dimensions.HARDSHIP_GROUP.column();
    Column isReference = group.equalTo(HardshipGroups.NONE);
    Column compared = not(group.isin(HardshipGroups.ALL, HardshipGroups.NONE));
    Column rate = Measures.PLACEMENT_RATE.column();
    Column reference = Measures.REFERENCE_RATE.column();
    Column referencePlaced = col(REFERENCE_PLACED);
    Column referenceGraduates = col(REFERENCE_GRADUATES);
    return rated
        .withColumn(
            REFERENCE_PLACED,
            when(compared, max(when(isReference, Measures.PLACED.column())).over(cut)))
        .withColumn(
            REFERENCE_GRADUATES,
            when(compared, max(when(isReference, Measures.GRADUATES.column())).over(cut)))
        .withColumn(
            Measures.REFERENCE_RATE.name(), placementRate(referencePlaced, referenceGraduates))
        .withColumn(Measures.RATE_GAP.name(), rate.minus(reference))
        .withColumn(
            Measures.RATE_GAP_LOW.name(),
            Newcombe.low(
                rate,
                Measures.PLACEMENT_RATE_LOW.column(),
                reference,
                Wilson.high(referencePlaced, referenceGraduates)))
        .withColumn(
            Measures.RATE_GAP_HIGH.name(),
            Newcombe.high(
                rate,
                Measures.PLACEMENT_RATE_HIGH.column(),
                reference,
                Wilson.low(referencePlaced, referenceGraduates)));
  }
}
