package dev.taizhang.release.draft;

import dev.taizhang.config.AsOfRequest;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.reference.PlannedCut;
import dev.taizhang.reference.PublicationPlan;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Decisions;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The date that a release speaks of.
 *
 * @param date the date
 * @param kind plain or official
 * @param dates what a plan calls it: the newest date of all stands for the end of its month, which
 *     is not over
 */
public record ReleaseDate(LocalDate date, String kind, Set<PlannedCut.Dates> dates) {

  private static final Comparator<ReleaseDate> ORDER =
      Comparator.comparing(ReleaseDate::date).thenComparing(ReleaseDate::isOfficial);

  public ReleaseDate {
    dates = Set.copyOf(dates);
  }

  /**
   * The date of a release.
   *
   * @param asked what somebody asked for; empty for the newest official date or end of a month, or
   *     else the newest date
   * @param speaking which slices speak at the dates that the rates keep
   * @throws InvalidUsage when there are no figures of it
   */
  static ReleaseDate of(Optional<AsOfRequest> asked, List<Speaking> speaking) {
    List<ReleaseDate> known = known(speaking);
    if (known.isEmpty()) {
      throw new InvalidUsage(
          "There are no figures yet; nothing was released. What to do: 'taizhang run' first, and"
              + " look at 'taizhang status'.");
    }
    if (asked.isEmpty()) {
      return known.stream()
          .filter(one -> one.isOfficial() || isEndOfMonth(one.date()))
          .max(ORDER)
          .orElseGet(() -> known.stream().max(ORDER).orElseThrow());
    }
    AsOfRequest request = asked.get();
    return known.stream()
        .filter(one -> one.kind().equals(request.kind().id()))
        .filter(one -> request.date().filter(one.date()::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> unknown(request, known));
  }

  private static InvalidUsage unknown(AsOfRequest request, List<ReleaseDate> known) {
    String wanted =
        (request.kind() == AsOfRequest.Kind.OFFICIAL ? "official:" : "")
            + request.date().map(LocalDate::toString).orElse("weekly");
    return new InvalidUsage(
        "There are no figures for --as-of %s, only for %s; nothing was released. What to do: give one of these, or make it first with 'taizhang run ... --as-of %s'."
            .formatted(
                wanted,
                String.join(", ", known.stream().map(ReleaseDate::written).toList()),
                wanted));
  }

  /** The dates that have figures, each once. */
  private static List<ReleaseDate> known(List<Speaking> speaking) {
    Optional<LocalDate> newest =
        speaking.stream()
            .filter(one -> one.asOfKind().equals(Decisions.PLAIN))
            .map(Speaking::asOfDate)
            .max(Comparator.naturalOrder());
    return speaking.stream()
        .map(
            one ->
                new ReleaseDate(
                    one.asOfDate(),
                    one.asOfKind(),
                    dates(one, newest.filter(one.asOfDate()::equals).isPresent())))
        .distinct()
        .sorted(ORDER)
        .toList();
  }

  private static Set<PlannedCut.Dates> dates(Speaking one, boolean isNewest) {
    if (one.asOfKind().equals(Decisions.OFFICIAL)) {
      return EnumSet.of(PlannedCut.Dates.OFFICIAL);
    }
    EnumSet<PlannedCut.Dates> dates = EnumSet.noneOf(PlannedCut.Dates.class);
    if (isNewest || isEndOfMonth(one.asOfDate())) {
      dates.add(PlannedCut.Dates.MONTH_END);
    }
    if (isNewest || one.asOfDate().getDayOfWeek() == DayOfWeek.SUNDAY) {
      dates.add(PlannedCut.Dates.WEEKLY);
    }
    return dates;
  }

  private static boolean isEndOfMonth(LocalDate date) {
    return date.equals(date.withDayOfMonth(date.lengthOfMonth()));
  }

  /** Whether it stands for the end of a month that is not over. */
  public boolean standsForMonthEnd() {
    return dates.contains(PlannedCut.Dates.MONTH_END) && !isEndOfMonth(date);
  }

  boolean isOfficial() {
    return kind.equals(Decisions.OFFICIAL);
  }

  /** As {@code --as-of} writes it. */
  String written() {
    return isOfficial() ? kind + ":" + date : date.toString();
  }

  /** Whether a plan has figures of the date. */
  boolean isPlanned(PublicationPlan plan, String table, String level, String group) {
    return dates.stream().anyMatch(one -> plan.includes(table, level, group, one));
  }

  /** The id of a release of the date. */
  String releaseId(int number) {
    return date + (isOfficial() ? "-" + kind : "") + "-" + number;
  }
}
