package dev.taizhang.tables;

import static dev.taizhang.tables.HelpColumns.CUT_OF_GROUP;
import static dev.taizhang.tables.HelpColumns.and;
import static dev.taizhang.tables.HelpColumns.count;
import static dev.taizhang.tables.HelpColumns.value;
import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * {@code marts.assistance_coverage}: of whoever was unplaced at some time in the last days, whom
 * help reached and how. It describes, and says nothing of what help does.
 */
public final class AssistanceCoverage {

  public static final Field WINDOW_DAYS =
      Field.required(
          "window_days", IntegerType, "Days up to and with the as-of date: 7, 30 or 90.");
  public static final Field PROVIDER =
      Field.required("provider", StringType, "Who gave the help, or all.")
          .oneOf(
              Dimensions.ALL,
              "university",
              "employment_office",
              "disabled_federation",
              "education_department",
              "other",
              Dimensions.UNKNOWN);

  public static final Table TABLE =
      Table.named("marts.assistance_coverage")
          .grain(
              "One row per as-of date, cohort, window, province or university, provider and"
                  + " hardship group (by baseline tags) with somebody unplaced; for a single"
                  + " provider only where it reached somebody.")
          .fields(
              and(
                  CUT_OF_GROUP,
                  WINDOW_DAYS,
                  PROVIDER,
                  count("unplaced", "Graduates who were unplaced at some time in the window."),
                  count("one_to_one", "Of these, with help one to one in the window."),
                  count("contact_only", "With contact in the window and nothing closer."),
                  count("mass_only", "With help to many at once in the window and nothing closer."),
                  count("mode_unknown", "Only with measures whose mode no file tells."),
                  count("nothing", "Without a measure in the window."),
                  value("one_to_one_share", "one_to_one / unplaced, 0 to 1."),
                  value("nothing_share", "nothing / unplaced, 0 to 1."),
                  Field.optional(
                      "service_standard",
                      StringType,
                      "Standard of the cohort and province; several, if these differ. Null for"
                          + " single providers and where there is none."),
                  share("standard_full", "Of unplaced, with all that the standard promises."),
                  share("standard_part", "With some of it."),
                  share("standard_not", "With nothing of it."),
                  value(
                      "standard_full_share",
                      "standard_full / (standard_full + standard_part + standard_not), 0 to 1.")))
          .key(and(CUT_OF_GROUP, WINDOW_DAYS, PROVIDER).toArray(Field[]::new))
          .rule("has_unplaced", "unplaced > 0")
          .rule("known_window", "window_days IN (7, 30, 90)")
          .rule(
              "parts_add_up",
              "unplaced = one_to_one + contact_only + mass_only + mode_unknown + nothing")
          .rule(
              "parts_not_negative",
              "least(one_to_one, contact_only, mass_only, mode_unknown, nothing) >= 0")
          .rule(
              "shares_from_zero_to_one",
              "one_to_one_share BETWEEN 0 AND 1 AND nothing_share BETWEEN 0 AND 1")
          .rule(
              "standard_within_unplaced",
              "standard_full + standard_part + standard_not BETWEEN 0 AND unplaced");

  public static final RecordType<Covered> RECORDS = RecordType.of(TABLE, Covered.class);

  private AssistanceCoverage() {}

  private static Field share(String name, String comment) {
    return Field.optional(name, LongType, comment);
  }

  /**
   * One row of the table; the components are its columns.
   *
   * @param asOfDate date that the figures speak of
   * @param asOfKind plain or official
   * @param graduationYear the cohort
   * @param provinceCode province of the university, or all
   * @param universityCode the university, or all
   * @param hardshipGroup the hardship group, by baseline tags
   * @param windowDays days of the window
   * @param provider who gave the help, or all
   * @param unplaced unplaced at some time in the window
   * @param oneToOne of these, helped one to one
   * @param contactOnly contacted at most
   * @param massOnly helped with many others at most
   * @param modeUnknown helped in a mode that is not known
   * @param nothing without help
   * @param oneToOneShare share of the first
   * @param nothingShare share of the last
   * @param serviceStandard the standard; null where there is none
   * @param standardFull with all of it
   * @param standardPart with some of it
   * @param standardNot with nothing of it
   * @param standardFullShare share of the first of these
   */
  public record Covered(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      String provinceCode,
      String universityCode,
      String hardshipGroup,
      int windowDays,
      String provider,
      long unplaced,
      long oneToOne,
      long contactOnly,
      long massOnly,
      long modeUnknown,
      long nothing,
      Double oneToOneShare,
      Double nothingShare,
      String serviceStandard,
      Long standardFull,
      Long standardPart,
      Long standardNot,
      Double standardFullShare)
      implements Serializable {

    public Covered {
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(hardshipGroup, "hardshipGroup");
      if (oneToOne + contactOnly + massOnly + modeUnknown + nothing != unplaced) {
        throw new IllegalArgumentException("Whoever was unplaced was helped, or was not");
      }
    }
  }
}
