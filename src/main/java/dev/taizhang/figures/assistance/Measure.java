package dev.taizhang.figures.assistance;

import static java.util.Objects.requireNonNullElse;

import dev.taizhang.figures.assistance.HelpDates.Turn;
import dev.taizhang.tables.AssistanceCoverage;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.HelpCells;
import dev.taizhang.tables.Training;
import java.util.List;
import java.util.Set;

/**
 * A measure that an assistance ledger tells. Days are counted since 1970.
 *
 * @param day the day of it; null where nobody can tell
 * @param toldBy date of the file that tells it
 * @param code kind of measure; null where it is not known
 * @param mode how it reached the person; null where it is not known
 * @param provider who gave it; null where it is not known
 * @param result its result; null where there is none
 * @param declineReason why it was declined; null where it was not, or nobody knows
 */
public record Measure(
    Integer day,
    int toldBy,
    String code,
    String mode,
    String provider,
    String result,
    String declineReason) {

  /** How far a recommendation can lead, in order. */
  public static final List<String> STAGES =
      List.of("recommended", "applied", "interviewed", "offered", "signed");

  /** The kinds of measures that are training. */
  public static final List<String> TRAININGS =
      Training.TRAINING.allowed().stream().filter(one -> !one.equals(Dimensions.ALL)).toList();

  private static final Set<String> RECOMMENDATIONS =
      Set.of("job_recommendation", "post_to_the_door");

  private static final List<String> MODES =
      List.of(HelpCells.ONE_TO_ONE, HelpCells.CONTACT, HelpCells.MASS);

  private static final String DECLINED = "declined";

  /** Whether it was given until a date: without a day, by the file that tells it. */
  boolean isUntil(Turn turn) {
    return (day == null ? toldBy : day) <= turn.asOf();
  }

  /** Whether it was given in the window that ends with a date. */
  boolean isWithin(Turn turn, int window) {
    return day != null && turn.hasInWindow(day, window);
  }

  /** Whether it is told to be of one person with one other. */
  boolean isOneToOne() {
    return HelpCells.ONE_TO_ONE.equals(mode);
  }

  /** The number of its mode, the closest first and the unknown last. */
  int distance() {
    int found = MODES.indexOf(requireNonNullElse(mode, ""));
    return found < 0 ? MODES.size() : found;
  }

  /** The mode of a number. */
  static String mode(int distance) {
    return distance < MODES.size() ? MODES.get(distance) : HelpCells.MODE_UNKNOWN;
  }

  /** Who gave it, as a value of {@link AssistanceCoverage#PROVIDER}. */
  String giver() {
    return requireNonNullElse(provider, Dimensions.UNKNOWN);
  }

  /** Whether it is training. */
  boolean isTraining() {
    return TRAININGS.contains(requireNonNullElse(code, ""));
  }

  /** How far it led, as a position in {@link #STAGES}; -1 where it recommended nothing. */
  int stage() {
    int told = STAGES.indexOf(requireNonNullElse(result, ""));
    boolean isRecommended = isDeclined() || RECOMMENDATIONS.contains(requireNonNullElse(code, ""));
    return told < 0 && isRecommended ? 0 : told;
  }

  /** Whether the graduate declined. */
  boolean isDeclined() {
    return DECLINED.equals(result) || declineReason != null;
  }

  /** Why the graduate declined. */
  String reason() {
    return requireNonNullElse(declineReason, Dimensions.UNKNOWN);
  }
}
