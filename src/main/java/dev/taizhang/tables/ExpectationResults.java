package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.time.LocalDate;

/** {@code intake.expectation_results}: how often each submission breaks each rule. */
public final class ExpectationResults {

  public static final Field SUBMISSION_ID = Dimensions.SUBMISSION_ID;
  public static final Field RULE_ID =
      Field.required("rule_id", StringType, "The rule, as in expectations.csv or the job file.");
  public static final Field SNAPSHOT_DATE = Dimensions.SNAPSHOT_DATE;
  public static final Field SEVERITY =
      Field.required("severity", StringType, "What happens to a row that breaks it.")
          .oneOf("quarantine", "flag");
  public static final Field SCOPE =
      Field.required("scope", StringType, "Whether the rule is about one row or the whole file.")
          .oneOf("row", "file");
  public static final Field BROKEN_COUNT =
      Field.required("broken_count", LongType, "Rows of the submission that break it.");

  public static final Table TABLE =
      Table.named("intake.expectation_results")
          .grain("One row per submission and rule that it breaks.")
          .fields(SUBMISSION_ID, RULE_ID, SNAPSHOT_DATE, SEVERITY, SCOPE, BROKEN_COUNT)
          .key(SUBMISSION_ID, RULE_ID)
          .rule("counts_something", "broken_count > 0");

  /** How often a submission breaks a rule. */
  public record BrokenCount(
      String submissionId,
      String ruleId,
      LocalDate snapshotDate,
      String severity,
      String scope,
      long brokenCount) {}

  public static final RecordType<BrokenCount> RECORDS = RecordType.of(TABLE, BrokenCount.class);

  private ExpectationResults() {}
}
