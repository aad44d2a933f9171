package dev.taizhang.marts;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.Slices;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The placement rates of every cut, at the as-of dates kept and week by week. */
public final class PlacementFigures {

  private PlacementFigures() {}

  /**
   * {@link PlacementRates#TABLE}.
   *
   * @param cellsByMajor {@link Cells#BY_MAJOR}
   * @param cellsByOrigin {@link Cells#BY_ORIGIN}
   * @param asOf {@link AsOf}
   * @param entries {@link Entries}, for the names of majors
   * @param slices {@link Slices}, for the names of majors
   */
  public static Dataset<Row> rates(
      Dataset<Row> cellsByMajor,
      Dataset<Row> cellsByOrigin,
      Dataset<Row> asOf,
      Dataset<Row> entries,
      Dataset<Row> slices,
      Names names,
      ReferenceData reference,
      Thresholds thresholds) {
    Dataset<Row> dates = asOf.filter(AsOf.IN_RATES.column());
    Dataset<Row> byMajor = byMajor(cellsByMajor, dates, names, reference);
    Dataset<Row> byOrigin =
        RollUp.withOriginLevels(RollUp.byGroup(RollUp.speaking(cellsByOrigin, dates), reference));
    Dataset<Row> counts =
        RollUp.toCuts(byMajor, Cut.ratesByMajor(), true, thresholds)
            .unionByName(RollUp.toCuts(byOrigin, Cut.ratesByOrigin(), true, thresholds));
    return names
        .withNames(Rates.withRates(counts), Names.majors(entries, slices))
        .select(PlacementRates.TABLE.columns());
  }

  /** {@link PlacementTrend#TABLE}, from the same tables. */
  public static Dataset<Row> trend(
      Dataset<Row> cellsByMajor,
      Dataset<Row> asOf,
      Dataset<Row> entries,
      Dataset<Row> slices,
      Names names,
      ReferenceData reference,
      Thresholds thresholds) {
    Dataset<Row> cells =
        byMajor(cellsByMajor, asOf.filter(AsOf.IN_TREND.column()), names, reference);
    Column all = org.apache.spark.sql.functions.lit("all");
    Dataset<Row> byDegree =
        RollUp.toCuts(cells, List.of(Cut.trend().get(0)), true, thresholds)
            .filter(dev.taizhang.tables.Dimensions.DEGREE_CUT.column().notEqual(all));
    Dataset<Row> counts =
        RollUp.toCuts(cells, Cut.trend(), false, thresholds).unionByName(byDegree);
    return names
        .withNames(Rates.withRates(counts), Names.majors(entries, slices))
        .select(PlacementTrend.TABLE.columns());
  }

  private static Dataset<Row> byMajor(
      Dataset<Row> cells, Dataset<Row> dates, Names names, ReferenceData reference) {
    Dataset<Row> speaking = names.withUniversityRegions(RollUp.speaking(cells, dates));
    return RollUp.byGroup(RollUp.withMajorLevels(speaking), reference);
  }
}
