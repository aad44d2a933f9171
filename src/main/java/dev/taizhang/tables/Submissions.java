package dev.taizhang.tables;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructType;

/** {@code intake.submissions}: every file that came in, and what became of it. */
public final class Submissions {

  public static final String ACCEPTED = "accepted";
  public static final String REJECTED = "rejected";
  public static final String RETRACTED = "retracted";

  public static final Field SUBMISSION_ID = Dimensions.SUBMISSION_ID;
  public static final Field FEED =
      Field.required("feed", StringType, "Kind of file.")
          .oneOf("ledger", "follow_up", "assistance");
  public static final Field UNIVERSITY_CODE =
      Dimensions.UNIVERSITY_CODE
          .orNull()
          .meaning("Code of the submitter; null when the file name has none.");
  public static final Field SNAPSHOT_DATE =
      Field.optional("snapshot_date", DateType, "Snapshot date; null when the file name has none.");
  public static final Field PART =
      Field.optional("part", IntegerType, "Number of the part; null for a whole snapshot.");
  public static final Field FILE_NAME =
      Field.required(
          "file_name",
          StringType,
          "File name as first seen, with a hash in place of what may be a person's name.");
  public static final Field BYTE_SIZE =
      Field.required("byte_size", LongType, "Size of the file in bytes.");
  public static final Field MODIFIED_AT =
      Field.required(
          "modified_at", TimestampType, "Modification time as first seen, UTC; orders files.");
  public static final Field ORDERED_AT =
      Field.optional(
          "ordered_at",
          TimestampType,
          "Position in time among competing files, UTC, if it is not the modification"
              + " time: the content replaced other content at the same path, so it comes later"
              + " whatever its own time says.");
  public static final Field RECEIVED_AT =
      Field.required("received_at", TimestampType, "When a run first saw it, UTC.");
  public static final Field TEMPLATE =
      Field.optional(
          "template",
          StringType,
          "Which columns the file has: a national template, or a hash of the header.");
  public static final Field ENCODING =
      Field.optional(
          "encoding", StringType, "Character encoding of a text file; xlsx or xls for a workbook.");
  public static final Field CONFIGURATION =
      Field.required(
          "configuration", StringType, "Fingerprint of the configuration it was read under.");
  public static final Field STATUS =
      Field.required("status", StringType, "Whether it was accepted, rejected or retracted.")
          .oneOf(ACCEPTED, REJECTED, RETRACTED);
  public static final Field REASON_CODE =
      Field.optional("reason_code", StringType, "Why it was rejected, as a code.");
  public static final Field REASON =
      Field.optional("reason", StringType, "Why it was rejected and what to do, for a person.");
  public static final Field ROW_COUNT =
      Field.optional("row_count", LongType, "Rows read below the header; null when rejected.");
  public static final Field ACCEPTED_COUNT =
      Field.optional("accepted_count", LongType, "Rows in ledger.entries; null when rejected.");
  public static final Field QUARANTINED_COUNT =
      Field.optional(
          "quarantined_count", LongType, "Rows in intake.quarantine; null when rejected.");
  public static final Field FLAGGED_COUNT =
      Field.optional("flagged_count", LongType, "Accepted rows with a flag; null when rejected.");
  public static final Field FORGOTTEN_COUNT =
      Field.optional("forgotten_count", LongType, "Rows dropped by law; null when rejected.");
  public static final Field COHORTS =
      Field.optional(
          "cohorts",
          createArrayType(
              new StructType()
                  .add(Dimensions.GRADUATION_YEAR.name(), IntegerType, true)
                  .add("accepted_count", LongType, true)
                  .add("by_person_count", LongType, true),
              false),
          "Rows of a ledger by graduation year: accepted ones, and those that name a graduate by ID"
              + " number alone; without a year, quarantined rows that name a graduate.");
  public static final Field HIDDEN_SHEETS =
      Field.optional(
          "hidden_sheets",
          createArrayType(IntegerType, false),
          "Positions, among all sheets of the workbook and from 1, of the hidden sheets,"
              + " which were not read; null if there are none.");
  public static final Field RUN_ID =
      Field.required("run_id", StringType, "The run that decided its status.");

  public static final Table TABLE =
      Table.named("intake.submissions")
          .grain("One row per file content for one feed, submitter and snapshot date.")
          .fields(
              SUBMISSION_ID,
              FEED,
              UNIVERSITY_CODE,
              SNAPSHOT_DATE,
              PART,
              FILE_NAME,
              BYTE_SIZE,
              MODIFIED_AT,
              RECEIVED_AT,
              TEMPLATE,
              ENCODING,
              CONFIGURATION,
              STATUS,
              REASON_CODE,
              REASON,
              ROW_COUNT,
              ACCEPTED_COUNT,
              QUARANTINED_COUNT,
              FLAGGED_COUNT,
              FORGOTTEN_COUNT,
              RUN_ID,
              COHORTS,
              ORDERED_AT,
              HIDDEN_SHEETS)
          .key(SUBMISSION_ID)
          .rule("nothing_lost", "row_count = accepted_count + quarantined_count + forgotten_count")
          .rule(
              "accepted_is_complete",
              "status = 'rejected' OR (university_code IS NOT NULL AND snapshot_date IS NOT NULL"
                  + " AND row_count IS NOT NULL)")
          .rule(
              "rejected_has_reason",
              "status <> 'rejected' OR (reason_code IS NOT NULL AND reason IS NOT NULL)")
          .asJournal();

  /** Why a submission does not count whose file has another name, and so another date or code. */
  public static final String RENAMED = "renamed";

  /**
   * Rows of one cohort in one file.
   *
   * @param graduationYear null for quarantined rows that name a person and no cohort
   * @param acceptedCount accepted rows
   * @param byPersonCount rows, accepted or quarantined, that name their graduate by ID number alone
   */
  public record CohortRows(Integer graduationYear, Long acceptedCount, Long byPersonCount) {}

  /** What was counted of a file's rows. */
  public record Counts(
      long rowCount,
      long acceptedCount,
      long quarantinedCount,
      long flaggedCount,
      long forgottenCount,
      List<CohortRows> cohorts) {

    public Counts {
      cohorts = List.copyOf(cohorts);
    }
  }

  /** A file that came in. */
  public record Submission(
      String submissionId,
      String feed,
      String universityCode,
      LocalDate snapshotDate,
      Integer part,
      String fileName,
      long byteSize,
      Instant modifiedAt,
      Instant receivedAt,
      String template,
      String encoding,
      String configuration,
      String status,
      String reasonCode,
      String reason,
      Long rowCount,
      Long acceptedCount,
      Long quarantinedCount,
      Long flaggedCount,
      Long forgottenCount,
      String runId,
      List<CohortRows> cohorts,
      Instant orderedAt,
      List<Integer> hiddenSheets) {

    /** The order of {@link #arrival()}. */
    public static final Comparator<Submission> BY_ARRIVAL =
        Comparator.comparing(Submission::place)
            .thenComparing(Submission::fileName, ByteOrder.OF_TEXTS)
            .thenComparing(Submission::submissionId, ByteOrder.OF_TEXTS);

    /** Whether it is a ledger and no list of another feed. */
    public boolean isLedger() {
      return feed.equals("ledger");
    }

    /** Place among competing files by time. */
    public Instant place() {
      return orderedAt == null ? modifiedAt : orderedAt;
    }

    public boolean isAccepted() {
      return status.equals(ACCEPTED);
    }

    public boolean isRejected() {
      return status.equals(REJECTED);
    }

    /** Whether it does not count since its file has another name, with another date or code. */
    public boolean isRenamed() {
      return RENAMED.equals(reasonCode);
    }

    /** The same, with another status for the same reason. */
    public Submission withStatus(String other) {
      return RECORDS.with(this, STATUS, other);
    }

    /** The same, with what became of it and why; both null for an accepted one. */
    public Submission withStatus(String other, String code, String why) {
      return RECORDS.with(RECORDS.with(withStatus(other), REASON_CODE, code), REASON, why);
    }

    /** The same, under the name that its file has. */
    public Submission withName(String name, Integer number) {
      return RECORDS.with(RECORDS.with(this, FILE_NAME, name), PART, number);
    }

    /** The same, first seen with this time of modification. */
    public Submission withModifiedAt(Instant first) {
      return RECORDS.with(this, MODIFIED_AT, first);
    }

    /** The same, at this place among competing files. */
    public Submission withOrderedAt(Instant place) {
      return RECORDS.with(this, ORDERED_AT, place);
    }

    /** The same, with these counts of its rows. */
    public Submission withCounts(Counts counts) {
      Submission counted = RECORDS.with(this, ROW_COUNT, counts.rowCount());
      counted = RECORDS.with(counted, ACCEPTED_COUNT, counts.acceptedCount());
      counted = RECORDS.with(counted, QUARANTINED_COUNT, counts.quarantinedCount());
      counted = RECORDS.with(counted, FLAGGED_COUNT, counts.flaggedCount());
      counted = RECORDS.with(counted, FORGOTTEN_COUNT, counts.forgottenCount());
      return RECORDS.with(counted, COHORTS, counts.cohorts());
    }
  }

  public static final RecordType<Submission> RECORDS = RecordType.of(TABLE, Submission.class);

  private Submissions() {}

  /**
   * The order of competing files: modification time as first seen, or the place after the bytes
   * whose path they took; then name. Two files that share both share all but their folder, and the
   * id decides only so that one of them does.
   */
  public static Column arrival() {
    return struct(
        coalesce(ORDERED_AT.column(), MODIFIED_AT.column()).as(ORDERED_AT.name()),
        FILE_NAME.column(),
        SUBMISSION_ID.column());
  }
}
