package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Figures as insiders know them, from moves of everybody but a coalition of insiders. Whatever is
 * possible for all that a coalition knows is possible for what each of its members knows. One
 * programme of everything known is asked again and again, so that each answer starts at the one
 * before.
 */
final class Coalitions implements AutoCloseable {

  private final Publication publication;
  private final Reading reading;
  private final long[] values;
  private final InsidersNeed need;
  private final List<Insider> insiders;
  private final int[] universities;
  private final Effort effort;
  private final Queue<Programme> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param publication of which the truth is known
   */
  Coalitions(Publication publication, List<Insider> insiders, Effort effort) {
    this.publication = publication;
    this.reading = new Reading(publication);
    this.values = reading.values(publication.placed());
    this.need = new InsidersNeed(reading, values, publication.requirement(), effort);
    this.insiders = insiders;
    this.universities =
        insiders.stream().mapToInt(one -> reading.university(one.universityCode())).toArray();
    this.effort = effort;
  }

  /**
   * Ways to part insiders into coalitions, those that spare most first. Any two universities are in
   * different halves once, so that the figures of one are moved while the other stays as it is.
   */
  static List<IntUnaryOperator> partings(int universities) {
    List<IntUnaryOperator> partings = new ArrayList<>();
    for (int size = 1; size < universities; size *= 2) {
      int together = size;
      partings.add(university -> university / together % 2);
    }
    partings.add(university -> university % 4);
    partings.add(university -> university);
    return partings;
  }

  /**
   * Those of some figures, insider by insider, of which programmes are the last that is asked: no
   * part of them lies in a small block of what is left open to the insider, where each count is
   * looked for.
   *
   * @param asked figures of each insider
   */
  List<List<PublishedFigure>> inLargeBlocks(List<List<PublishedFigure>> asked) {
    return IntStream.range(0, insiders.size())
        .parallel()
        .mapToObj(insider -> inLargeBlocks(universities[insider], asked.get(insider)))
        .toList();
  }

  private List<PublishedFigure> inLargeBlocks(int university, List<PublishedFigure> asked) {
    if (asked.isEmpty()) {
      return asked;
    }
    int[] others =
        IntStream.range(0, values.length)
            .filter(unknown -> reading.knowledge().university(unknown) != university)
            .toArray();
    int[] places = Knowledge.places(others, values.length);
    Sums sums = new Sums(reading.knowledge().of(others, values), (block, parts) -> {});
    return asked.stream()
        .filter(
            figure ->
                sums.isApartFromBlocksOf(
                    Methods.SMALL, Knowledge.inside(reading.members(number(figure)), places)))
        .toList();
  }

  /**
   * Those of some figures, insider by insider, that are not shown to be wide enough.
   *
   * @param asked figures of each insider
   * @param parting the number of the coalition of each university
   */
  List<List<PublishedFigure>> open(List<List<PublishedFigure>> asked, IntUnaryOperator parting) {
    Map<Integer, List<Integer>> coalitions =
        IntStream.range(0, insiders.size())
            .filter(insider -> !asked.get(insider).isEmpty())
            .boxed()
            .collect(Collectors.groupingBy(one -> parting.applyAsInt(universities[one])));
    List<List<PublishedFigure>> open = new ArrayList<>(asked);
    // A map's values of a few are not parted among threads.
    List.copyOf(coalitions.values()).parallelStream()
        .forEach(
            members -> {
              Map<PublishedFigure, Reached> reached = reached(members, asked);
              members.forEach(one -> open.set(one, open(one, asked.get(one), reached)));
            });
    return open;
  }

  private Map<PublishedFigure, Reached> reached(
      List<Integer> coalition, List<List<PublishedFigure>> asked) {
    Set<PublishedFigure> any = new HashSet<>();
    coalition.forEach(insider -> any.addAll(asked.get(insider)));
    Set<Integer> staying =
        coalition.stream().map(insider -> universities[insider]).collect(Collectors.toSet());
    Programme idled = idle.poll();
    Programme programme = idled == null ? new Programme(reading.knowledge(), effort) : idled;
    try {
      keep(programme, staying);
      Map<PublishedFigure, Reached> reached = new HashMap<>();
      for (int number = 0; number < publication.attacked().size(); number++) {
        if (any.contains(publication.attacked().get(number))) {
          reached.put(publication.attacked().get(number), reached(programme, number));
        }
      }
      return reached;
    } finally {
      idle.add(programme);
    }
  }

  /** Keeps the people of some universities as they are, and no others. */
  private void keep(Programme programme, Set<Integer> staying) {
    Knowledge knowledge = reading.knowledge();
    for (int unknown = 0; unknown < values.length; unknown++) {
      boolean stays = staying.contains(knowledge.university(unknown));
      programme.bound(
          unknown,
          stays ? values[unknown] : knowledge.lowest(unknown),
          stays ? values[unknown] : knowledge.highest(unknown));
    }
  }

  private Reached reached(Programme programme, int number) {
    int[] members = reading.members(number);
    long truth = Sum.of(members, values);
    return new Reached(
        Sum.of(members, programme.end(members, End.LOWEST)),
        Sum.of(members, programme.end(members, End.HIGHEST)),
        truth,
        truth);
  }

  private int number(PublishedFigure figure) {
    return publication.attacked().indexOf(figure);
  }

  private List<PublishedFigure> open(
      int insider, List<PublishedFigure> asked, Map<PublishedFigure, Reached> reached) {
    return asked.stream()
        .filter(
            figure -> {
              int number = number(figure);
              int university = universities[insider];
              return !need.isMet(
                  number, university, need.rest(number, university, reached.get(figure)));
            })
        .toList();
  }

  @Override
  public void close() {
    idle.forEach(Programme::close);
  }
}
