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
    this.members =
        IntStream.range(0, publication.attacked().size()).mapToObj(reading::members).toList();
    this.neighbourhoods =
        new Neighbourhoods(
            reading.knowledge(),
            reading.values(publication.placed()),
            parting,
            new Methods(1, effort));
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
      if (!isEnough(rest, number, university)) {
        open.add(publication.attacked().get(number));
      }
    }
    return open;
  }

  /** Whether the rest of a figure, without a university, reaches far enough were nothing known. */
  private boolean isEnough(Reached rest, int number, int university) {
    long size = 0;
    for (int member : members.get(number)) {
      if (reading.knowledge().university(member) != university) {
        size += reading.knowledge().highest(member);
      }
    }
    Found found = rest.found().get(1);
    return publication
        .requirement()
        .isMet(found.lowest(), found.highest(), found.feasible(), 0, size, size + 1);
  }
}
