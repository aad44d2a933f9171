package dev.taizhang.benchmark;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/**
 * Whether DuckDB's script gives the figures of the program: the rows of {@code
 * marts.placement_rates} on both sides, joined by their key.
 *
 * @param ours rows of the program
 * @param theirs rows of DuckDB
 * @param onlyOurs keys that only the program has
 * @param onlyTheirs keys that only DuckDB has
 * @param differingCounts common keys with another value in any count
 * @param differingNames common keys with another name of region, major or university
 * @param differingRates common keys with another rate, gap or limit, or one that only one side has
 * @param greatestRateDifference greatest difference of any rate, gap or limit
 * @param entries entries of the program and of DuckDB
 * @param quarantined quarantined rows of the program and of DuckDB
 */
record Comparison(
    long ours,
    long theirs,
    long onlyOurs,
    long onlyTheirs,
    long differingCounts,
    long differingNames,
    long differingRates,
    double greatestRateDifference,
    Pair entries,
    Pair quarantined) {

  // Doubles that come out of the same formula in another order differ in their last digits.
  private static final double ROUNDING = 1e-12;

  /** The same number on both sides, or not. */
  record Pair(long ours, long theirs) {
    boolean isEqual() {
      return ours == theirs;
    }
  }

  /** Compares a warehouse with the output of DuckDB's script. */
  static Comparison of(SparkSession spark, Path warehouse, Path duckDbOutput) {
    Dataset<Row> ours = stored(spark, warehouse, PlacementRates.TABLE);
    Dataset<Row> theirs = parquet(spark, duckDbOutput, "placement_rates");
    Column sameKey =
        PlacementRates.KEY.stream()
            .map(field -> ours.col(field.name()).equalTo(theirs.col(field.name())))
            .reduce(lit(true), Column::and);
    Column key = ours.col(Dimensions.HARDSHIP_GROUP.name());
    Column otherKey = theirs.col(Dimensions.HARDSHIP_GROUP.name());
    Column common = key.isNotNull().and(otherKey.isNotNull());
    Row counted =
        ours.join(theirs, sameKey, "full_outer")
            .agg(
                count_if(key.isNotNull()),
                count_if(otherKey.isNotNull()),
                count_if(otherKey.isNull()),
                count_if(key.isNull()),
                count_if(common.and(differs(ours, theirs, Comparison::isCount))),
                count_if(common.and(differs(ours, theirs, Comparison::isName))),
                count_if(common.and(ratesDiffer(ours, theirs))),
                max(rateDifference(ours, theirs)))
            .head();
    return new Comparison(
        counted.getLong(0),
        counted.getLong(1),
        counted.getLong(2),
        counted.getLong(3),
        counted.getLong(4),
        counted.getLong(5),
        counted.getLong(6),
        counted.getDouble(7),
        pair(spark, warehouse, Entries.TABLE, duckDbOutput, "entries"),
        pair(spark, warehouse, Quarantine.TABLE, duckDbOutput, "quarantine"));
  }

  private static Pair pair(
      SparkSession spark, Path warehouse, Table table, Path duckDbOutput, String file) {
    return new Pair(
        stored(spark, warehouse, table).count(), parquet(spark, duckDbOutput, file).count());
  }

  private static Dataset<Row> stored(SparkSession spark, Path warehouse, Table table) {
    return spark
        .read()
        .format("delta")
        .load(warehouse.resolve(table.name().replace('.', '/')).toString());
  }

  private static Dataset<Row> parquet(SparkSession spark, Path output, String name) {
    return spark.read().parquet(output.resolve(name + ".parquet").toString());
  }

  private static boolean isCount(Field field) {
    return field.type().equals(DataTypes.LongType);
  }

  private static boolean isRate(Field field) {
    return field.type().equals(DataTypes.DoubleType);
  }

  private static boolean isName(Field field) {
    return field.name().endsWith("_name");
  }

  private static List<Field> fields(Predicate<Field> kind) {
    List<Field> fields = PlacementRates.TABLE.fields().stream().filter(kind).toList();
    if (fields.isEmpty()) {
      throw new IllegalStateException("Nothing to compare");
    }
    return fields;
  }

  private static Column differs(Dataset<Row> ours, Dataset<Row> theirs, Predicate<Field> kind) {
    return fields(kind).stream()
        .map(field -> not(ours.col(field.name()).eqNullSafe(theirs.col(field.name()))))
        .reduce(lit(false), Column::or);
  }

  /** Whether a rate stands on one side only, or is another one but for rounding. */
  private static Column ratesDiffer(Dataset<Row> ours, Dataset<Row> theirs) {
    return fields(Comparison::isRate).stream()
        .map(
            field -> {
              Column own = ours.col(field.name());
              Column other = theirs.col(field.name());
              return own.isNull()
                  .notEqual(other.isNull())
                  .or(coalesce(abs(own.minus(other)).gt(ROUNDING), lit(false)));
            })
        .reduce(lit(false), Column::or);
  }

  private static Column rateDifference(Dataset<Row> ours, Dataset<Row> theirs) {
    Column[] differences =
        fields(Comparison::isRate).stream()
            .map(
                field ->
                    coalesce(abs(ours.col(field.name()).minus(theirs.col(field.name()))), lit(0.0)))
            .toArray(Column[]::new);
    return greatest(differences);
  }

  /** Rows of either side that have no equal on the other, by key, counts, names or rates. */
  long differingRows() {
    return onlyOurs + onlyTheirs + differingCounts + differingNames + differingRates;
  }

  /** Whether both sides say the same. */
  boolean agrees() {
    return ours > 0 && differingRows() == 0 && entries.isEqual() && quarantined.isEqual();
  }
}
