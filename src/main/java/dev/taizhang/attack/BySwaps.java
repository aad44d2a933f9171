package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Attacks figures from the truth by {@link Swaps}: for everybody, and for an insider of each
 * university, who believes only what leaves the own people as they are. Most of what everybody
 * believes touches few universities, and every other insider believes it too.
 */
final class BySwaps {

  // What is done at once by one worker, which remembers the ways that it found.
  private static final int CHUNK = 16;

  /** How far a figure was found to move, and which rows moved with it. */
  private record Span(long down, long up, BitSet touched) {}

  private final Publication publication;
  private final Grid grid;
  private final ClassesOfLayers classes;
  private final long[] truth;
  private final Margins margins;
  private final Agreement agreement;
  private final List<int[]> members;
  private final Map<String, BitSet> rowsOf = new HashMap<>();
  private final TimeLimit limit;
  private final List<Span> spans;

  /**
   * @param limit when to stop: whatever is asked after it was not found to move
   */
  BySwaps(Publication publication, TimeLimit limit) {
    this.publication = publication;
    this.limit = limit;
    SideKnowledge known = publication.known();
    List<PublishedFigure> shown = Attack.shown(publication.told(), known);
    List<Scope> scopes =
        Stream.of(publication.told(), publication.attacked(), known.ofAll())
            .flatMap(Collection::stream)
            .map(PublishedFigure::scope)
            .distinct()
            .toList();
    grid = new Grid(known.people(), shown, scopes);
    classes = new ClassesOfLayers(grid);
    truth =
        known.people().stream()
            .mapToLong(one -> Reading.placed(publication.placed(), one))
            .toArray();
    Places places = new Places(known.people());
    agreement = new Agreement(places, shown, truth);
    margins = new Margins(grid, known.ofAll(), truth);
    members = publication.attacked().stream().map(places::of).toList();
    for (int row = 0; row < grid.rows(); row++) {
      rowsOf.computeIfAbsent(grid.university(row), key -> new BitSet()).set(row);
    }
    spans = spans();
  }

  private List<Span> spans() {
    BitSet nobody = new BitSet();
    int chunks = (members.size() + CHUNK - 1) / CHUNK;
    return IntStream.range(0, chunks)
        .parallel()
        .mapToObj(
            chunk -> {
              Swaps swaps = swaps();
              return IntStream.range(chunk * CHUNK, Math.min(members.size(), (chunk + 1) * CHUNK))
                  .mapToObj(number -> span(swaps, number, members.get(number), nobody))
                  .toList();
            })
        .flatMap(List::stream)
        .toList();
  }

  private Swaps swaps() {
    return new Swaps(grid, classes, truth, agreement::require, limit);
  }

  private Span span(Swaps swaps, int number, int[] some, BitSet still) {
    PublishedFigure figure = publication.attacked().get(number);
    BitSet touched = new BitSet();
    if (figure.isRounded() || some.length == 0 || limit.isOver()) {
      return new Span(0, 0, touched);
    }
    Requirement requirement = publication.requirement();
    Margins.Bounds bounds = margins.of(some, still);
    long placed = Sum.of(some, truth);
    boolean whole = bounds.highest() - bounds.lowest() <= requirement.wholeUpTo();
    long enough = whole ? Long.MAX_VALUE : requirement.integers() - 1L;
    long wantedUp = Math.min(enough, bounds.highest() - placed);
    long up = swaps.move(figure, true, wantedUp, still, touched);
    long wantedDown = whole ? placed - bounds.lowest() : Math.min(enough - up, placed);
    long down = swaps.move(figure, false, Math.min(wantedDown, placed), still, touched);
    return new Span(down, up, touched);
  }

  /** What an attacked figure was found to reach; whole numbers attain all of it. */
  Found found(int number) {
    return found(members.get(number), spans.get(number));
  }

  private Found found(int[] some, Span span) {
    long placed = Sum.of(some, truth);
    return new Found(
        placed - span.down(), placed + span.up(), span.down() + span.up() + 1, Checked.ATTAINED);
  }

  /** Whether what an attacked figure was found to reach is enough for everybody. */
  boolean isEnough(int number) {
    return isEnough(members.get(number), spans.get(number), new BitSet());
  }

  private boolean isEnough(int[] some, Span span, BitSet still) {
    Found found = found(some, span);
    long size = Arrays.stream(some).mapToLong(grid::size).sum();
    return isEnough(found, 0, size)
        || isEnough(found, margins.of(some, still).lowest(), margins.of(some, still).highest());
  }

  private boolean isEnough(Found found, long least, long most) {
    return publication
        .requirement()
        .isMet(found.lowest(), found.highest(), found.feasible(), least, most, most - least + 1);
  }

  /**
   * What an insider is left with.
   *
   * @param attacked how many figures have people whom the insider does not know
   * @param open those of which too little was found, by their numbers
   * @param smallest fewest counts that were found of another one
   */
  record ForInsider(long attacked, List<Integer> open, OptionalLong smallest) {}

  /** What the insider of a university is left with. */
  ForInsider forInsider(String university) {
    BitSet still = rowsOf.getOrDefault(university, new BitSet());
    Swaps swaps = swaps();
    List<Integer> open = new ArrayList<>();
    long attacked = 0;
    long smallest = Long.MAX_VALUE;
    for (int number = 0; number < members.size(); number++) {
      int[] others = others(members.get(number), still);
      if (others.length == 0) {
        continue;
      }
      attacked++;
      Span span = spans.get(number);
      boolean believed = !span.touched().intersects(still);
      if (!believed || !isEnough(others, span, still)) {
        span = span(swaps, number, others, still);
      }
      if (publication.attacked().get(number).isRounded() || !isEnough(others, span, still)) {
        open.add(number);
      } else {
        smallest = Math.min(smallest, found(others, span).feasible());
      }
    }
    return new ForInsider(
        attacked,
        open,
        smallest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(smallest));
  }

  private int[] others(int[] people, BitSet still) {
    return Arrays.stream(people)
        .filter(person -> grid.size(person) > 0 && !still.get(grid.row(person)))
        .toArray();
  }
}
