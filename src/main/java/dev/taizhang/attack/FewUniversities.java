package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Figures as insiders know them, from moves of a few universities at a time. */
final class FewUniversities {

  private final Publication publication;
  private final Reading reading;
  private final InsidersNeed need;
  private final List<int[]> members;
  private final Neighbourhoods neighbourhoods;
  private final List<List<Reached>> reached;
  private final List<Reached> total;

  /**
   * @param parting the number of the neighbourhood of each university
   */
  FewUniversities(Publication publication, IntUnaryOperator parting, Effort effort) {
    this.publication = publication;
    this.reading = new Reading(publication);
    long[] values = reading.values(publication.placed());
    this.need = new InsidersNeed(reading, values, publication.requirement(), effort);
    this.members =
        IntStream.range(0, publication.attacked().size()).mapToObj(reading::members).toList();
    this.neighbourhoods =
        new Neighbourhoods(reading.knowledge(), values, parting, new Methods(1, effort));
    this.reached = neighbourhoods.reached(members);
    this.total =
        IntStream.range(0, members.size())
            .mapToObj(
                number ->
                    reached.stream()
                        .map(some -> some.get(number))
                        .reduce(Reached::and)
                        .orElseThrow())
            .toList();
  }

  /** Those of some figures that moves do not show to be wide enough for an insider. */
  List<PublishedFigure> open(Insider insider, Set<PublishedFigure> some) {
    if (some.isEmpty()) {
      return List.of();
    }
    int university = reading.university(insider.universityCode());
    List<Reached> own = reached.get(neighbourhoods.neighbourhood(university));
    List<Integer> asked =
        IntStream.range(0, members.size())
            .filter(number -> some.contains(publication.attacked().get(number)))
            .boxed()
            .toList();
    List<Reached> others =
        neighbourhoods.reachedWithout(university, asked.stream().map(members::get).toList());
    List<PublishedFigure> open = new ArrayList<>();
    for (int place = 0; place < asked.size(); place++) {
      int number = asked.get(place);
      Reached rest = total.get(number).without(own.get(number)).and(others.get(place));
      if (!need.isMet(number, university, rest)) {
        open.add(publication.attacked().get(number));
      }
    }
    return open;
  }
}
