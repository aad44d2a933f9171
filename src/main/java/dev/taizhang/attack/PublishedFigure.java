package dev.taizhang.attack;

import java.util.OptionalLong;

/**
 * A figure as a release prints it: shown, rounded or withheld.
 *
 * @param scope what it is said of
 * @param level {@code all}, {@code province}, {@code prefecture}, {@code university} or {@code
 *     discipline}
 * @param code what of that level; catalogue and code of a discipline are joined by a colon
 * @param group hardship group, or {@code all}
 * @param graduates how many graduates, where it says so
 * @param lowestPlaced the fewest placed that what is printed allows; empty where withheld
 * @param highestPlaced the most; equal to the fewest unless rounded
 */
public record PublishedFigure(
    Scope scope,
    String level,
    String code,
    String group,
    OptionalLong graduates,
    OptionalLong lowestPlaced,
    OptionalLong highestPlaced) {

  /** The group that everybody is in, whose figures an attacker knows anyway. */
  public static final String ALL = "all";

  public PublishedFigure {
    if (lowestPlaced.isPresent() != highestPlaced.isPresent()) {
      throw new IllegalArgumentException("Half withheld: " + level + " " + code + " " + group);
    }
    if (lowestPlaced.isPresent() && lowestPlaced.getAsLong() > highestPlaced.getAsLong()) {
      throw new IllegalArgumentException("No interval: " + level + " " + code + " " + group);
    }
  }

  /** Whether nothing is said of how many are placed. */
  public boolean isWithheld() {
    return lowestPlaced.isEmpty();
  }

  /** Whether an interval is said and not a number. */
  public boolean isRounded() {
    return !isWithheld() && lowestPlaced.getAsLong() < highestPlaced.getAsLong();
  }

  /** Whether it speaks of everybody, whatever their hardship. */
  public boolean isOfAll() {
    return group.equals(ALL);
  }

  /** What it is, for a person who reads a report. */
  public String inWords() {
    return "%s %s, %s, cohort %d as of %s (%s), release %s"
        .formatted(
            level,
            code,
            group,
            scope.graduationYear(),
            scope.asOfDate(),
            scope.asOfKind(),
            scope.releaseId());
  }
}
