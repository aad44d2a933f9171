package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.reference.PublicationPolicy;
import java.util.Map;

/**
 * Whether the counts of a group everywhere are shown. Where they are not, a share of the same
 * people in whole percent would tell them, or nearly so: of 90 graduates it leaves one count.
 *
 * @param date the date of the release
 * @param policy how its counts are rounded
 * @param verdicts what became of each planned figure
 */
record ToldEverywhere(ReleaseDate date, PublicationPolicy policy, Map<Figure, Verdict> verdicts) {

  private static final long WHOLE = 100;

  ToldEverywhere {
    verdicts = Map.copyOf(verdicts);
  }

  /**
   * Whether a share of a group may be told.
   *
   * @param people how many the group has
   */
  boolean of(int graduationYear, String group, long people) {
    if (policy.withholdsNothing() || group.equals(Figure.ALL)) {
      return true;
    }
    Figure figure =
        new Figure(date.date(), date.kind(), graduationYear, Level.EVERYWHERE, Figure.ALL, group);
    return verdicts.get(figure) == Verdict.SHOWN
        // A whole percent stands for as many counts as a rounded one.
        && (!policy.rounds() || people >= WHOLE * policy.rounding().base());
  }
}
