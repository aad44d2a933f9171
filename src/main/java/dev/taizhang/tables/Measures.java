package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts and rates that several tables of figures share. */
public final class Measures {

  public static final Field GRADUATES =
      Field.required("graduates", LongType, "Denominator: graduates of the cut (毕业生总数).");
  public static final Field PLACED =
      Field.required("placed", LongType, "Numerator: graduates with a placed outcome (落实人数).");
  public static final Field AWAITING = component(OutcomeComponent.AWAITING);
  public static final Field NOT_SEEKING = component(OutcomeComponent.NOT_SEEKING);
  public static final Field OUTCOME_UNKNOWN =
      Field.required(
          "outcome_unknown", LongType, "Graduates whose outcome is empty, unreadable or unlisted.");

  public static final Field PLACEMENT_RATE =
      Field.required("placement_rate", DoubleType, "placed / graduates, 0 to 1 (毕业去向落实率).");
  public static final Field PLACEMENT_RATE_LOW =
      Field.required("placement_rate_low", DoubleType, "Lower limit of the 95 % Wilson interval.");
  public static final Field PLACEMENT_RATE_HIGH =
      Field.required("placement_rate_high", DoubleType, "Upper limit of the 95 % Wilson interval.");
  public static final Field REFERENCE_RATE =
      Field.optional(
          "reference_rate",
          DoubleType,
          "Rate of group none in the same cut; null for all and none, and if there are no such graduates.");
  public static final Field RATE_GAP =
      Field.optional("rate_gap", DoubleType, "placement_rate - reference_rate, -1 to 1.");
  public static final Field RATE_GAP_LOW =
      Field.optional(
          "rate_gap_low", DoubleType, "Lower limit of Newcombe's 95 % hybrid score interval.");
  public static final Field RATE_GAP_HIGH =
      Field.optional(
          "rate_gap_high", DoubleType, "Upper limit of Newcombe's 95 % hybrid score interval.");
  public static final Field STALE_GRADUATES =
      Field.required(
          "stale_graduates",
          LongType,
          "Of graduates, those whose last counted row is more than 7 days old at the as-of"
              + " date.");

  private Measures() {}

  /** The count of one component. */
  public static Field component(OutcomeComponent component) {
    return Field.required(component.columnName(), LongType, component.meaning());
  }

  /** The six components that make up {@link #PLACED}. */
  public static List<Field> placedComponents() {
    return Arrays.stream(OutcomeComponent.values())
        .filter(OutcomeComponent::placed)
        .map(Measures::component)
        .toList();
  }

  /** The count of one two-digit outcome. */
  public static Field outcome(Outcome outcome) {
    return Field.required(
        outcome.columnName(), LongType, "Graduates with outcome " + outcome.code() + ".");
  }

  /** One count per two-digit outcome, and that of the unknown ones: the measures of a cell. */
  public static List<Field> outcomes() {
    List<Field> counts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      counts.add(outcome(outcome));
    }
    counts.add(OUTCOME_UNKNOWN);
    return List.copyOf(counts);
  }

  /** Counts and rates of a figure, in the order of the contract. */
  static List<Field> figure() {
    List<Field> measures = new ArrayList<>(List.of(GRADUATES, PLACED));
    measures.addAll(placedComponents());
    measures.addAll(
        List.of(
            AWAITING,
            NOT_SEEKING,
            OUTCOME_UNKNOWN,
            PLACEMENT_RATE,
            PLACEMENT_RATE_LOW,
            PLACEMENT_RATE_HIGH,
            REFERENCE_RATE,
            RATE_GAP,
            RATE_GAP_LOW,
            RATE_GAP_HIGH,
            STALE_GRADUATES));
    return List.copyOf(measures);
  }

  /** The rules that every figure fulfils. */
  static Table withFigureRules(Table table) {
    String components = String.join(" + ", placedComponents().stream().map(Field::name).toList());
    return table
        .rule("has_graduates", "graduates > 0")
        .rule("placed_is_sum_of_components", "placed = " + components)
        .rule("graduates_is_sum", "graduates = placed + awaiting + not_seeking + outcome_unknown")
        .rule(
            "rate_within_interval",
            "placement_rate_low <= placement_rate AND placement_rate <= placement_rate_high")
        .rule("rate_is_a_proportion", "placement_rate_low >= 0 AND placement_rate_high <= 1")
        .rule("stale_within_graduates", "stale_graduates BETWEEN 0 AND graduates");
  }
}
