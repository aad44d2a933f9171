package dev.taizhang.conform;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import dev.taizhang.config.Thresholds;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Rows;
import dev.taizhang.tables.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** What only a file as a whole can tell of its rows. One row per submission. */
public final class FileFacts {

  public static final Field ROW_COUNT =
      Field.required("row_count", DataTypes.LongType, "Rows below the header.");
  public static final Field EARLIEST_YEAR =
      Field.optional("earliest_year", DataTypes.IntegerType, "Earliest cohort in the file.");
  public static final Field ID_NUMBERS_DESTROYED =
      Field.required(
          "id_numbers_destroyed",
          DataTypes.BooleanType,
          "Whether a spreadsheet has rounded the file's ID numbers.");

  /** The facts; kept for the run that reads the files, never stored. */
  public static final Table TABLE =
      Table.named("landing.file_facts")
          .grain("One row per file that the run reads.")
          .fields(Rows.SUBMISSION_ID, ROW_COUNT, EARLIEST_YEAR, ID_NUMBERS_DESTROYED)
          .key(Rows.SUBMISSION_ID);

  // Fewer numbers than this that end in 000 can be chance.
  private static final int FEW_ROUNDED = 3;

  private FileFacts() {}

  /**
   * The facts of each submission.
   *
   * @param rows one per row of a file, as {@link Screening#narrowed} gives them
   */
  public static Dataset<Row> build(Dataset<Row> rows, Thresholds thresholds) {
    Column state = Rows.ID_NUMBER_STATE.column();
    Column rounded = count_if(state.isin(Rows.ID_ROUNDED, Rows.ID_DESTROYED));
    Column present = count_if(state.notEqual(Rows.ID_MISSING));
    return rows.groupBy(Rows.SUBMISSION_ID.column())
        .agg(
            count(lit(1)).as(ROW_COUNT.name()),
            min(Quarantine.GRADUATION_YEAR.column()).as(EARLIEST_YEAR.name()),
            rounded
                .geq(FEW_ROUNDED)
                .and(rounded.gt(present.multiply(thresholds.destroyedIdentityShare())))
                .as(ID_NUMBERS_DESTROYED.name()))
        .select(TABLE.columns());
  }
}
