package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code marts.official_figures}: official figures as locked, as known today, and what moved; a
 * view on {@code marts.locked_figures} and {@code marts.placement_rates}.
 */
public final class OfficialFigures {

  public static final Field GRADUATES_LOCKED =
      Field.required("graduates_locked", LongType, "Graduates as locked; 0 if the cut had none.");
  public static final Field GRADUATES_NOW =
      Field.required("graduates_now", LongType, "Graduates as known today; 0 if the cut has none.");
  public static final Field GRADUATES_MOVED =
      Field.required("graduates_moved", LongType, "graduates_now - graduates_locked.");
  public static final Field PLACED_LOCKED =
      Field.required("placed_locked", LongType, "Placed graduates as locked.");
  public static final Field PLACED_NOW =
      Field.required("placed_now", LongType, "Placed graduates as known today.");
  public static final Field PLACED_MOVED =
      Field.required("placed_moved", LongType, "placed_now - placed_locked.");
  public static final Field RATE_LOCKED =
      Field.optional(
          "placement_rate_locked",
          DoubleType,
          "Placement rate as locked; null if there were no graduates.");
  public static final Field RATE_NOW =
      Field.optional(
          "placement_rate_now",
          DoubleType,
          "Placement rate as known today; null if there are no graduates.");
  public static final Field RATE_MOVED =
      Field.optional(
          "placement_rate_moved", DoubleType, "placement_rate_now - placement_rate_locked.");

  public static final Table TABLE =
      Table.named("marts.official_figures")
          .grain("One row per cut of the locked official dates, by the last lock of each; a view.")
          .fields(fields())
          .key(PlacementRates.KEY.toArray(Field[]::new));

  private OfficialFigures() {}

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>(PlacementRates.KEY);
    fields.addAll(
        List.of(
            GRADUATES_LOCKED,
            GRADUATES_NOW,
            GRADUATES_MOVED,
            PLACED_LOCKED,
            PLACED_NOW,
            PLACED_MOVED,
            RATE_LOCKED,
            RATE_NOW,
            RATE_MOVED,
            LockedFigures.LOCKED_AT,
            LockedFigures.WHY));
    return List.copyOf(fields);
  }
}
