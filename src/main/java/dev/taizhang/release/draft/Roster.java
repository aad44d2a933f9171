package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.Population;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.ReleasePeople.Counted;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where universities are, as the run knew it and as whoever makes a release does. */
final class Roster {

  private static final Set<Level> REGIONS = EnumSet.of(Level.PROVINCE, Level.PREFECTURE);

  private Roster() {}

  /**
   * Asks whether regions have the people whom the run placed there. Where universities have and
   * regions have not, the two had other rosters.
   *
   * @param rates of the date
   * @param people whom the release speaks of, placed by its own roster
   * @throws InvalidUsage when they had
   */
  static void requireThatOfTheRun(
      ReleaseDate date, List<PlacementRate> rates, List<Counted> people) {
    Map<Figure, FigureCounts.Count> counts = new HashMap<>();
    for (Population population : Populations.of(date.date(), date.kind(), people).values()) {
      counts.putAll(FigureCounts.of(population));
    }
    if (areSame(rates, counts, false) && !areSame(rates, counts, true)) {
      throw new InvalidUsage(
          "Provinces or prefectures do not have the universities that they had in the last run: its roster (universities.csv) was another one; nothing was released. What to do: give the same --reference (or --job) as 'taizhang run', or start 'taizhang run' with this one first. 省或市所辖高校与上次运行时不同，即所用的高校名单（universities.csv）不同，未生成发布。怎么办：使用与 taizhang run 相同的 --reference（或 --job），或先用本名单重新 taizhang run。");
    }
  }

  private static boolean areSame(
      List<PlacementRate> rates, Map<Figure, FigureCounts.Count> counts, boolean ofRegions) {
    return rates.stream()
        .filter(rate -> rate.hardshipGroup().equals(Figure.ALL))
        .allMatch(
            rate ->
                RatePlace.figure(rate)
                    .filter(figure -> REGIONS.contains(figure.level()) == ofRegions)
                    .allMatch(
                        figure ->
                            new FigureCounts.Count(rate.graduates(), rate.placed())
                                .equals(counts.get(figure))));
  }
}
