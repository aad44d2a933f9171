package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** {@code ledger.history}: each graduate's states over time. */
public final class History {

  public static final String ENTERED = "entered";
  public static final String CHANGED = "changed";
  public static final String LEFT = "left";
  public static final String RETURNED = "returned";

  public static final String LEDGER = "ledger";
  public static final String FOLLOW_UP = "follow_up";

  public static final Field UNIVERSITY_CODE = Dimensions.UNIVERSITY_CODE;
  public static final Field GRADUATION_YEAR = Dimensions.GRADUATION_YEAR;
  public static final Field GRADUATE_ID =
      Field.pseudonym("graduate_id", "The graduate: student key, or otherwise person id.");
  public static final Field VALID_FROM =
      Field.required("valid_from", DateType, "First date of the state.");
  public static final Field VALID_TO =
      Field.optional("valid_to", DateType, "First date after the state; null while it is open.");
  public static final Field CHANGE_KIND =
      Field.required("change_kind", StringType, "Kind of change that began the state.")
          .oneOf(ENTERED, CHANGED, LEFT, RETURNED);
  public static final Field SOURCE_FEED =
      Field.required("source_feed", StringType, "The feed that the state came from.")
          .oneOf(LEDGER, FOLLOW_UP);
  public static final Field SUBMISSION_ID =
      Dimensions.SUBMISSION_ID
          .orNull()
          .meaning("The submission that began the state; null when the graduate left.");

  /** In {@link #CARRIED_FORWARD}: a slice that names the graduate in no good row. */
  public static final String SLICE_DATE = "slice_date";

  /** In {@link #CARRIED_FORWARD}: the slice before it that told the state. */
  public static final String LAST_GOOD_DATE = "last_good_date";

  public static final Field CARRIED_FORWARD =
      Field.optional(
          "carried_forward",
          createArrayType(
              new StructType().add(SLICE_DATE, DateType, true).add(LAST_GOOD_DATE, DateType, true),
              false),
          "Slices of the interval that have no counted row of the graduate, each with the"
              + " date of the last slice before it that has one; null if there are none.");

  public static final Field BASELINE_TAGS =
      Entries.HARDSHIP_TAGS
          .named("baseline_tags")
          .orNull()
          .meaning(
              "Hardship tags of the state on the graduation day or first after it, by which gaps"
                  + " and curves compare; until that day those of the state.");
  public static final Field BASELINE_DETAIL =
      Entries.HARDSHIP_DETAIL
          .named("baseline_detail")
          .orNull()
          .meaning("What the file could tell about hardship when it told the baseline tags.");

  /** The state's columns; all null in a row of kind {@code left}. */
  public static final List<Field> STATE = Entries.STATE.stream().map(Field::orNull).toList();

  public static final Table TABLE =
      Table.named("ledger.history")
          .grain("One row per graduate and interval in which nothing about them changed.")
          .fields(fields())
          .key(UNIVERSITY_CODE, GRADUATION_YEAR, GRADUATE_ID, VALID_FROM)
          .rule("interval_not_empty", "valid_to > valid_from")
          .rule(
              "left_has_no_state",
              "(change_kind = 'left') = (degree_level IS NULL) AND (change_kind = 'left') ="
                  + " (in_denominator IS NULL)")
          .withDeletionVectors();

  private History() {}

  private static List<Field> fields() {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                UNIVERSITY_CODE,
                GRADUATION_YEAR,
                GRADUATE_ID,
                VALID_FROM,
                VALID_TO,
                CHANGE_KIND,
                SOURCE_FEED,
                SUBMISSION_ID));
    fields.addAll(STATE);
    fields.add(CARRIED_FORWARD);
    fields.add(BASELINE_TAGS);
    fields.add(BASELINE_DETAIL);
    return List.copyOf(fields);
  }
}
