package dev.taizhang.warehouse;

import dev.taizhang.errors.BrokenContract;
import dev.taizhang.errors.WarehouseBusy;
import dev.taizhang.tables.Table;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** What became of a write that failed. */
final class FailedWrite {

  private FailedWrite() {}

  /**
   * A write that failed, as it is told: a violated constraint is the program's or the data's fault,
   * a full disk is nobody's.
   */
  static RuntimeException told(SparkSession spark, Path root, Table table, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof WarehouseBusy lost) {
        return lost;
      }
      if (cause instanceof BrokenContract broken) {
        return broken;
      }
      if (cause.getClass().getSimpleName().contains("InvariantViolation")) {
        // The cause's own message ends with the values of the row.
        String firstLine = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new BrokenContract(
            "A row breaks the contract of %s, so nothing was written to it: %s What to do: report it; 'taizhang verify' checks the other tables."
                .formatted(table.name(), firstLine),
            failure);
      }
    }
    DiskSpace room = new DiskSpace(spark, root);
    return room.wasWanting(failure)
        ? room.told(table.name(), failure)
        : new IllegalStateException(table.name() + " could not be written", failure);
  }
}
