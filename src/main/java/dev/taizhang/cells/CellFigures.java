package dev.taizhang.cells;

import dev.taizhang.figures.gaps.Contributions;
import dev.taizhang.figures.gaps.GapCube;
import dev.taizhang.figures.gaps.Gaps;
import dev.taizhang.figures.rates.Cube;
import dev.taizhang.figures.rates.Cut;
import dev.taizhang.figures.rates.CutCounts;
import dev.taizhang.figures.rates.CutCube;
import dev.taizhang.figures.rates.CutSettings;
import dev.taizhang.figures.rates.MajorNaming;
import dev.taizhang.figures.rates.OutcomeCube;
import dev.taizhang.figures.rates.OutcomeRows;
import dev.taizhang.figures.rates.Rates;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.GapContributions;
import dev.taizhang.tables.GapContributions.GapContribution;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.HardshipGaps.HardshipGap;
import dev.taizhang.tables.InternalRows;
import dev.taizhang.tables.OutcomeCounts;
import dev.taizhang.tables.OutcomeCounts.OutcomeCount;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * Makes figures of cells in Spark's tasks: each task adds its cells up, what they added up to is
 * merged cut by cut, and whoever has all of a cut makes its rows.
 *
 * @see <a href="../../../../../docs/adr/0033-rates-by-a-cube.md">ADR 0033</a>
 */
public final class CellFigures {

  // Each part of the rows is a file; more of them than this would be small even for a nation.
  private static final int MOST_PARTS = 16;

  private CellFigures() {}

  /** Makes a new cube, in the task that fills it. */
  @FunctionalInterface
  private interface Cubes extends Serializable {
    Cube empty();
  }

  /** Makes finished rows of counts. */
  @FunctionalInterface
  private interface Finish<R> extends Serializable {
    Stream<R> rows(CutCounts counts);
  }

  /**
   * The rows of {@link PlacementRates#TABLE}.
   *
   * @param cellsByMajor {@link Cells#BY_MAJOR}
   * @param cellsByOrigin {@link Cells#BY_ORIGIN}
   * @param settings with the dates that the rates keep
   * @param majors names of majors besides those of the reference data
   * @param staleAfterDays from how many days on the word of a graduate is stale
   */
  public static JavaRDD<PlacementRate> rates(
      Dataset<Row> cellsByMajor,
      Dataset<Row> cellsByOrigin,
      CutSettings settings,
      MajorNaming majors,
      int staleAfterDays) {
    JavaSparkContext context = context(cellsByMajor);
    Broadcast<CutSettings> shared = context.broadcast(settings);
    Broadcast<MajorNaming> names = context.broadcast(majors);
    Cubes cubes = () -> new CutCube(Cut.rates(), shared.value(), staleAfterDays);
    return finished(
        parts(Cells.BY_MAJOR, cellsByMajor, cubes)
            .union(parts(Cells.BY_ORIGIN, cellsByOrigin, cubes)),
        counts -> Rates.of(Cut.rates(), shared.value(), names.value(), counts));
  }

  /**
   * The rows of {@link PlacementTrend#TABLE}.
   *
   * @param cellsByMajor {@link Cells#BY_MAJOR}
   * @param settings with the dates that the trend keeps
   * @param staleAfterDays from how many days on the word of a graduate is stale
   */
  public static JavaRDD<PlacementRate> trend(
      Dataset<Row> cellsByMajor, CutSettings settings, int staleAfterDays) {
    Broadcast<CutSettings> shared = context(cellsByMajor).broadcast(settings);
    return finished(
        parts(
            Cells.BY_MAJOR,
            cellsByMajor,
            () -> new CutCube(Cut.trend(), shared.value(), staleAfterDays)),
        counts -> Rates.of(Cut.trend(), shared.value(), MajorNaming.none(), counts));
  }

  /**
   * The rows of {@link OutcomeCounts#TABLE}.
   *
   * @param cellsByMajor {@link Cells#BY_MAJOR}
   * @param settings with the dates that the rates keep
   * @param rows with the names of the outcomes
   */
  public static JavaRDD<OutcomeCount> outcomes(
      Dataset<Row> cellsByMajor, CutSettings settings, OutcomeRows rows) {
    Broadcast<CutSettings> shared = context(cellsByMajor).broadcast(settings);
    return finished(
        parts(Cells.BY_MAJOR, cellsByMajor, () -> new OutcomeCube(shared.value())),
        counts -> rows.of(shared.value(), counts));
  }

  /**
   * The rows of {@link HardshipGaps#TABLE}. A gap is made of all strata of its cut, so that one
   * task has all of them: they grow with universities and classes of majors, not with people.
   *
   * @param cellsByMajor {@link Cells#BY_MAJOR}
   * @param settings with the dates that the rates keep
   */
  public static JavaRDD<HardshipGap> gaps(Dataset<Row> cellsByMajor, CutSettings settings) {
    return ofAllStrata(cellsByMajor, settings, Gaps::of);
  }

  /**
   * The rows of {@link GapContributions#TABLE}, made like the gaps.
   *
   * @param cellsByMajor {@link Cells#BY_MAJOR}
   * @param settings with the dates that the rates keep
   */
  public static JavaRDD<GapContribution> contributions(
      Dataset<Row> cellsByMajor, CutSettings settings) {
    return ofAllStrata(cellsByMajor, settings, Contributions::of);
  }

  /** Makes finished rows of counts, under settings. */
  @FunctionalInterface
  private interface Compared<R> extends Serializable {
    Stream<R> rows(CutSettings settings, CutCounts counts);
  }

  private static <R> JavaRDD<R> ofAllStrata(
      Dataset<Row> cellsByMajor, CutSettings settings, Compared<R> compared) {
    Broadcast<CutSettings> shared = context(cellsByMajor).broadcast(settings);
    return parts(Cells.BY_MAJOR, cellsByMajor, () -> new GapCube(shared.value()), 1)
        .partitionBy(new HashPartitioner(1))
        .values()
        .mapPartitions(
            some ->
                some.hasNext() ? compared.rows(shared.value(), merged(some)).iterator() : none());
  }

  private static JavaSparkContext context(Dataset<Row> rows) {
    return JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext());
  }

  private static int parts(JavaSparkContext context) {
    return Math.min(MOST_PARTS, context.defaultParallelism());
  }

  private static JavaPairRDD<Integer, CutCounts> parts(
      Table table, Dataset<Row> cells, Cubes cubes) {
    return parts(table, cells, cubes, parts(context(cells)));
  }

  /** What the cells of each task add up to, in parts that can be merged one by one. */
  private static JavaPairRDD<Integer, CutCounts> parts(
      Table table, Dataset<Row> cells, Cubes cubes, int parts) {
    CellReader reader = CellReader.of(table);
    return InternalRows.of(cells.select(table.columns()))
        .mapPartitionsToPair(
            rows -> {
              CutCounts[] split = counts(reader, rows, cubes).split(parts);
              List<Tuple2<Integer, CutCounts>> numbered = new ArrayList<>();
              for (int part = 0; part < parts; part++) {
                numbered.add(new Tuple2<>(part, split[part]));
              }
              return numbered.iterator();
            });
  }

  private static CutCounts counts(CellReader reader, Iterator<InternalRow> rows, Cubes cubes) {
    Cube cube = cubes.empty();
    rows.forEachRemaining(row -> cube.add(reader.cell(row)));
    return cube.counts();
  }

  private static <R> JavaRDD<R> finished(JavaPairRDD<Integer, CutCounts> parts, Finish<R> finish) {
    int number = parts(JavaSparkContext.fromSparkContext(parts.context()));
    return parts
        .partitionBy(new HashPartitioner(number))
        .values()
        .mapPartitions(some -> some.hasNext() ? finish.rows(merged(some)).iterator() : none());
  }

  private static CutCounts merged(Iterator<CutCounts> some) {
    return CutCounts.sum(() -> some);
  }

  private static <R> Iterator<R> none() {
    return List.<R>of().iterator();
  }
}
