package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is shown of each group everywhere. Where its counts are withheld, a share of the same people
 * in whole percent would tell them, or nearly so: of 90 graduates it leaves one count.
 */
final class ToldEverywhere {

  private static final long WHOLE = 100;

  private final ReleaseDate date;
  private final PublicationPolicy policy;
  private final Map<Figure, Verdict> verdicts;
  private final Map<Figure, Long> graduates = new HashMap<>();

  /**
   * Of the figures of a release.
   *
   * @param rates how many graduates the groups have
   * @param verdicts what became of each planned figure
   */
  ToldEverywhere(
      ReleaseDate date,
      PublicationPolicy policy,
      List<PlacementRate> rates,
      Map<Figure, Verdict> verdicts) {
    this.date = date;
    this.policy = policy;
    this.verdicts = Map.copyOf(verdicts);
    rates.forEach(
        rate -> RatePlace.figure(rate).forEach(figure -> graduates.put(figure, rate.graduates())));
  }

  private Figure figure(int graduationYear, String group) {
    return new Figure(
        date.date(), date.kind(), graduationYear, Level.EVERYWHERE, Figure.ALL, group);
  }

  /** Whether the counts of a group are shown as they are. */
  boolean isExact(int graduationYear, String group) {
    return of(graduationYear, group) && !policy.rounds();
  }

  /** Whether the counts of a group are shown. */
  boolean of(int graduationYear, String group) {
    return verdicts.get(figure(graduationYear, group)) == Verdict.SHOWN;
  }

  /**
   * Whether a share of people of a group may be told.
   *
   * @param people how many they are
   */
  boolean of(int graduationYear, String group, long people) {
    return of(graduationYear, group)
        // A whole percent stands for as many counts as a rounded one. Everybody's may be known.
        && (group.equals(Figure.ALL)
            || !policy.rounds()
            || people >= WHOLE * policy.rounding().base());
  }

  /** How many graduates a group has; 0 where nobody knows. */
  long graduates(int graduationYear, String group) {
    return graduates.getOrDefault(figure(graduationYear, group), 0L);
  }
}
