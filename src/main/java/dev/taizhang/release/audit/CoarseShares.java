package dev.taizhang.release.audit;

import static dev.taizhang.release.audit.CutPlace.text;

import dev.taizhang.attack.PublishedFigure;
import dev.taizhang.attack.Scope;
import dev.taizhang.tables.ReleasePeople.Counted;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What tables of everybody together tell of counts: of a group everywhere the placed in tens, their
 * share in whole percent, and the share that is unplaced on the day of the release. Their groups
 * are by baseline tags, which for most groups are those of the day: an attacker guesses that they
 * are, and the guess counts here wherever it is right.
 */
final class CoarseShares {

  private static final PublishedTable GAPS = PublishedTables.HARDSHIP_GAPS;
  private static final PublishedTable TIMES = PublishedTables.TIME_TO_PLACEMENT;
  private static final CutPlace EVERYWHERE = new CutPlace("all", "all");
  private static final String NONE = "none";
  private static final double HALF_A_PERCENT = 0.005 + 1e-9;
  private static final long TEN = 10;

  private final Scope scope;
  private final List<Counted> people;
  private final Map<String, PublishedFigure> printed;
  private final Map<String, long[]> intervals = new LinkedHashMap<>();

  CoarseShares(
      Scope scope, List<Counted> people, Map<CutPlace, Map<String, PublishedFigure>> printed) {
    this.scope = scope;
    this.people = people;
    this.printed = printed.getOrDefault(EVERYWHERE, Map.of());
  }

  /**
   * An interval for each group of which the rows say something that is not printed anyway.
   *
   * @param gaps rows of gaps
   * @param times rows of the time to placement
   */
  List<PublishedFigure> said(List<Object[]> gaps, List<Object[]> times) {
    for (Object[] row : gaps) {
      if (isEverywhere(GAPS, row, "degree_level", "province_code")) {
        String group = text(GAPS, row, "hardship_group");
        narrow(group, (Long) GAPS.value(row, "placed"), share(GAPS, row, "placement_rate"));
        narrow(
            NONE, (Long) GAPS.value(row, "reference_placed"), share(GAPS, row, "reference_rate"));
      }
    }
    for (Object[] row : times) {
      Double unplaced = share(TIMES, row, "unplaced_share");
      if (unplaced != null
          && scope.asOfDate().equals(TIMES.value(row, "on_date"))
          && isEverywhere(TIMES, row, "degree_level", "province_code", "discipline_code")) {
        narrow(text(TIMES, row, "hardship_group"), null, 1 - unplaced);
      }
    }
    return told();
  }

  private static boolean isEverywhere(PublishedTable table, Object[] row, String... columns) {
    return Arrays.stream(columns).allMatch(column -> text(table, row, column).equals("all"));
  }

  private static Double share(PublishedTable table, Object[] row, String column) {
    return (Double) table.value(row, column);
  }

  private List<PublishedFigure> told() {
    List<PublishedFigure> figures = new ArrayList<>();
    intervals.forEach(
        (group, ends) -> {
          PublishedFigure figure = printed.get(group);
          boolean tellsMore = figure == null || figure.isWithheld() || figure.isRounded();
          if (tellsMore && ends[0] <= placed(group) && placed(group) <= ends[1]) {
            figures.add(
                new PublishedFigure(
                    scope,
                    EVERYWHERE.level(),
                    EVERYWHERE.code(),
                    group,
                    OptionalLong.empty(),
                    OptionalLong.of(ends[0]),
                    OptionalLong.of(ends[1])));
          }
        });
    return figures;
  }

  private void narrow(String group, Long tens, Double share) {
    if (tens == null && share == null) {
      return;
    }
    long size = size(group);
    long[] ends = intervals.computeIfAbsent(group, key -> new long[] {0, size});
    if (tens != null) {
      ends[0] = Math.max(ends[0], tens - TEN / 2);
      ends[1] = Math.min(ends[1], tens + TEN / 2 - 1);
    }
    if (share != null) {
      ends[0] = Math.max(ends[0], (long) Math.ceil((share - HALF_A_PERCENT) * size));
      ends[1] = Math.min(ends[1], (long) Math.floor((share + HALF_A_PERCENT) * size));
    }
  }

  private long size(String group) {
    return people.stream()
        .filter(one -> one.hardshipGroups().contains(group))
        .mapToLong(Counted::graduates)
        .sum();
  }

  private long placed(String group) {
    return people.stream()
        .filter(one -> one.hardshipGroups().contains(group))
        .mapToLong(Counted::placed)
        .sum();
  }
}
