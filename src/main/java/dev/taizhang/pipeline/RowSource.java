package dev.taizhang.pipeline;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.landing.FilePlan;
import dev.taizhang.landing.Layout;
import dev.taizhang.landing.LedgerRows;
import dev.taizhang.landing.Limits;
import dev.taizhang.landing.ReadingReport;
import dev.taizhang.tables.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The rows of the files that a run takes in, which are asked for twice: first a few columns of all
 * of them, then all columns of those accepted. Text is read twice, since reading it is cheaper than
 * keeping it; of workbooks, where parsing dominates, all columns are kept for the run.
 */
final class RowSource implements AutoCloseable {

  private final SparkSession spark;
  private final PseudonymKey key;
  private final Limits limits;
  private final ReadingReport report = new ReadingReport();
  private final List<Dataset<Row>> kept = new ArrayList<>();
  private final List<FilePlan> texts;
  private final Dataset<Row> workbookRows;

  RowSource(SparkSession spark, List<FilePlan> plans, PseudonymKey key, Limits limits) {
    this.spark = spark;
    this.key = key;
    this.limits = limits;
    spark.sparkContext().register(report);
    List<FilePlan> workbooks = plans.stream().filter(RowSource::isWorkbook).toList();
    this.texts = plans.stream().filter(plan -> !isWorkbook(plan)).toList();
    this.workbookRows = workbooks.isEmpty() ? none() : kept(read(workbooks));
  }

  private static boolean isWorkbook(FilePlan plan) {
    return plan.layout() instanceof Layout.Workbook;
  }

  /**
   * Part of all rows, kept until this is closed.
   *
   * @param selection takes the columns that are needed
   */
  Dataset<Row> narrowed(UnaryOperator<Dataset<Row>> selection) {
    return kept(selection.apply(workbookRows).unionByName(selection.apply(read(texts))));
  }

  /** All columns of the rows of some of the files. */
  Dataset<Row> rows(List<FilePlan> plans) {
    Object[] ids =
        plans.stream().filter(RowSource::isWorkbook).map(FilePlan::submissionId).toArray();
    return workbookRows
        .filter(Rows.SUBMISSION_ID.column().isin(ids))
        .unionByName(read(plans.stream().filter(plan -> !isWorkbook(plan)).toList()));
  }

  /** What the readers met so far. */
  ReadingReport report() {
    return report;
  }

  private Dataset<Row> read(List<FilePlan> plans) {
    return plans.isEmpty() ? none() : LedgerRows.read(spark, plans, key, limits, report);
  }

  private Dataset<Row> none() {
    return spark.createDataFrame(List.of(), Rows.TABLE.structType());
  }

  private Dataset<Row> kept(Dataset<Row> rows) {
    Dataset<Row> persisted = rows.persist(StorageLevel.MEMORY_AND_DISK());
    kept.add(persisted);
    return persisted;
  }

  @Override
  public void close() {
    kept.forEach(Dataset::unpersist);
  }
}
