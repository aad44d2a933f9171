package dev.taizhang.warehouse;

import dev.taizhang.warehouse.FileCondition.Share;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.files.TahoeBatchFileIndex;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The files of a table, told. Delta finds by jobs, for each table of a query, which of them may
 * have what is asked for; here it is read out of what the log says of each. The program's tables
 * have no partitions.
 */
final class KnownFileIndex extends TahoeBatchFileIndex {

  KnownFileIndex(SparkSession spark, DeltaLog log, Snapshot snapshot, List<AddFile> files) {
    super(spark, "batch", TableLog.scala(files), log, log.dataPath(), snapshot, false);
  }

  @Override
  public Seq<AddFile> matchingFiles(Seq<Expression> ofPartitions, Seq<Expression> ofRows) {
    if (!ofPartitions.isEmpty()) {
      return super.matchingFiles(ofPartitions, ofRows);
    }
    FileCondition condition = FileCondition.ofAll(CollectionConverters.asJava(ofRows));
    return TableLog.scala(
        CollectionConverters.asJava(addFiles()).stream()
            .filter(file -> condition.in(Optional.ofNullable(file.stats())) != Share.NONE)
            .toList());
  }
}
