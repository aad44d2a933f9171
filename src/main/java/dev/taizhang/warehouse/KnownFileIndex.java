package dev.taizhang.warehouse;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.files.TahoeBatchFileIndex;
import scala.collection.immutable.Seq;

/**
 * The files of a table, told. Delta asks a plan of its own, for each table of a query, which of
 * them lie in the wanted partitions; the program's tables have none, so that all of them do.
 */
final class KnownFileIndex extends TahoeBatchFileIndex {

  KnownFileIndex(SparkSession spark, DeltaLog log, Snapshot snapshot, List<AddFile> files) {
    super(spark, "batch", TableLog.scala(files), log, log.dataPath(), snapshot, false);
  }

  @Override
  public Seq<AddFile> matchingFiles(Seq<Expression> ofPartitions, Seq<Expression> ofRows) {
    return ofPartitions.isEmpty() ? addFiles() : super.matchingFiles(ofPartitions, ofRows);
  }
}
