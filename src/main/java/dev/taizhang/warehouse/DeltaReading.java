package dev.taizhang.warehouse;

import java.util.Optional;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.delta.UnresolvedPathBasedDeltaTable;
import org.apache.spark.sql.delta.commands.DescribeDeltaDetailCommand;
import org.apache.spark.sql.delta.commands.DescribeDeltaHistory;

/** What Delta adds to SQL that only reads. */
public final class DeltaReading {

  private DeltaReading() {}

  /** Whether a step of a plan is Delta's and only reads what stands under it. */
  public static boolean is(LogicalPlan step) {
    return step instanceof DescribeDeltaHistory || step instanceof DescribeDeltaDetailCommand;
  }

  /** The folder that a step names as a table, as {@code DESCRIBE HISTORY '/folder'} does. */
  public static Optional<String> folder(LogicalPlan step) {
    return step instanceof UnresolvedPathBasedDeltaTable table
        ? Optional.of(table.path())
        : Optional.empty();
  }
}
