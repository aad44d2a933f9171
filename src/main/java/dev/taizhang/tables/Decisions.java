package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/** {@code intake.decisions}: what people decided, which the tables depend on like on files. */
public final class Decisions {

  public static final String AS_OF = "as_of";
  public static final String ACCEPT = "accept";
  public static final String RETRACT = "retract";
  public static final String LOCK = "lock";
  public static final String PLAIN = "plain";
  public static final String OFFICIAL = "official";

  public static final Field DECISION_ID =
      Field.required("decision_id", StringType, "Identifies the decision: SHA-256 in hex.");
  public static final Field KIND =
      Field.required("kind", StringType, "What was decided.").oneOf(AS_OF, ACCEPT, RETRACT, LOCK);
  public static final Field AS_OF_DATE =
      Field.optional("as_of_date", DateType, "The date requested or locked.");
  public static final Field SUBMISSION_ID =
      Dimensions.SUBMISSION_ID.orNull().meaning("The submission decided on.");
  public static final Field GRADUATION_YEAR =
      Field.optional("graduation_year", IntegerType, "The cohort decided on.");
  public static final Field WHY = Field.optional("why", StringType, "The reason given.");
  public static final Field DECIDED_AT =
      Field.required("decided_at", TimestampType, "When it was decided, UTC.");
  public static final Field AS_OF_KIND =
      Field.optional("as_of_kind", StringType, "Kind of date requested or locked; null for plain.")
          .oneOf(PLAIN, OFFICIAL, "weekly");
  public static final Field WINDOW_DAYS =
      Field.optional(
          "window_days",
          IntegerType,
          "Window requested with an official date; null for the default.");

  public static final Table TABLE =
      Table.named("intake.decisions")
          .grain("One row per decision.")
          .fields(
              DECISION_ID,
              KIND,
              AS_OF_DATE,
              SUBMISSION_ID,
              GRADUATION_YEAR,
              WHY,
              DECIDED_AT,
              AS_OF_KIND,
              WINDOW_DAYS)
          .key(DECISION_ID)
          .asJournal();

  /** What somebody decided. */
  public record Decision(
      String decisionId,
      String kind,
      LocalDate asOfDate,
      String submissionId,
      Integer graduationYear,
      String why,
      Instant decidedAt,
      String asOfKind,
      Integer windowDays) {

    /** The order in which they were taken. */
    public static final Comparator<Decision> BY_TIME =
        Comparator.comparing(Decision::decidedAt)
            .thenComparing(Decision::decisionId, ByteOrder.OF_TEXTS);

    /** Figures that were asked for. */
    public static Decision asOf(
        String id, LocalDate date, String asOfKind, Integer windowDays, Instant decidedAt) {
      return new Decision(id, AS_OF, date, null, null, null, decidedAt, asOfKind, windowDays);
    }

    /** A submission, or one cohort of it, that was accepted or retracted. */
    public static Decision ofFile(
        String id,
        String kind,
        String submissionId,
        Integer graduationYear,
        String why,
        Instant decidedAt) {
      return new Decision(id, kind, null, submissionId, graduationYear, why, decidedAt, null, null);
    }

    /** An official date that was locked. */
    public static Decision lock(String id, LocalDate date, String why, Instant decidedAt) {
      return new Decision(id, LOCK, date, null, null, why, decidedAt, OFFICIAL, null);
    }

    /** Whether it says of a file, or of a cohort of one, if it counts. */
    public boolean isOfFile() {
      return kind.equals(ACCEPT) || kind.equals(RETRACT);
    }

    /** Whether it locks an official date. */
    public boolean isLock() {
      return kind.equals(LOCK);
    }
  }

  public static final RecordType<Decision> RECORDS = RecordType.of(TABLE, Decision.class);

  private Decisions() {}
}
