package dev.taizhang.marts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Measures;
import dev.taizhang.tables.PlacementRates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Adds cells up to cuts: counts only, no rate. */
final class RollUp {

  static final String UNIVERSITY_PROVINCE = "university_province_code";
  static final String UNIVERSITY_PREFECTURE = "university_prefecture_code";
  static final String ORIGIN_PROVINCE = "origin_province_code";
  static final String ORIGIN_PREFECTURE = "known_origin_prefecture_code";
  static final String CLASS_CODE = "class_code";

  private static final String CUT = "cut";

  /** The counts of a figure. */
  private static final List<Field> COUNTS = counts();

  private RollUp() {}

  private static List<Field> counts() {
    List<Field> counts = new ArrayList<>();
    for (OutcomeComponent component : OutcomeComponent.values()) {
      if (component != OutcomeComponent.OUTSIDE) {
        counts.add(Measures.component(component));
      }
    }
    counts.add(Measures.OUTCOME_UNKNOWN);
    counts.add(Measures.STALE_GRADUATES);
    return List.copyOf(counts);
  }

  /** The cells that speak at each as-of date, with the date; see {@link AsOf}. */
  static Dataset<Row> speaking(Dataset<Row> cells, Dataset<Row> asOf) {
    String[] slice = {
      AsOf.UNIVERSITY_CODE.name(), AsOf.GRADUATION_YEAR.name(), AsOf.SNAPSHOT_DATE.name()
    };
    return cells.join(asOf.drop(AsOf.COVERED.name()), slice, "inner");
  }

  /** One row per cell and hardship group that its graduates are in. */
  static Dataset<Row> byGroup(Dataset<Row> cells, ReferenceData reference) {
    return cells.withColumn(
        Dimensions.HARDSHIP_GROUP.name(),
        explode(
            HardshipGroups.of(
                Dimensions.HARDSHIP_TAGS.column(),
                Dimensions.HARDSHIP_DETAIL.column(),
                Dimensions.GRADUATION_YEAR.column(),
                reference.hardshipTags(),
                reference.keyGroups())));
  }

  /** Cells by major, with discipline and class. */
  static Dataset<Row> withMajorLevels(Dataset<Row> cells) {
    Column catalogue = Cells.MAJOR_CATALOGUE.column();
    Column code = Cells.MAJOR_CODE.column();
    return cells
        .withColumn(Cells.DISCIPLINE_CATALOGUE.name(), Disciplines.catalogue(catalogue))
        .withColumn(Cells.DISCIPLINE_CODE.name(), Disciplines.code(catalogue, code))
        .withColumn(CLASS_CODE, Disciplines.classCode(catalogue, code));
  }

  /** Cells by origin, with province and prefecture; a province's own code names no prefecture. */
  static Dataset<Row> withOriginLevels(Dataset<Row> cells) {
    Column prefecture = Cells.ORIGIN_PREFECTURE_CODE.column();
    return cells
        .withColumn(ORIGIN_PROVINCE, concat(substring(prefecture, 1, 2), lit("0000")))
        .withColumn(
            ORIGIN_PREFECTURE,
            when(prefecture.endsWith("0000"), Dimensions.UNKNOWN_REGION).otherwise(prefecture));
  }

  /**
   * The counts of each cut with graduates: the key of {@link PlacementRates} and the counts.
   *
   * @param cells rows by hardship group, with whatever the cuts need
   * @param cuts which combinations of dimensions
   * @param perDegree also for each degree level, besides all of them together
   */
  static Dataset<Row> toCuts(
      Dataset<Row> cells, List<Cut> cuts, boolean perDegree, Thresholds thresholds) {
    Column all = lit(Dimensions.ALL);
    Column degrees = perDegree ? array(all, Dimensions.DEGREE_LEVEL.column()) : array(all);
    Column number = col(CUT);
    List<Column> key = new ArrayList<>();
    key.add(Dimensions.AS_OF_DATE.column());
    key.add(Dimensions.AS_OF_KIND.column());
    key.add(Dimensions.GRADUATION_YEAR.column());
    key.add(Dimensions.HARDSHIP_GROUP.column());
    key.add(Dimensions.DEGREE_CUT.column());
    key.add(number);
    key.addAll(Cut.codes(cuts, number));
    Column[] sums =
        COUNTS.stream().map(count -> sum(count.column()).as(count.name())).toArray(Column[]::new);
    return cells
        .withColumns(counts(thresholds))
        .withColumn(Dimensions.DEGREE_CUT.name(), explode(degrees))
        .withColumn(CUT, explode(Cut.numbers(cuts)))
        .groupBy(key.toArray(Column[]::new))
        .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length))
        .withColumns(Cut.levels(cuts, number))
        .drop(CUT);
  }

  /** Components of each cell, and how many of its graduates are stale. */
  private static Map<String, Column> counts(Thresholds thresholds) {
    Map<String, Column> columns = new LinkedHashMap<>();
    Column graduates = Measures.OUTCOME_UNKNOWN.column();
    for (OutcomeComponent component : OutcomeComponent.values()) {
      if (component != OutcomeComponent.OUTSIDE) {
        Column count = componentCount(component);
        columns.put(component.columnName(), count);
        graduates = graduates.plus(count);
      }
    }
    columns.put(
        Measures.STALE_GRADUATES.name(),
        when(AsOf.AGE_DAYS.column().gt(thresholds.staleAfterDays()), graduates)
            .otherwise(
                coalesce(
                    size(
                        filter(
                            Cells.CARRIED_DAYS.column(),
                            days ->
                                days.plus(AsOf.AGE_DAYS.column()).gt(thresholds.staleAfterDays()))),
                    lit(0L))));
    return columns;
  }

  private static Column componentCount(OutcomeComponent component) {
    Column count = null;
    for (Outcome outcome : Outcome.values()) {
      if (outcome.component() == component) {
        Column one = Measures.outcome(outcome).column();
        count = count == null ? one : count.plus(one);
      }
    }
    return coalesce(count, lit(0L));
  }
}
