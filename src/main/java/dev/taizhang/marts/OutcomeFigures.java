package dev.taizhang.marts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Measures;
import dev.taizhang.tables.OutcomeCounts;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Graduates by two-digit outcome. */
public final class OutcomeFigures {

  private static final String OUTCOME = "outcome";

  private OutcomeFigures() {}

  /**
   * {@link OutcomeCounts#TABLE}.
   *
   * @param cells {@link Cells#BY_MAJOR}
   * @param asOf {@link AsOf}
   */
  public static Dataset<Row> build(
      Dataset<Row> cells, Dataset<Row> asOf, Names names, ReferenceData reference) {
    Dataset<Row> speaking = RollUp.speaking(cells, asOf.filter(AsOf.IN_RATES.column()));
    Dataset<Row> byGroup = RollUp.byGroup(names.withUniversityRegions(speaking), reference);
    Column all = lit(Dimensions.ALL);
    return byGroup
        .withColumn(
            Dimensions.DEGREE_CUT.name(), explode(array(all, Dimensions.DEGREE_LEVEL.column())))
        .withColumn(
            OutcomeCounts.PROVINCE_CODE.name(),
            explode(array(all, col(RollUp.UNIVERSITY_PROVINCE))))
        .withColumn(OUTCOME, explode(outcomes(reference)))
        .select(
            Dimensions.AS_OF_DATE.column(),
            Dimensions.AS_OF_KIND.column(),
            Dimensions.GRADUATION_YEAR.column(),
            Dimensions.DEGREE_CUT.column(),
            OutcomeCounts.PROVINCE_CODE.column(),
            Dimensions.HARDSHIP_GROUP.column(),
            col(OUTCOME + ".*"))
        .filter(OutcomeCounts.GRADUATES.column().gt(0))
        .groupBy(
            Stream.concat(
                    Arrays.stream(OutcomeCounts.TABLE.keyColumns()),
                    Stream.of(
                        OutcomeCounts.OUTCOME_NAME.column(),
                        OutcomeCounts.IN_DENOMINATOR.column(),
                        OutcomeCounts.IN_NUMERATOR.column()))
                .toArray(Column[]::new))
        .agg(sum(OutcomeCounts.GRADUATES.column()).as(OutcomeCounts.GRADUATES.name()))
        .select(OutcomeCounts.TABLE.columns());
  }

  private static Column outcomes(ReferenceData reference) {
    Stream<Column> listed =
        Arrays.stream(Outcome.values())
            .map(
                outcome ->
                    outcome(
                        outcome.code(),
                        lit(reference.codeName(OUTCOME, outcome.code()).orElse(outcome.code())),
                        outcome.component() != OutcomeComponent.OUTSIDE,
                        outcome.component().placed(),
                        Measures.outcome(outcome).column()));
    Column unknown =
        outcome(Dimensions.UNKNOWN, lit("去向不明"), true, false, Measures.OUTCOME_UNKNOWN.column());
    return array(Stream.concat(listed, Stream.of(unknown)).toArray(Column[]::new));
  }

  private static Column outcome(
      String code, Column name, boolean inDenominator, boolean inNumerator, Column graduates) {
    return struct(
        lit(code).as(OutcomeCounts.OUTCOME_CODE.name()),
        name.as(OutcomeCounts.OUTCOME_NAME.name()),
        lit(inDenominator).as(OutcomeCounts.IN_DENOMINATOR.name()),
        lit(inNumerator).as(OutcomeCounts.IN_NUMERATOR.name()),
        graduates.as(OutcomeCounts.GRADUATES.name()));
  }
}
