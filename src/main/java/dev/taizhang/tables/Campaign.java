package dev.taizhang.tables;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * {@code marts.campaign}: what became of those who were unplaced on 1 July, at each month's end
 * until December (离校未就业毕业生服务攻坚行动). Groups are by baseline tags.
 */
public final class Campaign {

  public static final String PROVINCE = "province";
  public static final String PREFECTURE = "prefecture";
  public static final String UNIVERSITY = "university";

  public static final Field MONTH_END =
      Field.required("month_end", DateType, "Last day of the month.");
  public static final Field PLACE_LEVEL =
      Field.required("place_level", StringType, "Level of the place, by the university's.")
          .oneOf(Dimensions.ALL, PROVINCE, PREFECTURE, UNIVERSITY);
  public static final Field PLACE_CODE =
      Field.required(
          "place_code",
          StringType,
          "Six-digit division code (000000 if unknown), code of the university, or all.");
  public static final Field PLACE_NAME =
      Field.optional("place_name", StringType, "Name of the division or university.");

  public static final Table TABLE =
      Table.named("marts.campaign")
          .grain(
              "One row per as-of date, cohort, month's end from July to December that it has"
                  + " reached, place of the university and hardship group (by baseline tags) with"
                  + " somebody unplaced on 1 July.")
          .fields(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.GRADUATION_YEAR,
              MONTH_END,
              PLACE_LEVEL,
              PLACE_CODE,
              PLACE_NAME,
              Dimensions.HARDSHIP_GROUP,
              count("unplaced_on_1_july", "Graduates unplaced in the slice that spoke on 1 July."),
              count("placed_since", "Of these, placed at the month's end (落实)."),
              count("awaiting", "Of these, awaiting employment (待就业)."),
              count("not_seeking", "Of these, not seeking for now (暂不就业)."),
              count("outcome_unknown", "Of these, with an outcome that is not known."),
              count(
                  "lost_from_view",
                  "Of these, not placed as far as is known, and in the ledger no more or outside of"
                      + " its denominator, or at a university that has not reported for more than"
                      + " 30 days."),
              share("placed_share", "placed_since / unplaced_on_1_july, 0 to 1."),
              share("placed_share_low", "Lower limit of the 95 % Wilson interval."),
              share("placed_share_high", "Upper limit of the 95 % Wilson interval."))
          .key(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.GRADUATION_YEAR,
              MONTH_END,
              PLACE_LEVEL,
              PLACE_CODE,
              Dimensions.HARDSHIP_GROUP)
          .rule(
              "everybody_is_somewhere",
              "unplaced_on_1_july > 0 AND placed_since + awaiting + not_seeking + outcome_unknown"
                  + " + lost_from_view = unplaced_on_1_july")
          .rule(
              "counts_of_somebody",
              "placed_since >= 0 AND awaiting >= 0 AND not_seeking >= 0 AND outcome_unknown >= 0"
                  + " AND lost_from_view >= 0")
          .rule("month_is_reached", "month_end <= as_of_date AND month_end = last_day(month_end)")
          .rule(
              "share_within_limits",
              "placed_share_low <= placed_share AND placed_share <= placed_share_high");

  public static final RecordType<CampaignMonth> RECORDS = RecordType.of(TABLE, CampaignMonth.class);

  private Campaign() {}

  private static Field count(String name, String comment) {
    return Field.required(name, LongType, comment);
  }

  private static Field share(String name, String comment) {
    return Field.required(name, DoubleType, comment);
  }

  /**
   * One row of the table; the components are its columns.
   *
   * @param asOfDate date that the figures speak of
   * @param asOfKind plain or official
   * @param graduationYear the cohort
   * @param monthEnd last day of the month
   * @param placeLevel all, province, prefecture or university
   * @param placeCode code of the division or university, or all
   * @param placeName its name; null where it is not known
   * @param hardshipGroup the hardship group, by baseline tags
   * @param unplacedOn1July graduates unplaced on 1 July
   * @param placedSince of them, placed
   * @param awaiting of them, awaiting employment
   * @param notSeeking of them, not seeking for now
   * @param outcomeUnknown of them, with an outcome that is not known
   * @param lostFromView of them, those whom the ledger tells of no more
   * @param placedShare share of those placed
   * @param placedShareLow its lower limit
   * @param placedShareHigh its upper limit
   */
  public record CampaignMonth(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      LocalDate monthEnd,
      String placeLevel,
      String placeCode,
      String placeName,
      String hardshipGroup,
      long unplacedOn1July,
      long placedSince,
      long awaiting,
      long notSeeking,
      long outcomeUnknown,
      long lostFromView,
      double placedShare,
      double placedShareLow,
      double placedShareHigh)
      implements Serializable {

    public CampaignMonth {
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(asOfKind, "asOfKind");
      requireNonNull(monthEnd, "monthEnd");
      requireNonNull(placeLevel, "placeLevel");
      requireNonNull(placeCode, "placeCode");
      requireNonNull(hardshipGroup, "hardshipGroup");
    }
  }
}
