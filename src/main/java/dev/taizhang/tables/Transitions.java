package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code marts.transitions}: how graduates moved from one weekly as-of date to the next. */
public final class Transitions {

  /** Not in the ledger: from it the graduate entered, to it the graduate left. */
  public static final String ABSENT = "absent";

  public static final String PLACED = "placed";
  public static final String AWAITING = "awaiting";

  private static final String[] STATES = {
    PLACED, AWAITING, "not_seeking", "outcome_unknown", "outside", ABSENT
  };

  /** By each state but {@link #ABSENT} the columns of {@link Cells} that add up to it, as SQL. */
  public static final SortedMap<String, String> COLUMNS_OF_STATES = columnsOfStates();

  /** The columns of {@link Cells} that add up to whoever counts as a graduate, as SQL. */
  public static final String COLUMNS_OF_GRADUATES =
      COLUMNS_OF_STATES.entrySet().stream()
          .filter(one -> !one.getKey().equals(OutcomeComponent.OUTSIDE.columnName()))
          .map(Map.Entry::getValue)
          .collect(Collectors.joining(" + "));

  public static final Field AS_OF_DATE =
      Dimensions.AS_OF_DATE.meaning("Weekly as-of date by which they had moved.");
  public static final Field PREVIOUS_DATE =
      Field.required("previous_date", DateType, "The weekly as-of date before it.");
  public static final Field GRADUATION_YEAR = Dimensions.GRADUATION_YEAR;
  public static final Field PROVINCE_CODE = OutcomeCounts.PROVINCE_CODE;
  public static final Field HARDSHIP_GROUP =
      Dimensions.HARDSHIP_GROUP.meaning(
          "Hardship group at the date before, or at the as-of date if they entered in"
              + " between; groups overlap.");
  public static final Field FROM_STATE =
      Field.required("from_state", StringType, "What their outcome counted as at the date before.")
          .oneOf(STATES);
  public static final Field TO_STATE =
      Field.required("to_state", StringType, "What their outcome counts as at the as-of date.")
          .oneOf(STATES);
  public static final Field GRADUATES =
      Field.required("graduates", LongType, "Graduates who went from one state to the other.");
  public static final Field AGREEMENTS_TERMINATED =
      Field.required(
          "agreements_terminated",
          LongType,
          "Of graduates, those who went from placed back to awaiting (解约).");

  public static final Table TABLE =
      Table.named("marts.transitions")
          .grain(
              "One row per weekly as-of date, cohort, province, group and pair of states"
                  + " that somebody went through, including pairs of equal states.")
          .fields(
              AS_OF_DATE,
              PREVIOUS_DATE,
              GRADUATION_YEAR,
              PROVINCE_CODE,
              HARDSHIP_GROUP,
              FROM_STATE,
              TO_STATE,
              GRADUATES,
              AGREEMENTS_TERMINATED)
          .key(AS_OF_DATE, GRADUATION_YEAR, PROVINCE_CODE, HARDSHIP_GROUP, FROM_STATE, TO_STATE)
          .rule("has_graduates", "graduates > 0")
          .rule("looks_back", "previous_date < as_of_date")
          .rule("is_about_somebody", "from_state <> 'absent' OR to_state <> 'absent'")
          .rule(
              "terminated_is_placed_to_awaiting",
              "agreements_terminated = CASE WHEN from_state = 'placed' AND to_state = 'awaiting'"
                  + " THEN graduates ELSE 0 END");

  /** How many graduates went from one state to another by an as-of date. */
  public record Movement(
      LocalDate asOfDate,
      LocalDate previousDate,
      int graduationYear,
      String provinceCode,
      String hardshipGroup,
      String fromState,
      String toState,
      long graduates,
      long agreementsTerminated) {}

  public static final RecordType<Movement> RECORDS = RecordType.of(TABLE, Movement.class);

  private Transitions() {}

  private static SortedMap<String, String> columnsOfStates() {
    SortedMap<String, String> states = new TreeMap<>();
    states.put("outcome_unknown", Measures.OUTCOME_UNKNOWN.name());
    for (Outcome outcome : Outcome.values()) {
      OutcomeComponent component = outcome.component();
      states.merge(
          component.placed() ? PLACED : component.columnName(),
          outcome.columnName(),
          (one, other) -> one + " + " + other);
    }
    return Collections.unmodifiableSortedMap(states);
  }
}
