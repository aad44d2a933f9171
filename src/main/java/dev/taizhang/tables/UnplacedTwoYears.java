package dev.taizhang.tables;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * {@code marts.unplaced_two_years}: graduates of the last two years who are unplaced by ledger and
 * follow-up (离校两年内未就业), and when there was last a word on them. Groups are by baseline tags.
 */
public final class UnplacedTwoYears {

  public static final Table TABLE =
      Table.named("marts.unplaced_two_years")
          .grain(
              "One row per as-of date, cohort that left school in the two years before it, place of"
                  + " the university and hardship group (by baseline tags).")
          .fields(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.GRADUATION_YEAR,
              Campaign.PLACE_LEVEL,
              Campaign.PLACE_CODE,
              Campaign.PLACE_NAME,
              Dimensions.HARDSHIP_GROUP,
              count("graduates", "Graduates in the slice that speaks (毕业生总数)."),
              count("unplaced_at_slice", "Of these, unplaced in that slice, as in the rates."),
              count(
                  "found_placed",
                  "Of these, found placed, or outside of the denominator (65), by a follow-up list since, until"
                      + " the as-of date."),
              count("found_unplaced", "Graduates placed in that slice and found unplaced since."),
              count("unplaced", "unplaced_at_slice - found_placed + found_unplaced."),
              count("awaiting", "Of these, awaiting employment (待就业)."),
              count("not_seeking", "Of these, not seeking for now (暂不就业)."),
              count("outcome_unknown", "Of these, with an outcome that is not known."),
              word("oldest_word", "Of the unplaced, the oldest date of a last word."),
              word("median_word", "The date by which half of them had their last word."),
              word("newest_word", "The newest date of a last word."),
              count("no_word_30_days", "Of the unplaced, without a word in the last 30 days."),
              count("no_word_90_days", "Of the unplaced, without a word in the last 90 days."))
          .key(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.GRADUATION_YEAR,
              Campaign.PLACE_LEVEL,
              Campaign.PLACE_CODE,
              Dimensions.HARDSHIP_GROUP)
          .rule("has_graduates", "graduates > 0")
          .rule(
              "unplaced_add_up",
              "unplaced = unplaced_at_slice - found_placed + found_unplaced"
                  + " AND awaiting + not_seeking + outcome_unknown = unplaced")
          .rule(
              "unplaced_within_graduates",
              "unplaced_at_slice BETWEEN 0 AND graduates AND unplaced BETWEEN 0 AND graduates"
                  + " AND found_placed BETWEEN 0 AND unplaced_at_slice")
          .rule("has_words_on_the_unplaced", "(unplaced = 0) = (newest_word IS NULL)")
          .rule("words_in_order", "oldest_word <= median_word AND median_word <= newest_word")
          .rule(
              "silence_in_order",
              "no_word_90_days BETWEEN 0 AND no_word_30_days AND no_word_30_days <= unplaced");

  public static final RecordType<Unplaced> RECORDS = RecordType.of(TABLE, Unplaced.class);

  private UnplacedTwoYears() {}

  private static Field count(String name, String comment) {
    return Field.required(name, LongType, comment);
  }

  private static Field word(String name, String comment) {
    return Field.optional(name, DateType, comment + " Null where nobody is unplaced.");
  }

  /**
   * One row of the table; the components are its columns.
   *
   * @param asOfDate date that the figures speak of
   * @param asOfKind plain or official
   * @param graduationYear the cohort
   * @param placeLevel all, province, prefecture or university
   * @param placeCode code of the division or university, or all
   * @param placeName its name; null where it is not known
   * @param hardshipGroup the hardship group, by baseline tags
   * @param graduates how many there are
   * @param unplacedAtSlice of them, unplaced in the slice that speaks
   * @param foundPlaced of those, found placed since
   * @param foundUnplaced graduates placed in that slice, found unplaced since
   * @param unplaced how many are unplaced
   * @param awaiting of them, awaiting employment
   * @param notSeeking of them, not seeking for now
   * @param outcomeUnknown of them, with an outcome that is not known
   * @param oldestWord oldest date of a last word; null where nobody is unplaced
   * @param medianWord date by which half had their last word; null where nobody is unplaced
   * @param newestWord newest date of a last word; null where nobody is unplaced
   * @param noWord30Days of the unplaced, without a word in the last 30 days
   * @param noWord90Days of the unplaced, without a word in the last 90 days
   */
  public record Unplaced(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      String placeLevel,
      String placeCode,
      String placeName,
      String hardshipGroup,
      long graduates,
      long unplacedAtSlice,
      long foundPlaced,
      long foundUnplaced,
      long unplaced,
      long awaiting,
      long notSeeking,
      long outcomeUnknown,
      LocalDate oldestWord,
      LocalDate medianWord,
      LocalDate newestWord,
      long noWord30Days,
      long noWord90Days)
      implements Serializable {

    public Unplaced {
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(asOfKind, "asOfKind");
      requireNonNull(placeLevel, "placeLevel");
      requireNonNull(placeCode, "placeCode");
      requireNonNull(hardshipGroup, "hardshipGroup");
    }
  }
}
