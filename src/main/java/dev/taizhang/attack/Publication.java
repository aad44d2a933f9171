package dev.taizhang.attack;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is attacked, and what it is attacked with.
 *
 * @param told everything that was ever published of a cohort
 * @param before the releases of these that had been given out before: what they leave of a figure
 *     is all that a later one has to leave
 * @param attacked the figures of it that are asked for
 * @param known what is known from elsewhere
 * @param requirement what must be left of a figure
 * @param placed the truth: how many are placed of all {@link KnownPeople}, by id; empty where
 *     nobody knows it
 */
public record Publication(
    List<PublishedFigure> told,
    Set<String> before,
    List<PublishedFigure> attacked,
    SideKnowledge known,
    Requirement requirement,
    Map<String, Long> placed) {

  public Publication {
    told = List.copyOf(told);
    before = Set.copyOf(before);
    attacked = List.copyOf(attacked);
    placed = Map.copyOf(placed);
  }

  /** Everything published, of which whatever is withheld or rounded is asked for. */
  static Publication of(
      List<PublishedFigure> published,
      SideKnowledge known,
      Requirement requirement,
      Map<String, Long> placed) {
    return new Publication(published, Set.of(), attacked(published), known, requirement, placed);
  }

  private static List<PublishedFigure> attacked(List<PublishedFigure> published) {
    return published.stream()
        .filter(figure -> !figure.isOfAll())
        .filter(figure -> figure.isWithheld() || figure.isRounded())
        .toList();
  }

  /** The same, asked for some figures only, by somebody else, and so on. */
  Publication asking(List<PublishedFigure> some, SideKnowledge by, Map<String, Long> truth) {
    return new Publication(told, before, some, by, requirement, truth);
  }
}
