package dev.taizhang.tables;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * {@code marts.time_to_placement}: which share of graduates is placed by which day, and which still
 * waits. Groups are by baseline tags.
 */
public final class TimeToPlacement {

  /** Days since 1 January of the graduation year, of everybody. */
  public static final String CALENDAR = "calendar";

  /** Days since the graduation day, of those unplaced then. */
  public static final String GRADUATION = "graduation";

  public static final Field CLOCK =
      Field.required(
              "clock",
              StringType,
              "From when on days are counted: 1 January of the graduation year, for everybody; or"
                  + " the graduation day, for whoever is unplaced on it.")
          .oneOf(CALENDAR, GRADUATION);
  public static final Field DISCIPLINE_CATALOGUE =
      Field.required(
          "discipline_catalogue",
          StringType,
          "Catalogue of the discipline: academic, vocational or unknown; all where the row is not"
              + " cut by discipline.");
  public static final Field DISCIPLINE_CODE =
      Field.required("discipline_code", StringType, "Code of the discipline, unknown or all.");
  public static final Field DAY =
      Field.required(
          "day",
          IntegerType,
          "Days since the clock's beginning: 0 and ends of months; or 0, 30, 60, 90, 180, 365.");
  public static final Field GRADUATES =
      count("graduates", "Graduates who are watched from day 0 on.");
  public static final Field LOST =
      count(
          "lost",
          "Graduates whom a slice or finding until the day told unplaced after a placement (解约),"
              + " whether or not it had lasted.");

  public static final Table TABLE =
      Table.named("marts.time_to_placement")
          .grain(
              "One row per as-of date, cohort, clock, cut by degree level, discipline or province"
                  + " of the university or by none, hardship group (by baseline tags) and day that"
                  + " is known.")
          .fields(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.GRADUATION_YEAR,
              CLOCK,
              Dimensions.DEGREE_CUT,
              DISCIPLINE_CATALOGUE,
              DISCIPLINE_CODE,
              OutcomeCounts.PROVINCE_CODE,
              Dimensions.HARDSHIP_GROUP,
              DAY,
              Field.optional(
                  "on_date", DateType, "The day's date; null since graduation, which differs."),
              GRADUATES,
              count("employment", "Of these, placed in employment until the day."),
              count("domestic_study", "Of these, placed in further study in the country until it."),
              count("abroad", "Of these, placed by going abroad (出国、出境) until it."),
              count("censored", "Of these, unplaced when they were watched last, until it."),
              count("at_risk", "The others: at the end of the day watched and unplaced."),
              LOST,
              share("unplaced_share", "Share still unplaced at the end of the day (Kaplan-Meier)."),
              limit("unplaced_share_low", "Its lower 95 % limit (Greenwood, log-log)."),
              limit("unplaced_share_high", "Its upper 95 % limit (Greenwood, log-log)."),
              share("employment_share", "Share placed in employment by then (Aalen-Johansen)."),
              share("domestic_study_share", "Share placed in further study in the country."),
              share("abroad_share", "Share placed by going abroad."),
              share(
                  "unplaced_share_earliest",
                  "unplaced_share if each placement happened on its earliest day."),
              share(
                  "unplaced_share_latest",
                  "unplaced_share if each placement happened on its latest day."))
          .key(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.GRADUATION_YEAR,
              CLOCK,
              Dimensions.DEGREE_CUT,
              DISCIPLINE_CATALOGUE,
              DISCIPLINE_CODE,
              OutcomeCounts.PROVINCE_CODE,
              Dimensions.HARDSHIP_GROUP,
              DAY)
          .rule(
              "everybody_is_somewhere",
              "graduates > 0 AND at_risk >= 0"
                  + " AND employment + domestic_study + abroad + censored + at_risk = graduates")
          .rule(
              "shares_add_up",
              "abs(unplaced_share + employment_share + domestic_study_share + abroad_share - 1)"
                  + " < 1e-9")
          .rule(
              "shares_within_limits",
              "unplaced_share BETWEEN 0 AND 1 AND unplaced_share_low <= unplaced_share"
                  + " AND unplaced_share <= unplaced_share_high")
          .rule("lost_within_graduates", "lost BETWEEN 0 AND graduates");

  public static final RecordType<PlacedByDay> RECORDS = RecordType.of(TABLE, PlacedByDay.class);

  private TimeToPlacement() {}

  static Field count(String name, String comment) {
    return Field.required(name, LongType, comment);
  }

  private static Field share(String name, String comment) {
    return Field.required(name, DoubleType, comment);
  }

  private static Field limit(String name, String comment) {
    return Field.optional(name, DoubleType, comment + " Null where the share is 0 or 1.");
  }

  /**
   * One row of the table; the components are its columns.
   *
   * @param asOfDate date that the figures speak of
   * @param asOfKind plain or official
   * @param graduationYear the cohort
   * @param clock from when on days are counted
   * @param degreeLevel level of the degree, or all
   * @param disciplineCatalogue academic, vocational, unknown or all
   * @param disciplineCode discipline of the major, or all
   * @param provinceCode province of the university, or all
   * @param hardshipGroup the hardship group, by baseline tags
   * @param day days since the clock's beginning
   * @param onDate the day's date; null where it differs between graduates
   * @param graduates who are watched from day 0 on
   * @param employment of them, placed in employment until the day
   * @param domesticStudy of them, placed in further study until the day
   * @param abroad of them, placed by going abroad until the day
   * @param censored of them, watched no longer
   * @param atRisk of them, watched and unplaced
   * @param lost of them, told unplaced after a placement
   * @param unplacedShare share that is still unplaced
   * @param unplacedShareLow its lower limit; null where the share is 0 or 1
   * @param unplacedShareHigh its upper limit; null where the share is 0 or 1
   * @param employmentShare share placed in employment
   * @param domesticStudyShare share placed in further study
   * @param abroadShare share placed by going abroad
   * @param unplacedShareEarliest the first share, by the earliest days
   * @param unplacedShareLatest the first share, by the latest days
   */
  public record PlacedByDay(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      String clock,
      String degreeLevel,
      String disciplineCatalogue,
      String disciplineCode,
      String provinceCode,
      String hardshipGroup,
      int day,
      LocalDate onDate,
      long graduates,
      long employment,
      long domesticStudy,
      long abroad,
      long censored,
      long atRisk,
      long lost,
      double unplacedShare,
      Double unplacedShareLow,
      Double unplacedShareHigh,
      double employmentShare,
      double domesticStudyShare,
      double abroadShare,
      double unplacedShareEarliest,
      double unplacedShareLatest)
      implements Serializable {

    public PlacedByDay {
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(asOfKind, "asOfKind");
      requireNonNull(clock, "clock");
      requireNonNull(degreeLevel, "degreeLevel");
      requireNonNull(disciplineCatalogue, "disciplineCatalogue");
      requireNonNull(disciplineCode, "disciplineCode");
      requireNonNull(provinceCode, "provinceCode");
      requireNonNull(hardshipGroup, "hardshipGroup");
    }
  }
}
