package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.Instant;

/**
 * {@code intake.tombstones}: whose rows are left out by law. A tombstone is a hash of a pseudonym,
 * so that the pseudonym itself is nowhere any more, while a row that comes again is recognised.
 */
public final class Tombstones {

  public static final String STUDENT = "student";
  public static final String PERSON = "person";

  public static final Field TOMBSTONE =
      Field.required("tombstone", StringType, "Hash of a student key or person id, 32 hex.");
  public static final Field KIND =
      Field.required("kind", StringType, "What it is a hash of.").oneOf(STUDENT, PERSON);
  public static final Field FORGOTTEN_AT =
      Field.required("forgotten_at", TimestampType, "When it was requested, UTC.");

  public static final Field REMOVED_AT =
      Field.optional(
          "removed_at", TimestampType, "When all their data was gone, UTC; null until then.");

  public static final Table TABLE =
      Table.named("intake.tombstones")
          .grain("One row per number of a person whose rows are left out by law.")
          .fields(TOMBSTONE, KIND, FORGOTTEN_AT, REMOVED_AT)
          .key(TOMBSTONE)
          .asJournal();

  /** A number of somebody whose rows are left out. */
  public record Tombstone(String tombstone, String kind, Instant forgottenAt, Instant removedAt) {

    /** Whether rows of theirs may still be somewhere. */
    public boolean isHalfRemoved() {
      return removedAt == null;
    }

    /** The same, once nothing is left of them; of others it was known before. */
    public Tombstone removed(Instant now) {
      return isHalfRemoved() ? new Tombstone(tombstone, kind, forgottenAt, now) : this;
    }
  }

  public static final RecordType<Tombstone> RECORDS = RecordType.of(TABLE, Tombstone.class);

  private Tombstones() {}
}
