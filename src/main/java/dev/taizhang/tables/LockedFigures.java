package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.ArrayList;
import java.util.List;

/** {@code marts.locked_figures}: official figures as they were known when somebody locked them. */
public final class LockedFigures {

  public static final Field LOCKED_AT =
      Field.required("locked_at", TimestampType, "When the figures of the date were locked, UTC.");
  public static final Field WHY =
      Field.required("why", StringType, "The reason given for the lock.");

  /** What is locked: counts, and the rate. */
  public static final List<Field> MEASURES = measures();

  public static final Table TABLE =
      Table.named("marts.locked_figures")
          .grain("One row per lock and cut with graduates, as known when the date was locked.")
          .fields(fields())
          .key(key())
          .rule("is_official", "as_of_kind = 'official'")
          .rule("has_graduates", "graduates > 0")
          .rule("graduates_is_sum", "graduates = placed + awaiting + not_seeking + outcome_unknown")
          .asJournal();

  private LockedFigures() {}

  private static List<Field> measures() {
    List<Field> measures = new ArrayList<>(List.of(Measures.GRADUATES, Measures.PLACED));
    measures.addAll(Measures.placedComponents());
    measures.addAll(
        List.of(
            Measures.AWAITING,
            Measures.NOT_SEEKING,
            Measures.OUTCOME_UNKNOWN,
            Measures.PLACEMENT_RATE));
    return List.copyOf(measures);
  }

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>(PlacementRates.KEY);
    fields.addAll(MEASURES);
    fields.addAll(List.of(LOCKED_AT, WHY));
    return List.copyOf(fields);
  }

  private static Field[] key() {
    List<Field> key = new ArrayList<>(PlacementRates.KEY);
    key.add(LOCKED_AT);
    return key.toArray(Field[]::new);
  }
}
