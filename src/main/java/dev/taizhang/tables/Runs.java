package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.Instant;

/** {@code ops.runs}: every run that took something in. */
public final class Runs {

  public static final Field RUN_ID = Field.required("run_id", StringType, "Identifies the run.");
  public static final Field STARTED_AT =
      Field.required("started_at", TimestampType, "When it started, UTC.");
  public static final Field ENDED_AT =
      Field.required("ended_at", TimestampType, "When it had finished reading its files, UTC.");
  public static final Field VERSION =
      Field.required("version", StringType, "Release of the program.");
  public static final Field FILES = Field.required("files", IntegerType, "New or changed files.");
  public static final Field ROWS_READ =
      Field.required("rows_read", LongType, "Rows read from them.");

  public static final Table TABLE =
      Table.named("ops.runs")
          .grain("One row per run that read new content.")
          .fields(RUN_ID, STARTED_AT, ENDED_AT, VERSION, FILES, ROWS_READ)
          .key(RUN_ID)
          .asJournal();

  /** A run that took something in. */
  public record RecordedRun(
      String runId, Instant startedAt, Instant endedAt, String version, int files, long rowsRead) {}

  public static final RecordType<RecordedRun> RECORDS = RecordType.of(TABLE, RecordedRun.class);

  private Runs() {}
}
