package dev.taizhang.warehouse;

import java.util.List;
import org.apache.spark.sql.delta.CurrentTransactionInfo;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.DomainMetadata;
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.Option;

/**
 * The transaction that makes a table without rows. Delta asks by a job, the first of a process,
 * which files a table had before there was one; here the answer is known.
 */
final class FirstCommit extends OptimisticTransaction {

  FirstCommit(DeltaLog log) {
    super(log, Option.empty(), Option.empty());
  }

  /** What it logs is Delta's to tell and none of the program's steps. */
  @Override
  public String logName() {
    return OptimisticTransaction.class.getName();
  }

  /** What the checksum file says of the table: no files, and all of them are named. */
  @Override
  public Option<VersionChecksum> incrementallyDeriveChecksum(
      long version, CurrentTransactionInfo commit) {
    return Option.apply(
        new VersionChecksum(
            Option.apply(commit.txnId()),
            0,
            0,
            Option.empty(),
            Option.empty(),
            1,
            1,
            Option.empty(),
            Option.apply(TableLog.scala(List.<SetTransaction>of())),
            Option.apply(TableLog.scala(List.<DomainMetadata>of())),
            commit.metadata(),
            commit.protocol(),
            Option.empty(),
            Option.empty(),
            Option.apply(TableLog.scala(List.<AddFile>of())),
            Option.empty()));
  }
}
