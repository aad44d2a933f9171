package dev.taizhang.tables;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * {@code marts.cells_of_help}: what the histories and measures of a university's graduates say of
 * help, counted once by one pass over people; every figure of help is added up from it.
 */
public final class HelpCells {

  /** Unplaced at some time in the window of {@link #DAYS}. */
  public static final String UNPLACED = "unplaced";

  /** Of those, by {@link #KIND} of provider, the closest mode of help in the window. */
  public static final String REACHED = "reached";

  /** Of those, by {@link #KIND} of standard, how far it was kept. */
  public static final String STANDARD = "standard";

  /** How far recommendations led. */
  public static final String FUNNEL = "funnel";

  /** Who declined, by reason. */
  public static final String DECLINED = "declined";

  /** Helped one to one while unplaced: how many {@link #DAYS} until placed, or since. */
  public static final String FIRST_HELP = "first_help";

  /** Trained, by {@link #KIND} of training. */
  public static final String TRAINED = "trained";

  /** In a key group, by {@link #KIND} placed or unplaced. */
  public static final String PLANNED = "planned";

  /** Whatever is not told apart. */
  public static final String ALL = Dimensions.ALL;

  public static final String ONE_TO_ONE = "one_to_one";
  public static final String CONTACT = "contact";
  public static final String MASS = "mass";
  public static final String MODE_UNKNOWN = "mode_unknown";

  public static final String FULL = "full";
  public static final String PART = "part";
  public static final String NOT = "not";

  public static final String PLACED = "placed";
  public static final String WAITING = "waiting";
  public static final String PLACED_BEFORE = "placed_before";
  public static final String WITHOUT_DATE = "without_date";

  public static final String FILE = "file";
  public static final String MEASURE = "measure";
  public static final String WORD = "word";
  public static final String PLAN = "plan";

  public static final Field SUBJECT =
      Field.required("subject", StringType, "What is counted.")
          .oneOf(UNPLACED, REACHED, STANDARD, FUNNEL, DECLINED, FIRST_HELP, TRAINED, PLANNED);
  public static final Field KIND =
      Field.required(
          "kind",
          StringType,
          "Provider of help, standard, kind of training, or placed or unplaced; all if not told"
              + " apart.");
  public static final Field DAYS =
      Field.required(
          "days",
          IntegerType,
          "Days of the window, or until what is counted; 0 if there are none.");
  public static final Field ANSWER =
      Field.required("answer", StringType, "What was found; all if that is being there.");
  public static final Field GRADUATES =
      Field.required("graduates", LongType, "Graduates of whom it was found.");

  public static final Table TABLE =
      Table.named("marts.cells_of_help")
          .grain(
              "One row per as-of date, university, cohort, set of hardship tags and finding about"
                  + " help. Tags are baseline tags, and for plans those of today.")
          .fields(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.UNIVERSITY_CODE,
              Dimensions.GRADUATION_YEAR,
              Dimensions.HARDSHIP_TAGS,
              Dimensions.HARDSHIP_DETAIL,
              SUBJECT,
              KIND,
              DAYS,
              ANSWER,
              GRADUATES)
          .key(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.UNIVERSITY_CODE,
              Dimensions.GRADUATION_YEAR,
              Dimensions.HARDSHIP_TAGS,
              Dimensions.HARDSHIP_DETAIL,
              SUBJECT,
              KIND,
              DAYS,
              ANSWER)
          .rule("counts_somebody", "graduates > 0")
          .rule("days_not_negative", "days >= 0");

  public static final RecordType<HelpCell> RECORDS = RecordType.of(TABLE, HelpCell.class);

  private HelpCells() {}

  /**
   * One row of the table; the components are its columns.
   *
   * @param asOfDate date that it speaks of
   * @param asOfKind plain or official
   * @param universityCode the university
   * @param graduationYear the cohort
   * @param hardshipTags baseline tags, for plans those of today
   * @param hardshipDetail what the file could tell with them
   * @param subject what is counted
   * @param kind provider, standard, kind of training or state
   * @param days of the window, or until what is counted
   * @param answer what was found
   * @param graduates of how many
   */
  public record HelpCell(
      LocalDate asOfDate,
      String asOfKind,
      String universityCode,
      int graduationYear,
      List<String> hardshipTags,
      String hardshipDetail,
      String subject,
      String kind,
      int days,
      String answer,
      long graduates)
      implements Serializable {

    public HelpCell {
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(asOfKind, "asOfKind");
      requireNonNull(universityCode, "universityCode");
      hardshipTags = List.copyOf(hardshipTags);
      requireNonNull(hardshipDetail, "hardshipDetail");
      requireNonNull(subject, "subject");
      requireNonNull(kind, "kind");
      requireNonNull(answer, "answer");
    }
  }
}
