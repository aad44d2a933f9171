package dev.taizhang.cells;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.taizhang.figures.rates.Disciplines;
import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Measures;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;

/** Additive counts per slice: how many graduates were in which state on its date. */
public final class CellCounts {

  private CellCounts() {}

  /** {@link Cells#BY_MAJOR} from {@link History} and {@link Slices}. */
  public static Dataset<Row> byMajor(Dataset<Row> history, Dataset<Row> slices) {
    Column code = coalesce(Entries.MAJOR_CODE.column(), lit(Dimensions.UNKNOWN));
    return counts(
        Cells.BY_MAJOR, statesOfSlices(history, slices).withColumn(Cells.MAJOR_CODE.name(), code));
  }

  /** {@link Cells#BY_ORIGIN} from {@link History} and {@link Slices}. */
  public static Dataset<Row> byOrigin(Dataset<Row> history, Dataset<Row> slices) {
    Column prefecture =
        coalesce(
            concat(substring(Entries.ORIGIN_REGION_CODE.column(), 1, 4), lit("00")),
            lit(Dimensions.UNKNOWN_REGION));
    return counts(
        Cells.BY_ORIGIN,
        statesOfSlices(history, slices)
            .withColumn(
                Cells.DISCIPLINE_CATALOGUE.name(),
                disciplineCatalogue(Entries.MAJOR_CATALOGUE.column()))
            .withColumn(
                Cells.DISCIPLINE_CODE.name(),
                disciplineCode(Entries.MAJOR_CATALOGUE.column(), Entries.MAJOR_CODE.column()))
            .withColumn(Cells.ORIGIN_PREFECTURE_CODE.name(), prefecture));
  }

  private static Column disciplineCatalogue(Column majorCatalogue) {
    UDF1<String, String> told = Disciplines::catalogue;
    return udf(told, StringType).apply(majorCatalogue);
  }

  private static Column disciplineCode(Column majorCatalogue, Column majorCode) {
    UDF2<String, String, String> told = Disciplines::code;
    return udf(told, StringType).apply(majorCatalogue, majorCode);
  }

  /** One row per slice in force and graduate present on its date. */
  private static Dataset<Row> statesOfSlices(Dataset<Row> history, Dataset<Row> slices) {
    Dataset<Row> dates = SliceDates.inForce(slices);
    Column date = dates.col(Slices.SNAPSHOT_DATE.name());
    Column sameCohort =
        history
            .col(History.UNIVERSITY_CODE.name())
            .equalTo(dates.col(Slices.UNIVERSITY_CODE.name()))
            .and(
                history
                    .col(History.GRADUATION_YEAR.name())
                    .equalTo(dates.col(Slices.GRADUATION_YEAR.name())));
    return history
        .filter(History.CHANGE_KIND.column().notEqual(History.LEFT))
        .join(dates, sameCohort.and(History.validOn(date)), "inner")
        .drop(dates.col(Slices.UNIVERSITY_CODE.name()))
        .drop(dates.col(Slices.GRADUATION_YEAR.name()));
  }

  private static Dataset<Row> counts(Table table, Dataset<Row> states) {
    Column outcome = Entries.OUTCOME_CODE.column();
    Column[] counts =
        Stream.concat(
                Arrays.stream(Outcome.values())
                    .map(kind -> count_if(outcome.equalTo(kind.code())).as(kind.columnName())),
                Stream.of(
                    count_if(outcome.isNull()).as(Measures.OUTCOME_UNKNOWN.name()), carriedDays()))
            .toArray(Column[]::new);
    return states
        .groupBy(table.keyColumns())
        .agg(counts[0], Arrays.copyOfRange(counts, 1, counts.length))
        .select(table.columns());
  }

  /** How old the states of those are whom the slice names in no row that counts. */
  private static Column carriedDays() {
    Column isCounted = coalesce(not(Entries.OUTCOME_CODE.column().isin(outside())), lit(true));
    Column told =
        expr(
            "try_element_at(filter(%s, one -> one.%s = %s), 1).%s"
                .formatted(
                    History.CARRIED_FORWARD.name(),
                    History.SLICE_DATE,
                    Slices.SNAPSHOT_DATE.name(),
                    History.LAST_GOOD_DATE));
    Column found =
        when(History.SOURCE_FEED.column().equalTo(History.FOLLOW_UP), History.VALID_FROM.column());
    Column days =
        when(told.isNotNull(), datediff(Slices.SNAPSHOT_DATE.column(), greatest(told, found)));
    Column all = sort_array(collect_list(when(isCounted.and(days.gt(0)), days)));
    return when(size(all).gt(0), all).as(Cells.CARRIED_DAYS.name());
  }

  private static Object[] outside() {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.component() == OutcomeComponent.OUTSIDE)
        .map(Outcome::code)
        .toArray();
  }
}
