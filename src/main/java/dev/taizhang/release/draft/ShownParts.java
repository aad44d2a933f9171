package dev.taizhang.release.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Which figures of everybody may be shown beside each other. What a shown whole leaves after its
 * shown parts, everybody can compute: it is a figure, too, and has to be one that might be shown.
 * Where it is not, the smallest shown parts are withheld until it is, or none is left. Nothing of a
 * place that is withheld is shown, since its parts would add up to it.
 */
final class ShownParts {

  private static final Comparator<PartOfAll> SMALLEST_FIRST =
      Comparator.comparing((PartOfAll part) -> part.count().graduates())
          .thenComparing(part -> part.place().level())
          .thenComparing(part -> part.place().code());

  /** The parts of a whole by regions and universities, or those by fields of study. */
  private record Division(RatePlace whole, boolean isByFields) {}

  private final Predicate<PartOfAll> mayBeShown;
  private final BiPredicate<String, FigureCounts.Count> mayBeLeft;
  private final Map<Division, List<PartOfAll>> parts = new HashMap<>();
  private final Set<RatePlace> shown = new HashSet<>();

  private ShownParts(
      Predicate<PartOfAll> mayBeShown, BiPredicate<String, FigureCounts.Count> mayBeLeft) {
    this.mayBeShown = mayBeShown;
    this.mayBeLeft = mayBeLeft;
  }

  /**
   * The places whose figure is shown.
   *
   * @param all every place that the plan has
   * @param mayBeShown whether a figure may be shown if nothing else stands against it
   * @param mayBeLeft whether so many may be what is left of a whole after its parts by a level
   */
  static Set<RatePlace> of(
      List<PartOfAll> all,
      Predicate<PartOfAll> mayBeShown,
      BiPredicate<String, FigureCounts.Count> mayBeLeft) {
    ShownParts shown = new ShownParts(mayBeShown, mayBeLeft);
    for (PartOfAll part : all) {
      part.whole()
          .map(whole -> new Division(whole, part.place().isOfField()))
          .ifPresent(
              division ->
                  shown.parts.computeIfAbsent(division, key -> new ArrayList<>()).add(part));
    }
    all.stream().filter(part -> part.whole().isEmpty()).filter(mayBeShown).forEach(shown::show);
    return Set.copyOf(shown.shown);
  }

  private void show(PartOfAll part) {
    shown.add(part.place());
    divide(part, false);
    divide(part, true);
  }

  private void divide(PartOfAll whole, boolean isByFields) {
    List<PartOfAll> open =
        new ArrayList<>(
            parts.getOrDefault(new Division(whole.place(), isByFields), List.of()).stream()
                .filter(mayBeShown)
                .sorted(SMALLEST_FIRST)
                .toList());
    while (!open.isEmpty() && !leavesEnough(whole, open)) {
      open.remove(0);
    }
    open.forEach(this::show);
  }

  private boolean leavesEnough(PartOfAll whole, List<PartOfAll> open) {
    FigureCounts.Count others = whole.count();
    for (PartOfAll part : open) {
      others = others.minus(part.count());
    }
    return others.graduates() == 0 || mayBeLeft.test(open.get(0).place().level(), others);
  }
}
