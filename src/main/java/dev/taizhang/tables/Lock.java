package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.Instant;

/** {@code ops.lock}: which run is writing, if one is. */
public final class Lock {

  public static final Field HOLDER =
      Field.required("holder", StringType, "The run that holds the warehouse; empty if none does.");
  public static final Field HEARTBEAT_AT =
      Field.required("heartbeat_at", TimestampType, "When it was last known to be alive, UTC.");

  public static final Table TABLE =
      Table.named("ops.lock")
          .grain("One row: the run that holds the warehouse.")
          .fields(HOLDER, HEARTBEAT_AT)
          .key(HOLDER)
          .asJournal();

  /** Who holds the warehouse. */
  public record Holding(String holder, Instant heartbeatAt) {}

  public static final RecordType<Holding> RECORDS = RecordType.of(TABLE, Holding.class);

  private Lock() {}
}
