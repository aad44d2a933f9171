package dev.taizhang.marts;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.Slices;
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
        .withNames(Rates.withRates(counts), Names.majors(entries, slices, dates))
        .select(PlacementRates.TABLE.columns());
  }

  /**
   * {@link PlacementTrend#TABLE}; its cuts go down to the discipline, not to the major.
   *
   * @param cellsByMajor {@link Cells#BY_MAJOR}
   * @param asOf {@link AsOf}
   */
  public static Dataset<Row> trend(
      Dataset<Row> cellsByMajor,
      Dataset<Row> asOf,
      Names names,
      ReferenceData reference,
      Thresholds thresholds) {
    Dataset<Row> cells =
        byMajor(cellsByMajor, asOf.filter(AsOf.IN_TREND.column()), names, reference);
    Dataset<Row> byDegree =
        RollUp.toCuts(cells, Cut.overall(), true, thresholds)
            .filter(Dimensions.DEGREE_CUT.column().notEqual(Dimensions.ALL));
    Dataset<Row> counts =
        RollUp.toCuts(cells, Cut.trend(), false, thresholds).unionByName(byDegree);
    return names.withReferenceNames(Rates.withRates(counts)).select(PlacementTrend.TABLE.columns());
  }

  private static Dataset<Row> byMajor(
      Dataset<Row> cells, Dataset<Row> dates, Names names, ReferenceData reference) {
    Dataset<Row> speaking = names.withUniversityRegions(RollUp.speaking(cells, dates));
    return RollUp.byGroup(RollUp.withMajorLevels(speaking), reference);
  }
}
