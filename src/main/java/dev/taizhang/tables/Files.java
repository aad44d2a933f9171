package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.Instant;

/** {@code intake.files}: what is known of each path, so that unchanged files are not read again. */
public final class Files {

  public static final Field PATH =
      Field.required(
          "path",
          StringType,
          "Path below the landing folder, with / between parts and a hash in place of what"
              + " may be a person's name.");
  public static final Field BYTE_SIZE =
      Field.required("byte_size", LongType, "Size in bytes when it was read.");
  public static final Field MODIFIED_AT =
      Field.required("modified_at", TimestampType, "Modification time when it was read, UTC.");
  public static final Field CHANGE_TOKEN =
      Field.optional("change_token", StringType, "Change time or etag, if the store has one.");
  public static final Field SUBMISSION_ID =
      Dimensions.SUBMISSION_ID.meaning("The submission that has its content.");

  public static final Table TABLE =
      Table.named("intake.files")
          .grain("One row per path in the landing folder.")
          .fields(PATH, BYTE_SIZE, MODIFIED_AT, CHANGE_TOKEN, SUBMISSION_ID)
          .key(PATH)
          .rule("size_not_negative", "byte_size >= 0")
          .asJournal();

  /** What lay at a path when it was read. */
  public record KnownFile(
      String path, long byteSize, Instant modifiedAt, String changeToken, String submissionId) {

    /** Whether the store told what differs whenever the bytes may. */
    public boolean hasChangeToken() {
      return changeToken != null && !changeToken.isEmpty();
    }
  }

  public static final RecordType<KnownFile> RECORDS = RecordType.of(TABLE, KnownFile.class);

  private Files() {}
}
