package dev.taizhang.run;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Thresholds;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.intake.IntakeSettings;
import dev.taizhang.intake.RuleCheck;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.reference.ReferenceData;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.spark.sql.SparkSession;

/**
 * What files are read under, once every rule has been checked. Both take their time and need no
 * table, so that they are made while the warehouse is opened.
 */
final class CheckedRules {

  private final CompletableFuture<IntakeSettings> made;

  private CheckedRules(CompletableFuture<IntakeSettings> made) {
    this.made = made;
  }

  /** Begins to check. */
  static CheckedRules of(
      SparkSession spark, ReferenceData reference, Thresholds thresholds, PseudonymKey key) {
    return new CheckedRules(
        CompletableFuture.supplyAsync(
            () -> {
              RuleCheck.check(spark, reference);
              return IntakeSettings.of(spark, reference, thresholds, key, Limits.DEFAULT);
            }));
  }

  /**
   * Waits for the end.
   *
   * @throws InvalidUsage with the problems of all rules, when there are any
   */
  IntakeSettings settings() {
    try {
      return made.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
