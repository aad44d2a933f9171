package dev.taizhang.tables;

import static dev.taizhang.tables.HelpColumns.CUT_OF_GROUP;
import static dev.taizhang.tables.HelpColumns.and;
import static dev.taizhang.tables.HelpColumns.count;
import static dev.taizhang.tables.HelpColumns.value;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * {@code marts.assistance_funnel}: how far recommendations led, in people, and how long it was from
 * the first help one to one until placed. It describes, and says nothing of what help does.
 */
public final class AssistanceFunnel {

  public static final Table TABLE =
      Table.named("marts.assistance_funnel")
          .grain(
              "One row per as-of date, cohort, province or university and hardship group (by"
                  + " baseline tags) with somebody recommended or helped one to one.")
          .fields(
              and(
                  CUT_OF_GROUP,
                  count("recommended", "Graduates to whom a post was recommended."),
                  count("applied", "Of these, who applied or came further."),
                  count("interviewed", "Who were interviewed or came further."),
                  count("offered", "Who had an offer or signed."),
                  count("signed", "Who signed, as assistance ledgers say."),
                  value("signed_share", "signed / recommended, 0 to 1."),
                  count(
                      "helped_one_to_one",
                      "Graduates who were unplaced when they were first helped one to one."),
                  count("placed_since", "Of these, placed by a slice after that day."),
                  value(
                      "median_days_to_placement",
                      "Days from that help until half were placed (Kaplan and Meier); null while"
                          + " more than half are not."),
                  value("median_days_low", "Lower 95 % limit of it."),
                  value("median_days_high", "Upper 95 % limit of it; null if it is not reached.")))
          .key(CUT_OF_GROUP.toArray(Field[]::new))
          .rule("is_about_somebody", "recommended + helped_one_to_one > 0")
          .rule(
              "stages_in_turn",
              "recommended >= applied AND applied >= interviewed AND interviewed >= offered"
                  + " AND offered >= signed AND signed >= 0")
          .rule("placed_within_helped", "placed_since BETWEEN 0 AND helped_one_to_one")
          .rule("share_from_zero_to_one", "signed_share BETWEEN 0 AND 1")
          .rule(
              "median_within_limits",
              "median_days_to_placement >= 0"
                  + " AND coalesce(median_days_low, 0) <= median_days_to_placement"
                  + " AND median_days_to_placement"
                  + " <= coalesce(median_days_high, median_days_to_placement)");

  public static final RecordType<Led> RECORDS = RecordType.of(TABLE, Led.class);

  private AssistanceFunnel() {}

  /**
   * One row of the table; the components are its columns.
   *
   * @param asOfDate date that the figures speak of
   * @param asOfKind plain or official
   * @param graduationYear the cohort
   * @param provinceCode province of the university, or all
   * @param universityCode the university, or all
   * @param hardshipGroup the hardship group, by baseline tags
   * @param recommended people to whom a post was recommended
   * @param applied of these, who applied
   * @param interviewed who were interviewed
   * @param offered who had an offer
   * @param signed who signed
   * @param signedShare share of the last; null where there was no recommendation
   * @param helpedOneToOne unplaced when first helped one to one
   * @param placedSince of these, placed since
   * @param medianDaysToPlacement days until half were placed; null where fewer are
   * @param medianDaysLow its lower limit
   * @param medianDaysHigh its upper limit
   */
  public record Led(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      String provinceCode,
      String universityCode,
      String hardshipGroup,
      long recommended,
      long applied,
      long interviewed,
      long offered,
      long signed,
      Double signedShare,
      long helpedOneToOne,
      long placedSince,
      Double medianDaysToPlacement,
      Double medianDaysLow,
      Double medianDaysHigh)
      implements Serializable {

    public Led {
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(hardshipGroup, "hardshipGroup");
    }
  }
}
