package dev.taizhang.attack;

import java.util.List;

/**
 * Shown figures that say that nobody, or everybody, of a group is placed: whoever knows a member
 * then knows the member's outcome.
 */
final class EveryonesOutcome {

  private EveryonesOutcome() {}

  static List<Breach> in(List<PublishedFigure> published, SideKnowledge known) {
    Places places = new Places(known.people());
    return published.stream()
        .filter(figure -> !figure.isOfAll() && !figure.isWithheld() && !figure.isRounded())
        .map(figure -> width(figure, known, places))
        .filter(width -> width.size() > 0)
        .filter(width -> width.lowest() == 0 || width.lowest() == width.size())
        .map(width -> new Breach(Breach.Kind.EVERYONES_OUTCOME, width, "who is in the group"))
        .toList();
  }

  private static Width width(PublishedFigure figure, SideKnowledge known, Places places) {
    long size = 0;
    for (int number : places.of(figure)) {
      size += known.people().get(number).graduates();
    }
    long placed = figure.lowestPlaced().getAsLong();
    if (placed < 0 || placed > size) {
      throw new ContradictionException(
          "%s has %d placed of %d".formatted(figure.inWords(), placed, size));
    }
    return new Width(figure, size, placed, placed, 1, Checked.EVERY);
  }
}
