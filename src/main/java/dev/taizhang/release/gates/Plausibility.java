package dev.taizhang.release.gates;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.release.draft.Draft;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.release.draft.RatePlace;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rates that moved more than they do: from the week before, and from the release before of the same
 * date.
 */
final class Plausibility {

  // By chance the rate of 100 graduates moves by less than 10 points, and in the weeks of most
  // placements a university's by some 10: what moves by 20 is a file of other people, or of half.
  private static final double MOST_POINTS = 0.20;
  private static final long LEAST_GRADUATES = 100;
  // The weekly date before the last one is 7 days before it, or less than that before a newest
  // date.
  private static final int LEAST_DAYS = 4;

  private Plausibility() {}

  /** A rate that is compared. */
  private record Rate(long graduates, double rate) {}

  static Optional<Finding> of(GateView view) {
    Draft draft = view.draft();
    List<String> moved = new ArrayList<>(sinceTheWeekBefore(draft));
    view.before().ifPresent(before -> moved.addAll(sinceTheRelease(draft.rows(), before)));
    if (moved.isEmpty()) {
      return Optional.empty();
    }
    String some = Finding.some(moved);
    return Optional.of(
        new Finding(
            Gate.IMPLAUSIBLE_FIGURES,
            "Rates of 100 graduates or more moved by more than 20 points since the week or the release before: %s. A file of other people, or of half of them, looks like that. What to do: look at the files of these universities ('taizhang status'; 'taizhang retract' a wrong one and run); or let it pass with --accept implausible_figures --why TEXT."
                .formatted(some),
            "与上一周或上一次发布相比，有毕业生 100 人以上的落实率变动超过 20 个百分点：%s，可能是文件有误。怎么办：核对相应高校的文件（taizhang status；有误的用 taizhang retract 撤回后重新运行）；或用 --accept implausible_figures --why 说明理由后放行。"
                .formatted(some)));
  }

  private static List<String> sinceTheWeekBefore(Draft draft) {
    LocalDate date = draft.date().date();
    Optional<LocalDate> before =
        draft.source().trend().stream()
            .map(PlacementRate::asOfDate)
            .filter(one -> !one.isAfter(date.minusDays(LEAST_DAYS)))
            .max(LocalDate::compareTo);
    Map<String, Rate> then = new HashMap<>();
    draft.source().trend().stream()
        .filter(rate -> before.filter(rate.asOfDate()::equals).isPresent())
        .forEach(rate -> then.put(cut(rate), rate(rate)));
    Map<String, Rate> now = new HashMap<>();
    draft.source().rates().stream()
        .filter(rate -> rate.hardshipGroup().equals(Figure.ALL))
        .forEach(rate -> now.put(cut(rate), rate(rate)));
    return moved(then, now, before.map(one -> " since " + one).orElse(""));
  }

  private static String cut(PlacementRate rate) {
    RatePlace place = RatePlace.of(rate).orElseThrow();
    return "%d %s %s".formatted(rate.graduationYear(), place.level(), place.code());
  }

  private static Rate rate(PlacementRate rate) {
    return new Rate(rate.graduates(), rate.placementRate());
  }

  private static List<String> sinceTheRelease(PublishedRows now, PublishedRows before) {
    return moved(shown(before), shown(now), " since the release before");
  }

  private static Map<String, Rate> shown(PublishedRows rows) {
    PublishedTable table = PublishedTables.PLACEMENT_RATES;
    Map<String, Rate> shown = new HashMap<>();
    for (Object[] row : rows.of(table)) {
      if (table.value(row, "graduates") instanceof Long graduates
          && table.value(row, "placement_rate") instanceof Double rate) {
        shown.put(table.keyOf(row), new Rate(graduates, rate));
      }
    }
    return shown;
  }

  private static List<String> moved(Map<String, Rate> before, Map<String, Rate> now, String since) {
    return now.entrySet().stream()
        .filter(one -> before.containsKey(one.getKey()))
        .filter(one -> isImplausible(before.get(one.getKey()), one.getValue()))
        .map(
            one ->
                "%s from %s to %s %%%s"
                    .formatted(
                        one.getKey(),
                        Finding.percent(before.get(one.getKey()).rate()),
                        Finding.percent(one.getValue().rate()),
                        since))
        .sorted()
        .toList();
  }

  private static boolean isImplausible(Rate before, Rate now) {
    return Math.min(before.graduates(), now.graduates()) >= LEAST_GRADUATES
        && Math.abs(now.rate() - before.rate()) > MOST_POINTS;
  }
}
