package dev.taizhang.synthetic;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many graduates have which component of outcomes. */
final class Counts {

  /** The components in the denominator, in the order of the files. */
  static final List<OutcomeComponent> COMPONENTS =
      Arrays.stream(OutcomeComponent.values())
          .filter(component -> component != OutcomeComponent.OUTSIDE)
          .toList();

  private static final Map<OutcomeComponent, Integer> POSITIONS = positions();

  private final long[] components = new long[COMPONENTS.size()];
  private long unknown;
  private long stale;

  private static Map<OutcomeComponent, Integer> positions() {
    Map<OutcomeComponent, Integer> positions = new EnumMap<>(OutcomeComponent.class);
    for (OutcomeComponent component : COMPONENTS) {
      positions.put(component, COMPONENTS.indexOf(component));
    }
    return positions;
  }

  /** Counts one graduate; the outcome is null where it is unknown. */
  void add(Outcome outcome) {
    if (outcome == null) {
      unknown++;
    } else {
      components[POSITIONS.get(outcome.component())]++;
    }
  }

  /** Adds the graduates of other counts, who are stale or not. */
  void addAll(Counts other, boolean otherIsStale) {
    long graduates = other.unknown;
    for (int i = 0; i < components.length; i++) {
      components[i] += other.components[i];
      graduates += other.components[i];
    }
    unknown += other.unknown;
    stale += otherIsStale ? graduates : 0;
  }

  long graduates() {
    return Arrays.stream(components).sum() + unknown;
  }

  long placed() {
    return COMPONENTS.stream()
        .filter(OutcomeComponent::placed)
        .mapToLong(component -> components[POSITIONS.get(component)])
        .sum();
  }

  /** The names of the values of {@link #toString}. */
  static String header() {
    return "graduates,placed,"
        + COMPONENTS.stream().map(OutcomeComponent::columnName).collect(Collectors.joining(","))
        + ",outcome_unknown,stale_graduates";
  }

  @Override
  public String toString() {
    return graduates()
        + ","
        + placed()
        + ","
        + Arrays.stream(components).mapToObj(Long::toString).collect(Collectors.joining(","))
        + ","
        + unknown
        + ","
        + stale;
  }
}
