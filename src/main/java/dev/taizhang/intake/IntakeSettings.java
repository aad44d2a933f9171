package dev.taizhang.intake;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Thresholds;
import dev.taizhang.conform.FeedRules;
import dev.taizhang.conform.Forgotten;
import dev.taizhang.conform.Lookups;
import dev.taizhang.conform.RowReading;
import dev.taizhang.landing.Feed;
import dev.taizhang.landing.Surveyor;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.reference.ReferenceData;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * What files are read under; goes to Spark's tasks.
 *
 * @param surveyor takes the first look at a file
 * @param reading what cells mean
 * @param rules the rules of each feed, by its id
 * @param destroyedIdentityShare share of a file's ID numbers that end in 000 from which all of them
 *     are taken to be destroyed by a spreadsheet
 * @param key under which people become pseudonyms
 * @param forgotten the people whose rows are left out by law
 * @param limits what a file may be at most
 * @param takenIn the submissions whose content is not read again
 */
public record IntakeSettings(
    Surveyor surveyor,
    RowReading reading,
    Map<String, FeedRules> rules,
    double destroyedIdentityShare,
    PseudonymKey key,
    Forgotten forgotten,
    Limits limits,
    Set<String> takenIn)
    implements Serializable {

  public IntakeSettings {
    rules = Map.copyOf(rules);
    takenIn = Set.copyOf(takenIn);
  }

  /** What files are read under where nobody is forgotten and nothing is known. */
  public static IntakeSettings of(
      SparkSession spark,
      ReferenceData reference,
      Thresholds thresholds,
      PseudonymKey key,
      Limits limits) {
    return new IntakeSettings(
        new Surveyor(
            reference.columnAliases(),
            reference.templates(),
            limits,
            spark.sparkContext().hadoopConfiguration()),
        RowReading.of(Lookups.of(reference), thresholds),
        FeedRules.of(
            spark, reference.expectations(), Arrays.stream(Feed.values()).map(Feed::id).toList()),
        thresholds.destroyedIdentityShare(),
        key,
        new Forgotten(Set.of()),
        limits,
        Set.of());
  }

  /** The same under other rules. */
  IntakeSettings under(Map<String, FeedRules> others) {
    return new IntakeSettings(
        surveyor, reading, others, destroyedIdentityShare, key, forgotten, limits, takenIn);
  }

  /** The same, where these people are forgotten. */
  public IntakeSettings without(Forgotten people) {
    return new IntakeSettings(
        surveyor, reading, rules, destroyedIdentityShare, key, people, limits, takenIn);
  }

  /** The same, where the content of these submissions is known. */
  public IntakeSettings knowing(Set<String> submissions) {
    return new IntakeSettings(
        surveyor, reading, rules, destroyedIdentityShare, key, forgotten, limits, submissions);
  }
}
