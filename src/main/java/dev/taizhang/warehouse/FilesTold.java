package dev.taizhang.warehouse;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.delta.NoMapping$;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.files.TahoeLogFileIndex;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * Tells queries that name tables which files these have, where the checksum file has them: Delta
 * itself finds them by a job for each time that a table is named. A table without rows is known to
 * have none, so that nothing is asked of it.
 */
final class FilesTold extends Rule<LogicalPlan> {

  private final SparkSession spark;

  FilesTold(SparkSession spark) {
    this.spark = spark;
  }

  @Override
  @SuppressWarnings("serial") // It is handed to nobody.
  public LogicalPlan apply(LogicalPlan plan) {
    // What a transaction reads is to be seen by Delta.
    return OptimisticTransaction.getActive().isDefined()
        ? plan
        : plan.transform(
            new AbstractPartialFunction<LogicalPlan, LogicalPlan>() {
              @Override
              public boolean isDefinedAt(LogicalPlan node) {
                return node instanceof LogicalRelation;
              }

              @Override
              public LogicalPlan apply(LogicalPlan node) {
                return told((LogicalRelation) node);
              }
            });
  }

  private LogicalPlan told(LogicalRelation table) {
    return !table.isStreaming()
            && table.relation() instanceof HadoopFsRelation relation
            && relation.location() instanceof TahoeLogFileIndex index
        ? told(table, relation, index)
        : table;
  }

  private LogicalPlan told(
      LogicalRelation table, HadoopFsRelation relation, TahoeLogFileIndex index) {
    Snapshot snapshot = index.getSnapshot();
    Optional<List<AddFile>> files = TableLog.fromChecksum(snapshot);
    if (files.isEmpty() || !isPlain(snapshot.metadata())) {
      return table;
    }
    return files.get().isEmpty()
        ? empty(table.output())
        : table.copy(
            relation.copy(
                new KnownFileIndex(spark, index.deltaLog(), snapshot, files.get()),
                relation.partitionSchema(),
                relation.dataSchema(),
                relation.bucketSpec(),
                relation.fileFormat(),
                relation.options(),
                relation.sparkSession()),
            table.output(),
            table.catalogTable(),
            table.isStreaming(),
            table.stream());
  }

  /**
   * Whether the log calls columns by their names and files have no values of their own, as in all
   * tables of the program. Those of others are left to Delta.
   */
  private static boolean isPlain(Metadata table) {
    return table.columnMappingMode().equals(NoMapping$.MODULE$)
        && table.partitionColumns().isEmpty();
  }

  private static LocalRelation empty(Seq<AttributeReference> columns) {
    return new LocalRelation(
        TableLog.scala(List.<Attribute>copyOf(CollectionConverters.asJava(columns))),
        TableLog.scala(List.<InternalRow>of()),
        false,
        Option.empty());
  }
}
