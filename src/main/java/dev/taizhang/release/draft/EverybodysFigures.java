package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.figures.Names;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which figures of the group {@code all} are shown, on which date. Every table that tells of
 * everybody asks here, so that none shows what another withholds.
 */
final class EverybodysFigures {

  // The model of people knows disciplines and no finer fields, so that nothing is chosen to protect
  // those of a group who are known to study one major: what is told of it must be of some of either
  // outcome.
  private static final long LEAST_OF_EITHER_OUTCOME = 10;

  private final PublicationPolicy policy;
  private final Wholes wholes;
  private final Map<Slot, Map<RatePlace, FigureCounts.Count>> counts = new LinkedHashMap<>();
  private final Map<Slot, Set<RatePlace>> shown = new HashMap<>();

  /** A cohort on a date. */
  private record Slot(LocalDate date, String kind, int graduationYear) {

    static Slot of(PlacementRate rate) {
      return new Slot(rate.asOfDate(), rate.asOfKind(), rate.graduationYear());
    }
  }

  /** A figure, on whichever date it is told. */
  private record Told(int graduationYear, RatePlace place, FigureCounts.Count count) {}

  private EverybodysFigures(PublicationPolicy policy, Wholes wholes) {
    this.policy = policy;
    this.wholes = wholes;
  }

  /**
   * Decides of figures on all dates together: what is withheld on one date is not shown on another
   * on which it is the same.
   *
   * @param rates of everybody, by place
   * @param isPlanned whether some table has figures of everybody by a level
   * @param names where universities are
   */
  static EverybodysFigures of(
      List<PlacementRate> rates,
      Predicate<String> isPlanned,
      PublicationPolicy policy,
      Names names) {
    List<String> universities =
        rates.stream()
            .map(rate -> RatePlace.of(rate).orElseThrow())
            .filter(place -> place.level().equals(Level.UNIVERSITY.code()))
            .map(RatePlace::code)
            .distinct()
            .toList();
    EverybodysFigures figures = new EverybodysFigures(policy, new Wholes(names, universities));
    for (PlacementRate rate : rates) {
      RatePlace place = RatePlace.of(rate).orElseThrow();
      if (rate.hardshipGroup().equals(Figure.ALL) && isPlanned.test(place.level())) {
        figures
            .counts
            .computeIfAbsent(Slot.of(rate), key -> new LinkedHashMap<>())
            .put(place, new FigureCounts.Count(rate.graduates(), rate.placed()));
      }
    }
    figures.decide();
    return figures;
  }

  /** Whether a rate of everybody is shown. */
  boolean isShown(PlacementRate rate) {
    return isShown(Slot.of(rate), RatePlace.of(rate).orElseThrow());
  }

  /** Whether the figure of everybody in a place is shown. */
  boolean isShown(LocalDate date, String kind, int graduationYear, RatePlace place) {
    return isShown(new Slot(date, kind, graduationYear), place);
  }

  private boolean isShown(Slot slot, RatePlace place) {
    return shown.getOrDefault(slot, Set.of()).contains(place);
  }

  /** What becomes of a figure of everybody. */
  Verdict verdict(Figure figure, FigureCounts.Count count) {
    if (isShown(
        figure.asOfDate(),
        figure.asOfKind(),
        figure.graduationYear(),
        new RatePlace(figure.level().code(), figure.code()))) {
      return Verdict.SHOWN;
    }
    return shows(figure.level().code(), count) ? Verdict.COMPLEMENT : Verdict.PRIMARY;
  }

  /** Each turn withholds what another date withholds, until nothing is added. */
  private void decide() {
    Set<Told> withheld = new HashSet<>();
    int before;
    do {
      before = withheld.size();
      counts.forEach((slot, places) -> shown.put(slot, shown(slot, places, withheld)));
      counts.forEach(
          (slot, places) ->
              places.forEach(
                  (place, count) -> {
                    if (!isShown(slot, place)) {
                      withheld.add(new Told(slot.graduationYear(), place, count));
                    }
                  }));
    } while (withheld.size() > before);
  }

  private Set<RatePlace> shown(
      Slot slot, Map<RatePlace, FigureCounts.Count> places, Set<Told> withheld) {
    List<PartOfAll> parts = new ArrayList<>();
    Set<RatePlace> closed = new HashSet<>();
    places.forEach(
        (place, count) -> {
          if (wholes.isSomewhere(place)) {
            parts.add(new PartOfAll(place, wholes.of(place, places.keySet()), count));
          }
          if (withheld.contains(new Told(slot.graduationYear(), place, count))) {
            closed.add(place);
          }
        });
    return ShownParts.of(
        parts,
        part -> !closed.contains(part.place()) && shows(part.place().level(), part.count()),
        this::shows);
  }

  /** Whether a figure of everybody may be shown by itself, by what it is cut by. */
  private boolean shows(String level, FigureCounts.Count count) {
    return policy.showsCounts(Figure.ALL, count.graduates(), count.placed())
        && (!RatePlace.isFinerThanDisciplines(level)
            || (count.graduates() >= policy.minimumDenominator()
                && count.placed() >= LEAST_OF_EITHER_OUTCOME
                && count.graduates() - count.placed() >= LEAST_OF_EITHER_OUTCOME));
  }
}
